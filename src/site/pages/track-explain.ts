import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { type Problem, problemOf } from '../../platform/http/problem.ts';
import type { Reader } from '../parts/reader.ts';

/** The database cannot be reached; no refusal of the office. */
export interface Away {
  readonly code: 'unavailable';
}

/** The session is over or the report was taken out of the account; what was written is given back. */
export function signedOut({ t }: Reader): Words {
  return { title: t('account.over.title'), detail: t('account.over.detail'), status: 401 };
}

type Words = Pick<Problem, 'title' | 'detail' | 'status'>;

/** The words of a refusal for the reporter; a wait is said to machines, too. */
export function explain(
  { t }: Reader,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refusal | Away,
): Words {
  if (refused.code === 'unavailable')
    return { title: t('problem.unavailable.title'), detail: t('problem.unavailable.detail'), status: 503 };
  if (refused.details?.retryAfter !== undefined)
    reply.header('retry-after', String(refused.details.retryAfter));
  return problemOf(refused, t, request.id);
}

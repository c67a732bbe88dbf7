import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { type Actor, reporterActor } from '../domain/access/actor.ts';
import type { Context, Locale, Office } from '../features/context/index.ts';
import { findActor } from '../features/people/index.ts';
import type { Schema } from '../platform/db/schema.ts';

const sessionCookie = 'tuntas_session';

/** Who asks, in which language, at what moment. Without a session the request is anybody's: a reporter's. */
export async function requestContext(
  request: FastifyRequest,
  tx: Transaction<Schema>,
  office: Office,
  now: string,
): Promise<Context> {
  const token = sessionToken(request);
  const session = token === null ? undefined : await findActor(tx, office.keys, token, now);
  const actor: Actor = session?.actor ?? reporterActor;
  return { tx, actor, now, requestId: request.id, locale: localeOf(request), office };
}

/** The opaque token of the cookie, or of `Authorization: Bearer` for machines. */
export function sessionToken(request: FastifyRequest): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[sessionCookie] ?? null;
}

/** The reader's choice (`lang` cookie), else the browser's wish; Indonesian where neither says English. */
export function localeOf(request: FastifyRequest): Locale {
  const chosen = request.cookies.lang ?? (request.query as { lang?: unknown } | undefined)?.lang;
  if (chosen === 'en' || chosen === 'id') return chosen;
  return /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'id';
}

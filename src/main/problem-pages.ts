import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../domain/shared/refusal.ts';
import { asDatabaseUnavailable } from '../platform/db/database-unavailable.ts';
import { localeOf } from '../platform/http/locale-of.ts';
import { type Problem, problemOf } from '../platform/http/problem.ts';
import { translate } from '../platform/i18n/index.ts';

/** Answers with problem+json in the reader's language. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refused: Refusal): FastifyReply {
  const problem = problemOf(refused, (key, params) => translate(localeOf(request), key, params), request.id);
  if (refused.code === 'too-many-requests' || refused.code === 'locked-out') {
    reply.header('retry-after', String(refused.details?.retryAfter ?? 60));
  }
  return sendProblem(reply, problem);
}

/**
 * What went wrong outside any command: a body that does not fit its schema, a file too large, a database
 * that is away, a bug. Each has a code and says what to do; only a bug is logged as an error.
 */
export function problemOfError(request: FastifyRequest, error: FastifyError): Problem {
  if (error.validation !== undefined) {
    const fields = error.validation.map((one) => fieldOf(one));
    return problemOf(
      { code: 'invalid-input', fields: Object.fromEntries(fields) },
      (key, params) => translate(localeOf(request), key, params),
      request.id,
    );
  }
  const unavailable = asDatabaseUnavailable(error);
  if (unavailable !== null) {
    request.log.warn({ reason: unavailable.code }, 'the database is unavailable');
    return plain(request, 'unavailable', 503);
  }
  if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE')
    return plain(request, 'too-large', 413);
  if (error.statusCode === 415) return plain(request, 'unsupported-media-type', 415);
  if (error.statusCode !== undefined && error.statusCode < 500)
    return plain(request, 'bad-request', error.statusCode);
  request.log.error({ err: error, route: request.routeOptions.url }, 'unexpected error');
  return plain(request, 'unexpected', 500);
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

export function plain(request: FastifyRequest, code: string, status: number): Problem {
  const locale = localeOf(request);
  return {
    type: `urn:tuntas:problem:${code}`,
    title: translate(locale, `problem.${code}.title`),
    status,
    code,
    detail: translate(locale, `problem.${code}.detail`),
    requestId: request.id,
  };
}

type Violation = NonNullable<FastifyError['validation']>[number];

/** The field's name and a code that `locales/` knows; never the value that was sent. */
function fieldOf(violation: Violation): readonly [string, string] {
  const missing = violation.params.missingProperty;
  const path = violation.instancePath.replace(/^\//, '').replaceAll('/', '.');
  const field = typeof missing === 'string' ? [path, missing].filter(Boolean).join('.') : path;
  const codes: Readonly<Record<string, string>> = {
    required: 'required',
    minLength: 'required',
    maxLength: 'too-long',
    maxItems: 'too-many',
    minimum: 'out-of-range',
    maximum: 'out-of-range',
  };
  return [field === '' ? 'body' : field, codes[violation.keyword] ?? 'not-understood'];
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../domain/shared/refusal.ts';
import { refusal } from '../domain/shared/refusal.ts';
import { err, type Result } from '../domain/shared/result.ts';
import type { Context, Host, Office } from '../features/context/index.ts';
import type { Database } from '../platform/db/connect.ts';
import type { Schema } from '../platform/db/schema.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { hit, rateLimits } from '../platform/http/rate-limit.ts';
import { sendRefusal } from './problem-pages.ts';
import { requestContext, sessionToken } from './request-context.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The name of the rate limit that this route counts towards. */
    limited?: keyof typeof rateLimits;
  }
}

export interface HostParts {
  readonly database: Database<Schema>;
  readonly office: Office;
  /** ISO 8601 UTC; the only clock of the server. */
  readonly clock: () => string;
}

/** Runs a command or query for a request and gives its result; pages and the API both stand on this. */
export type RunForRequest = <T>(
  request: FastifyRequest,
  work: (ctx: Context) => Promise<Result<T, Refusal>>,
) => Promise<Result<T, Refusal>>;

export function createRunner({ database, office, clock }: HostParts): RunForRequest {
  return async function run(request, work) {
    const limited = await overLimit(request);
    if (limited !== null) return err(limited);
    const attempt = () =>
      inTransaction(database.kysely, async (tx) => work(await requestContext(request, tx, office, clock())));
    try {
      return await attempt();
    } catch (error) {
      // Two requests with the same one-time key at the same moment: the second finds the first's receipt.
      if (isRepeatedKey(error)) return attempt();
      throw error;
    }
  };

  async function overLimit(request: FastifyRequest): Promise<Refusal | null> {
    const name = request.routeOptions.config.limited;
    if (name === undefined) return null;
    const limit = rateLimits[name];
    const who = office.keys.hash('rate', request.ip).toString('base64url');
    const { allowed, retryAfter } = await hit(
      database.pool,
      `${name}:${who}`,
      limit.count,
      limit.seconds,
      clock(),
    );
    return allowed ? null : refusal('too-many-requests', { retryAfter });
  }
}

export function createHost(app: FastifyInstance, parts: HostParts): Host {
  const run = createRunner(parts);

  async function handle<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (ctx: Context) => Promise<Result<T, Refusal>>,
    status = 200,
  ): Promise<T | undefined> {
    if (!hasCsrfToken(request, parts.office)) {
      sendRefusal(request, reply, refusal('not-authorized'));
      return undefined;
    }
    const result = await run(request, work);
    if (!result.ok) {
      sendRefusal(request, reply, result.error);
      return undefined;
    }
    reply.code(status);
    return result.value;
  }

  return { app, handle };
}

/**
 * A change by cookie must carry the session's own token in a header that a foreign page cannot set. A
 * bearer token is no cookie, and a visitor without a session has nothing to abuse.
 */
function hasCsrfToken(request: FastifyRequest, office: Office): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  if (request.headers.authorization !== undefined) return true;
  const token = sessionToken(request);
  if (token === null || request.routeOptions.url?.endsWith('/session') === true) return true;
  return request.headers['x-csrf-token'] === office.keys.hash('csrf', token).toString('base64url');
}

function isRepeatedKey(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  return (
    code === '23505' && (constraint === 'submissions_idempotency' || constraint === 'submissions_source')
  );
}

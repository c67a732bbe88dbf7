import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { reporterActor } from '../domain/access/actor.ts';
import { barred, type Door, doorOf } from '../domain/access/doors.ts';
import type { Refusal } from '../domain/shared/refusal.ts';
import { refusal } from '../domain/shared/refusal.ts';
import { err, type Result } from '../domain/shared/result.ts';
import type { Context, Host, Office, Reading } from '../features/context/index.ts';
import { bearerOf, csrfTokenOf, tokenOf } from '../features/people/index.ts';
import { sameText } from '../platform/crypto/same-text.ts';
import type { Connections } from '../platform/db/connections.ts';
import type { Schema } from '../platform/db/schema.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { localeOf } from '../platform/http/locale-of.ts';
import { proofIn, readProof, setPuzzle } from '../platform/http/proof-of-work.ts';
import { hit, type RateLimit, rateLimits } from '../platform/http/rate-limit.ts';
import { type LiveOffice, withOffice } from './live-office.ts';
import { sendRefusal } from './problem-pages.ts';
import { requestContext } from './request-context.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The name of the rate limit that this route counts towards. */
    limited?: keyof typeof rateLimits;
    /** A way in: a cookie that is left from an earlier session, and no token with it, keeps nobody out. */
    entrance?: boolean;
    /** A page that knows citizens' accounts; everywhere else their cookie is not looked at. */
    account?: true;
    /** Neither logged nor measured: that somebody was here is itself a secret (the sealed door). */
    unseen?: true;
  }
}

export interface HostParts extends Connections<Schema> {
  readonly office: LiveOffice;
  /** ISO 8601 UTC; the only clock of the server. */
  readonly clock: () => string;
}

/** Runs commands and queries for a request and gives their results; pages and the API both stand on this. */
export interface Runner {
  /** A command, in one transaction. */
  run<T>(request: FastifyRequest, work: Work<Context, T>): Promise<Result<T, Refusal>>;
  /** A query, in none. */
  read<T>(request: FastifyRequest, work: Work<Reading, T>): Promise<Result<T, Refusal>>;
  /**
   * A command of the sealed door: nobody is asked who they are, no session is looked at and no address is counted.
   * Too much at once is held back for everybody together, under a key that says nothing.
   */
  runUnseen<T>(request: FastifyRequest, work: Work<Context, T>): Promise<Result<T, Refusal>>;
  /** Counts one more request of a program by its key; the refusal where there were too many. */
  countClient(request: FastifyRequest, client: string): Promise<Refusal | null>;
}

/** Whether a request may leave no line and no figure behind. */
export function isUnseen(request: FastifyRequest): boolean {
  return request.routeOptions.config.unseen === true;
}

type Work<C, T> = (ctx: C) => Promise<Result<T, Refusal>>;

export function createRunner({ database, sealed, office, clock }: HostParts): Runner {
  async function run<T>(request: FastifyRequest, work: Work<Context, T>): Promise<Result<T, Refusal>> {
    const limited = await overLimit(request);
    if (limited !== null) return err(limited);
    const attempt = () =>
      withOffice(office, (current) =>
        inTransaction(database.kysely, async (tx) =>
          work(await requestContext(request, tx, current, clock())),
        ),
      );
    try {
      return await attempt();
    } catch (error) {
      // Two requests with the same one-time key at the same moment: the second finds the first's receipt.
      if (isRepeatedKey(error)) return attempt();
      throw error;
    }
  }

  async function runUnseen<T>(request: FastifyRequest, work: Work<Context, T>): Promise<Result<T, Refusal>> {
    if (request.method === 'POST') {
      const limited = await countHit(request, 'sealed', 'everybody');
      if (limited !== null) return err(limited);
    }
    return withOffice(office, (current) =>
      inTransaction(sealed.kysely, (tx) =>
        work({
          tx,
          actor: reporterActor,
          now: clock(),
          requestId: request.id,
          locale: localeOf(request),
          office: current,
        }),
      ),
    );
  }

  async function read<T>(request: FastifyRequest, work: Work<Reading, T>): Promise<Result<T, Refusal>> {
    const limited = await overLimit(request);
    if (limited !== null) return err(limited);
    return withOffice(office, async (current) =>
      work(await requestContext(request, database.kysely, current, clock())),
    );
  }

  async function overLimit(request: FastifyRequest): Promise<Refusal | null> {
    const name = request.routeOptions.config.limited;
    return name === undefined ? null : countHit(request, name, request.ip);
  }

  async function countHit(
    request: FastifyRequest,
    name: keyof typeof rateLimits,
    by: string,
  ): Promise<Refusal | null> {
    const limit: RateLimit = rateLimits[name];
    const who = office.keys.hash('rate', by).toString('base64url');
    const now = clock();
    // Counted as if by a form: the table of counters must not tell that the sealed door was used.
    const { allowed, count, retryAfter } = await hit(
      database.pool,
      `${name === 'sealed' ? 'form' : name}:${who}`,
      limit.count,
      limit.seconds,
      now,
    );
    if (allowed) return null;
    const refused = refusal('too-many-requests', { retryAfter });
    if (limit.worked === undefined || count > limit.count + limit.worked) return refused;
    if (await hasWorked(request, name, who, now)) return null;
    return { ...refused, more: { work: setPuzzle(office.keys, name, who, now) } };
  }

  /** A proof is taken once: of two requests with the same one the second has not worked. */
  async function hasWorked(
    request: FastifyRequest,
    name: string,
    who: string,
    now: string,
  ): Promise<boolean> {
    const worked = readProof(office.keys, name, who, now, proofIn(request));
    if (worked === null) return false;
    const { allowed } = await hit(database.pool, `work:${worked.key}`, 1, 1, worked.expires);
    return allowed;
  }

  return { run, read, runUnseen, countClient: (request, client) => countHit(request, 'client', client) };
}

/**
 * The API's host: every way that is hung on it has its door in `domain/access/doors.ts`, and whoever is barred there
 * gets no further. Throws where a way has none, so that nothing is open because it was forgotten.
 */
export function createHost(app: FastifyInstance, parts: HostParts): Host {
  const { run, read } = createRunner(parts);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) doorAt(app, one, url);
  });
  // What one person may see is nobody else's, in no cache on the way nor on a shared computer.
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store');
  });
  function throughDoor<C extends Reading, T>(request: FastifyRequest, work: Work<C, T>): Work<C, T> {
    const door = doorAt(app, request.method, request.routeOptions.url ?? '');
    return async (ctx) => {
      const code = barred(ctx.actor, door);
      return code === null ? work(ctx) : err(refusal(code));
    };
  }
  return {
    app,
    async handle(request, reply, work, status = 200) {
      if (hasCsrfToken(request, parts.office))
        return answer(request, reply, await run(request, throughDoor(request, work)), status);
      await sendRefusal(request, reply, refusal('not-authorized'));
      return undefined;
    },
    async read(request, reply, work) {
      return answer(request, reply, await read(request, throughDoor(request, work)), 200);
    },
  };
}

function doorAt({ prefix }: FastifyInstance, method: string, url: string): Door {
  const path = url.slice(prefix.length);
  const door = doorOf(method, path);
  if (door === undefined) throw new Error(`${method} ${path} has no door: say in doors.ts who may come in`);
  return door;
}

/** Waits until a refusal is sent: it is compressed on its way, and a handler that has ended would send nothing over it. */
async function answer<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  result: Result<T, Refusal>,
  status: number,
): Promise<T | undefined> {
  if (!result.ok) {
    await sendRefusal(request, reply, result.error);
    return undefined;
  }
  reply.code(status);
  return result.value;
}

/**
 * A change by cookie must carry the session's own token in a header that a foreign page cannot set. A
 * bearer token is no cookie, and a visitor without a session has nothing to abuse.
 */
function hasCsrfToken(request: FastifyRequest, office: Office): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  if (bearerOf(request) !== null) return true;
  const token = tokenOf(request);
  if (token === null || request.routeOptions.url?.endsWith('/session') === true) return true;
  if (request.routeOptions.config.entrance === true) return true;
  const sent = request.headers['x-csrf-token'];
  return typeof sent === 'string' && sameText(sent, csrfTokenOf(office.keys, token));
}

function isRepeatedKey(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  return (
    code === '23505' && (constraint === 'submissions_idempotency' || constraint === 'submissions_source')
  );
}

import { CompiledQuery, type Kysely } from 'kysely';
import type pg from 'pg';

/** A pool, or a Kysely instance or transaction of any schema. */
type Store = pg.Pool | Pick<Kysely<unknown>, 'executeQuery'>;

export interface RateLimit {
  readonly count: number;
  readonly seconds: number;
  /** So many more in the window, each with a proof of work of its own (`proof-of-work.ts`). */
  readonly worked?: number;
}

/** How often one address may ask, by what the route is for. A route names its own: `config: { limited }`. */
export const rateLimits = {
  /** A counter officer enters for many, and a village shares one address: generous, against machines only. */
  submit: { count: 30, seconds: 600, worked: 300 },
  /** Every press of a button of the citizen's form, looking for a village included. */
  form: { count: 120, seconds: 600, worked: 600 },
  /** With 31^12 codes, guessing is hopeless at any rate; this keeps it from being a load. */
  track: { count: 120, seconds: 60, worked: 600 },
  /** Reading and searching what is public; against a machine that would search without end. */
  read: { count: 300, seconds: 60 },
  /** What one program files and follows for many people, by its key. */
  client: { count: 600, seconds: 300 },
  /** The sealed door knows no addresses, so everybody together: against a machine that would bury the inspectorate. */
  sealed: { count: 300, seconds: 600, worked: 3_000 },
  /** Codes asked for and tried from one place, whoever they are for; each address has a limit of its own. */
  account: { count: 30, seconds: 600, worked: 60 },
  /** Trial letters to somebody else's server: nobody is knocked at through us. */
  call: { count: 30, seconds: 300 },
  /** Passwords tried from one address, whoever they are for. Signing in takes two transactions, each counted. */
  'sign-in': { count: 60, seconds: 300 },
} as const satisfies Readonly<Record<string, RateLimit>>;

export interface Hit {
  readonly allowed: boolean;
  /** How many there were in the window, this one included. */
  readonly count: number;
  /** Whole seconds until the window ends, at least 1. */
  readonly retryAfter: number;
}

/**
 * Counts one more request under `key` in the fixed window of `seconds` that holds `now`, and says whether it
 * is within `limit`. With a pool the count is a transaction of its own, so that a request refused and rolled
 * back still counts; within a transaction it shares its fate. `key` must hold no address, only a keyed hash.
 */
export async function hit(
  store: Store,
  key: string,
  limit: number,
  seconds: number,
  now: string,
): Promise<Hit> {
  const time = Date.parse(now);
  const start = Math.floor(time / 1000 / seconds) * seconds * 1000;
  const { rows } = await run(store, countStatement, [key, new Date(start).toISOString()]);
  const count = Number(rows[0]?.count);
  return {
    allowed: count <= limit,
    count,
    retryAfter: Math.max(1, Math.ceil((start + seconds * 1000 - time) / 1000)),
  };
}

/** Forgets the windows that began more than a day ago; for a job that runs once in a while. */
export async function purgeRateCounters(store: Store, now: string): Promise<void> {
  const yesterday = new Date(Date.parse(now) - 86_400_000).toISOString();
  await run(store, 'delete from rate_counters where window_start < $1', [yesterday]);
}

// An address that comes back takes its own old windows away with it; `purgeRateCounters` takes the others'.
const countStatement = `
  with past as (delete from rate_counters where key = $1 and window_start < $2)
  insert into rate_counters as c (key, window_start) values ($1, $2)
  on conflict (key, window_start) do update set count = least(c.count, 1000000000) + 1
  returning count`;

type Rows = { readonly rows: readonly { readonly count?: unknown }[] };

function run(store: Store, statement: string, parameters: unknown[]): Promise<Rows> {
  if ('executeQuery' in store) {
    return store.executeQuery(CompiledQuery.raw(statement, parameters)) as Promise<Rows>;
  }
  return store.query(statement, parameters);
}

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DatabaseLog } from './database-log.ts';
import { asDatabaseUnavailable, DatabaseUnavailable } from './database-unavailable.ts';
import { preparingPool } from './prepare.ts';
import { valueParsers } from './value-parsers.ts';

/** One process's way to the database; `Schema` maps table names to row types. */
export interface Database<Schema> {
  readonly pool: pg.Pool;
  readonly kysely: Kysely<Schema>;
  /** Waits for running statements and closes all connections. May be called twice. */
  close(): Promise<void>;
}

/** The oldest PostgreSQL that the migrations and queries are written for. */
const oldestServer = 15;

/**
 * Opens a pool of at most `max` connections and makes one to see that the server is fit: version 15 or newer,
 * UTF-8. Values arrive as `valueParsers` says, so hand this pool to no library that expects `Date`; the job
 * queue gets the url instead. Throws `DatabaseUnavailable`.
 */
export async function openDatabase<Schema>(
  url: string,
  options: { readonly max?: number; readonly log: DatabaseLog; readonly applicationName?: string },
): Promise<Database<Schema>> {
  const pool = openPool(url, options);
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= kysely.destroy().then(() => (pool.ended ? undefined : pool.end()));
    return closed;
  };
  try {
    await refuseUnfitServer(pool);
    return { pool, kysely, close };
  } catch (error) {
    await close();
    throw invalidAddress(error) ?? asDatabaseUnavailable(error) ?? error;
  }
}

function openPool(
  url: string,
  { max = 10, log, applicationName = 'tuntas' }: Parameters<typeof openDatabase>[1],
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: valueParsers,
    application_name: applicationName,
    // A request that cannot get a connection within this time is better told so (503) than kept waiting.
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // Without a listener, a server that drops an idle connection ends the whole process; a connection in use
  // tells its user by the failing statement, but emits the event as well.
  pool.on('error', (error) => {
    if (!pool.ending) log.warn({ reason: error.message }, 'an idle database connection was lost');
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

async function refuseUnfitServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: string; number: string; encoding: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num') as number,
            current_setting('server_encoding') as encoding`,
  );
  const [server] = rows;
  if (server === undefined || Number(server.number) < oldestServer * 10_000) {
    throw new DatabaseUnavailable(
      'too-old',
      `The database server is PostgreSQL ${server?.version}; Tuntas needs PostgreSQL ${oldestServer} or newer.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new DatabaseUnavailable(
      'wrong-encoding',
      `The database is encoded in ${server.encoding}; Tuntas needs one created with ENCODING 'UTF8'.`,
    );
  }
}

// The driver reads the address only when it connects. Its error quotes it, password included: not passed on.
function invalidAddress(error: unknown): DatabaseUnavailable | null {
  const invalid = (error as NodeJS.ErrnoException | null)?.code === 'ERR_INVALID_URL';
  return invalid
    ? new DatabaseUnavailable('unreachable', 'DATABASE_URL is not a valid PostgreSQL address.')
    : null;
}

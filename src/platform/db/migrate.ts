import pg from 'pg';
import type { DatabaseLog } from './database-log.ts';
import { asDatabaseUnavailable } from './database-unavailable.ts';
import { type Migration, MigrationRefused, readMigrations } from './migration-files.ts';

/**
 * Brings the database up to date with the files `NNNN_name.sql` in `dir` and returns those it applied, in
 * order. Forward only; each file is one transaction and is recorded in `schema_migrations`. Starts at the same
 * time take turns, by a session lock: connect directly, not through a transaction pooler. Throws
 * `MigrationRefused` when files and record disagree (nothing is applied then) or a file fails (nothing of that
 * file stays), `DatabaseUnavailable` when the server cannot serve.
 */
export async function migrate(
  database: string | pg.Pool,
  dir: string,
  log: DatabaseLog,
): Promise<Migration[]> {
  const migrations = readMigrations(dir);
  return withConnection(database, async (client) => {
    await takeTurn(client, log);
    await client.query(recordTable);
    const { rows } = await client.query<Recorded>(
      'select number, name, checksum from schema_migrations order by number',
    );
    const pending = pendingMigrations(migrations, rows);
    for (const migration of pending) {
      await apply(client, migration);
      log.info({ migration: migration.file }, 'migration applied');
    }
    return pending;
  });
}

interface Recorded {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

async function withConnection<T>(
  database: string | pg.Pool,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  // A connection of its own also from a pool's settings: closing it gives the lock back on every path.
  const client = new pg.Client(
    typeof database === 'string' ? { connectionString: database } : database.options,
  );
  // A lost connection shows in the failing statement; without a listener it would end the process instead.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw asDatabaseUnavailable(error) ?? error;
  } finally {
    await client.end();
  }
}

async function takeTurn(client: pg.Client, log: DatabaseLog): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    turnLock,
  ]);
  if (rows[0]?.taken) return;
  log.info({}, 'waiting for another process to finish its migrations');
  await client.query('select pg_advisory_lock($1)', [turnLock]);
}

function pendingMigrations(migrations: readonly Migration[], recorded: readonly Recorded[]): Migration[] {
  for (const { number, name, checksum } of recorded) {
    const label = `${String(number).padStart(4, '0')}_${name}.sql`;
    const file = migrations.find((migration) => migration.number === number);
    if (file === undefined) {
      throw new MigrationRefused(
        'newer-database',
        `The database has migration ${label}, which this release does not know; start the newer release.`,
      );
    }
    if (file.checksum !== checksum || file.name !== name) {
      throw new MigrationRefused(
        'edited',
        `Migration ${file.file} was changed after it had been applied as ${label}; restore it and put the change in a new migration.`,
      );
    }
  }
  const latest = recorded.at(-1)?.number ?? -1;
  const pending = migrations.filter(({ number }) => !recorded.some((done) => done.number === number));
  const late = pending.find(({ number }) => number < latest);
  if (late !== undefined) {
    const message = `Migration ${late.file} comes before ${latest}, which the database already has; give it the next free number.`;
    throw new MigrationRefused('gap', message);
  }
  return pending;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    // Better give up than stand in the queue for a table lock while everybody queues behind us.
    await client.query("set local lock_timeout = '30s'");
    const before = await transactionId(client);
    await client.query(migration.sql);
    if ((await transactionId(client)) !== before) throw endsItsTransaction(migration);
    await client.query('insert into schema_migrations (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    const unavailable = asDatabaseUnavailable(error);
    if (unavailable !== null) throw unavailable;
    await client.query('rollback');
    throw error instanceof MigrationRefused ? error : failed(migration, error);
  }
}

async function transactionId(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
  return rows[0]?.id;
}

function endsItsTransaction({ file }: Migration): MigrationRefused {
  const message = `Migration ${file} commits or rolls back by itself; its statements must leave the transaction open.`;
  return new MigrationRefused('ends-its-transaction', message);
}

function failed({ file, sql }: Migration, error: unknown): MigrationRefused {
  const { message, position } = error as pg.DatabaseError;
  const line = position === undefined ? '' : `, line ${sql.slice(0, Number(position)).split('\n').length}`;
  return new MigrationRefused('failed', `Migration ${file}${line}: ${message}.`, error);
}

// An arbitrary number that nothing else in this database locks.
const turnLock = 7_261_109_501;

const recordTable = `create table if not exists schema_migrations (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
)`;

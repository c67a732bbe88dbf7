import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Database, findRunningPostgres, openDatabase } from '../../src/platform/db/index.ts';
import type { Schema } from '../../src/platform/db/schema.ts';
import { packagedServer } from '../../src/platform/db/server-binaries.ts';
import { temporaryFolder } from '../bench/temporary-folder.ts';
import { runVerb, type ServerProcess, startTuntas } from '../bench/tuntas-process.ts';

/** A server with a data folder of its own that is killed and comes back. */
export interface HouseUnderFire {
  readonly folder: string;
  url(): string;
  killServer(): Promise<void>;
  /** After a kill: starts the server again, or waits until the database is back by itself. */
  bringBack(victim: 'server' | 'database'): Promise<void>;
  /** Asks the database beside the server, over a connection of its own. */
  query<T>(work: (database: Database<Schema>) => Promise<T>): Promise<T>;
  /** Lets the queue do everything of these tasks that is due. */
  finishJobs(tasks: readonly string[]): Promise<void>;
}

export async function openHouseUnderFire(
  t: { after(fn: () => Promise<void>): void },
  settings: Readonly<Record<string, string>> = {},
): Promise<HouseUnderFire> {
  const folder = await temporaryFolder('tuntas-crash-');
  const env = { ...settings, DATA_DIR: folder };
  let server: ServerProcess | undefined;
  t.after(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  server = await startTuntas(env);
  const live = (): ServerProcess => server as ServerProcess;
  // Somebody whom each new case concerns: the notices to this person must come once.
  await runVerb(['user', '--email', 'v@crash.test', '--name', 'V', '--role', 'verifier', ...inKemensos], env);

  const query = async <T>(work: (database: Database<Schema>) => Promise<T>): Promise<T> => {
    const found = await findRunningPostgres(join(folder, 'postgres'));
    if (found === null) throw new Error('no database runs');
    const database = await openDatabase<Schema>(found.url, { max: 1, log: silent });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };

  return {
    folder,
    url: () => live().url,
    killServer: () => live().kill(),
    async bringBack(victim) {
      if (victim === 'server') server = await startTuntas(env);
      await ready(live().url);
    },
    query,
    async finishJobs(tasks) {
      // What a killed server had begun is taken up by the next one, not hours later.
      await live().kill();
      server = await startTuntas(env);
      await until(
        async () => (await query((database) => countDueJobs(database, tasks))) === 0,
        'the queue runs dry',
      );
    },
  };
}

/** The postmaster alone, as the system would when memory runs out; its children notice and go. */
export async function killDatabase(folder: string): Promise<void> {
  const [pid] = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

/** Why no house can be put under fire here; false where one can. */
export function reasonToSkip(): string | false {
  try {
    packagedServer();
    return false;
  } catch {
    return `no private PostgreSQL is packaged for ${process.platform} on ${process.arch}`;
  }
}

const inKemensos = ['--institution', 'kemensos'];
const silent = { info() {}, warn() {}, error() {} };

async function countDueJobs({ pool }: Database<Schema>, tasks: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ due: number }>(
    `select count(*)::int as due from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = any ($1)`,
    [tasks],
  );
  return rows[0]?.due ?? 0;
}

/** The database may be on its way up: the server answers before that, but is not ready. */
function ready(url: string): Promise<void> {
  return until(
    () =>
      fetch(`${url}/readyz`).then(
        (response) => response.ok,
        () => false,
      ),
    'the server is ready again',
  );
}

async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error(`did not happen within 60 s: ${what}`);
    await delay(30);
  }
}

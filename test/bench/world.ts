import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type PrivatePostgres, startPrivatePostgres } from '../../src/platform/db/index.ts';
import { openClient } from './client.ts';
import { growTo, knownCodes } from './grow.ts';
import type { World } from './jobs.ts';
import { runLifeCycle, stages } from './life-cycle.ts';
import { hireOfficers } from './office.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { type ServerProcess, startServer, startTuntas } from './tuntas-process.ts';

/** A private PostgreSQL, the real server on it, and the floor beside it; all in a folder that goes away. */
export interface Ground {
  readonly real: ServerProcess;
  readonly floor: ServerProcess;
  readonly pool: pg.Pool;
  /** Grows the table and gives what the jobs ask for. */
  grow(cases: number): Promise<World>;
  /** Waits until the real server has done what its requests left to be done; at most `seconds`. */
  settle(seconds: number): Promise<{ readonly left: number; readonly seconds: number }>;
  /** Ends every process by its id and removes the folder. May be called twice. */
  clear(): Promise<void>;
}

const codesKnown = 2000;

export async function prepareGround(): Promise<Ground> {
  const folder = await temporaryFolder('tuntas-bench-');
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  let clearing: Promise<void> | undefined;
  const clear = (): Promise<void> => {
    clearing ??= endAll(ends);
    return clearing;
  };
  try {
    const postgres = await startDatabase(folder);
    ends.push(() => postgres.stop());
    const secretKey = randomBytes(36).toString('base64');
    const env = { DATABASE_URL: postgres.url, DATA_DIR: join(folder, 'data'), SECRET_KEY: secretKey };
    const real = await startTuntas(env);
    ends.push(() => real.stop());
    const floor = await startServer('test/bench/floor-server.ts', [], { DATABASE_URL: postgres.url });
    ends.push(() => floor.stop());
    const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
    ends.push(() => pool.end());
    const client = openClient(real.url);
    ends.push(async () => client.close());
    const officers = await hireOfficers(client, env);
    const findId = (number: string): Promise<string> => idOf(pool, number);
    // The originals: every stage, and the settled ones many times, so that no two neighbours are alike.
    for (let round = 0; round < 3; round += 1) {
      for (const stage of stages) await runLifeCycle(client, officers, findId, stage);
    }
    const grow = async (cases: number): Promise<World> => {
      await settle(pool, 60);
      await growTo(pool, cases);
      return { officers, findId, known: await knownCodes(pool, secretKey, codesKnown) };
    };
    return { real, floor, pool, grow, settle: (seconds) => settle(pool, seconds), clear };
  } catch (error) {
    await clear();
    throw error;
  }
}

function startDatabase(folder: string): Promise<PrivatePostgres> {
  const log = { info() {}, warn: console.warn, error: console.error };
  return startPrivatePostgres({ dataDir: join(folder, 'postgres'), log, durable: true });
}

async function idOf(pool: pg.Pool, number: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('select id from cases where number = $1', [number]);
  if (rows[0] === undefined) throw new Error(`no case has the number ${number}`);
  return rows[0].id;
}

async function settle(pool: pg.Pool, seconds: number): Promise<{ left: number; seconds: number }> {
  const started = performance.now();
  for (;;) {
    const { rows } = await pool.query<{ left: number }>(
      'select count(*)::int as left from graphile_worker._private_jobs where run_at <= now() and attempts = 0',
    );
    const left = rows[0]?.left ?? 0;
    const taken = (performance.now() - started) / 1000;
    if (left === 0 || taken > seconds) return { left, seconds: taken };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function endAll(ends: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const end of ends.toReversed()) await end().catch(console.error);
}

import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { runMigrations } from 'graphile-worker';
import { importAreas } from '../features/areas/index.ts';
import { importInstitutions } from '../features/organizations/index.ts';
import { importRoles } from '../features/people/index.ts';
import type { Config } from '../platform/config/config.ts';
import { type Database, openDatabase } from '../platform/db/connect.ts';
import { byOwner, type Connections, openWall } from '../platform/db/connections.ts';
import { findRunningPostgres, startPrivatePostgres } from '../platform/db/launcher.ts';
import { migrate } from '../platform/db/migrate.ts';
import type { Schema } from '../platform/db/schema.ts';
import { layWall } from '../platform/db/second-wall.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { Log } from '../platform/log/log.ts';
import { accountsOf, openKeys, openOffice } from './compose.ts';
import { type LiveOffice, watchOffice } from './live-office.ts';
import { root } from './root.ts';
import { startWorker, type Worker } from './worker.ts';

/** What stands between nothing and a running house; each part can be closed again in turn. */
export interface House {
  /** The connection of whoever owns the tables: for operators' commands. No request and no job gets it. */
  readonly database: Database<Schema>;
  readonly databaseUrl: string;
  /** What requests and jobs work by. */
  readonly connections: Connections<Schema> & { readonly databaseUrl: string };
  readonly office: LiveOffice;
  readonly clock: () => string;
  /** Sentences for the person at the terminal: where the data are, and what is amiss. */
  readonly notices: readonly string[];
  close(): Promise<void>;
}

const systemClock = (): string => new Date().toISOString();

/**
 * Brings up the database (ours, or `DATABASE_URL`), migrates it under a lock, loads the reference data,
 * and reads procedures, calendars and rules. `borrow` uses a server that is already running on the data
 * folder, for commands beside it.
 */
export async function openHouse(
  config: Config,
  log: Log,
  options: { readonly borrow?: boolean } = {},
): Promise<House> {
  const dataDir = resolve(config.dataDir);
  const server = await findServer(config, log, dataDir, options.borrow === true);
  try {
    await runMigrations({ connectionString: server.url });
    await migrate(server.url, join(root, 'migrations'), log);
    const database = await openDatabase<Schema>(server.url, { log });
    const keys = await openKeys(config, dataDir, database);
    const accounts = await accountsOf(keys, database);
    const wall =
      options.borrow === true
        ? byOwner(database, server.url)
        : await openWall(database, server.url, accounts, log);
    if (options.borrow === true) await layWall(database.pool, accounts);
    const office = await openOffice(config, dataDir, keys, wall);
    await importReference(database, log);
    const notices = wall.missing === null ? [] : [withoutWall(wall.missing)];
    return {
      database,
      databaseUrl: server.url,
      connections: wall,
      office,
      clock: systemClock,
      notices: [...server.notices, ...notices],
      async close() {
        await wall.close();
        await database.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** It works, with one wall less. */
function withoutWall(reason: string): string {
  return `The application works as the owner of its tables, because ${reason}; docs/how-to/separate-database-roles.md says what to do.`;
}

/** Roles, areas and institutions that ship with the software; what an office has changed stays changed. */
async function importReference(database: Database<Schema>, log: Log): Promise<void> {
  const reference = join(root, 'seeds/reference');
  await importAreas(database.pool, join(reference, 'areas.csv.gz'), log);
  await inTransaction(database.kysely, async (tx) => {
    await importRoles(tx, join(reference, 'roles.yaml'), systemClock());
    await importInstitutions(tx, join(reference, 'institutions.yaml'));
  });
}

interface Server {
  readonly url: string;
  readonly notices: readonly string[];
  stop(): Promise<void>;
}

async function findServer(config: Config, log: Log, dataDir: string, borrow: boolean): Promise<Server> {
  const nothingToStop = async (): Promise<void> => {};
  if (config.databaseUrl !== null) {
    return { url: config.databaseUrl, notices: ['Database: DATABASE_URL'], stop: nothingToStop };
  }
  const folder = join(dataDir, 'postgres');
  const running = borrow ? await findRunningPostgres(folder) : null;
  if (running !== null) return { url: running.url, notices: [], stop: nothingToStop };
  const server = await startPrivatePostgres({ dataDir: folder, log });
  const where = `Database: a private PostgreSQL in ${server.dataDir}`;
  return {
    url: server.url,
    notices: server.notice === null ? [where] : [where, server.notice],
    stop: () => server.stop(),
  };
}

export interface Running {
  readonly app: FastifyInstance;
  readonly house: House;
  readonly address: string;
  close(): Promise<void>;
}

/** The whole thing: database, worker and web server in one process. */
export async function serve(
  config: Config,
  log: Log,
  prepare?: (house: House) => Promise<void>,
): Promise<Running> {
  const house = await openHouse(config, log);
  try {
    await prepare?.(house);
    // An installation with --ignore-scripts has not built what the browser loads.
    const { buildAssets } = await import('../../scripts/build.ts');
    await buildAssets({ onlyMissing: true });
    const { buildApp } = await import('./app.ts');
    const { connections, office, clock } = house;
    const parts = { ...connections, office, clock, config, log };
    let worker: Worker | null = null;
    const mailboxStates = () => worker?.mailboxStates() ?? new Map<string, never>();
    const app = await buildApp({ ...parts, ...(config.mailIn.length === 0 ? {} : { mailboxStates }) });
    const started = await startWorker(parts);
    worker = started;
    const watch = watchOffice(house.office, log);
    const address = await app.listen({ port: config.port, host: config.host });
    return {
      app,
      house,
      address,
      async close() {
        await app.close();
        await watch.stop();
        await started.stop();
        await house.close();
      },
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}

import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { ensureCluster, explainServerFailure, privateRole } from './cluster.ts';
import {
  type DataFolder,
  folderError,
  giveToServer,
  locateDataFolder,
  prepareDataFolder,
  readPassword,
} from './data-folder.ts';
import type { DatabaseLog } from './database-log.ts';
import { claimFolder, livingOwner } from './folder-owner.ts';
import { type Keeper, startKeeper } from './keeper.ts';
import { disownRecycledPid, endOrphanedPostmaster, livePostmaster } from './postmaster.ts';
import { packagedServer, prepareBinaries, type ServerBinaries } from './server-binaries.ts';
import { type Listen, serverConfiguration, socketPort } from './server-settings.ts';

export interface PrivatePostgresOptions {
  /** A folder for the database alone; created if missing. */
  readonly dataDir: string;
  readonly log: DatabaseLog;
  /** False only for throw-away data: nothing is flushed to disk. Default true. */
  readonly durable?: boolean;
  /** A folder with `bin`, `lib`, `share`, instead of the platform's package. */
  readonly native?: string;
}

export interface PrivatePostgres {
  /** Holds the password: for drivers, never for logs or command lines. */
  readonly url: string;
  /** Where the data really lie. */
  readonly dataDir: string;
  /** One sentence for the operator when that is not where they asked for, else null. */
  readonly notice: string | null;
  /** Shuts the server down and waits for it. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Runs a real PostgreSQL of our own in `dataDir`, for a machine where nobody set up a database server. It
 * listens on a private Unix socket (or 127.0.0.1 where the socket's path would be too long), asks for a random
 * password that is kept in one 0600 file beside the data, and ends with this process however that ends.
 *
 * One process owns a folder: a second start is refused (`already-running`, naming process and folder), because
 * a borrowed server would vanish with its owner. Commands that only need a connection use
 * `findRunningPostgres`. A server whose owner died is ended first, then started anew. Throws
 * `DatabaseUnavailable` with one sentence for the operator.
 */
export async function startPrivatePostgres(options: PrivatePostgresOptions): Promise<PrivatePostgres> {
  const native = options.native ?? packagedServer();
  const folder = prepareDataFolder(options.dataDir);
  const release = claimFolder(folder.owner, folder.dir);
  try {
    const { keeper, listen } = await bringUp(folder, prepareBinaries(native, folder), options);
    const url = urlOf(listen, readPassword(folder));
    let stopped: Promise<void> | undefined;
    const stop = () => {
      stopped ??= shutDown(keeper, folder).finally(release);
      return stopped;
    };
    await ensureDatabase(listen, folder).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    keeper.keepAlive();
    void keeper.ended.then((code) => {
      if (stopped === undefined)
        options.log.error({ code, log: folder.log }, 'the keeper of the private PostgreSQL has ended');
    });
    return { url, dataDir: folder.dir, notice: folder.notice, stop };
  } catch (error) {
    release();
    throw folderError(folder.dir, error);
  }
}

/**
 * The connection to the private PostgreSQL that another process (`tuntas serve`) runs in this folder, or null
 * when none does. Throws `folder-unusable` if this user may not read the folder.
 */
export async function findRunningPostgres(dataDir: string): Promise<{ url: string } | null> {
  const folder = locateDataFolder(dataDir);
  try {
    if (livingOwner(folder.owner) === null) return null;
    const server = livePostmaster(folder.cluster);
    if (server === null || server.status !== 'ready') return null;
    const { socketDir, port } = server;
    const listen: Listen =
      socketDir === '' ? { kind: 'loopback', port } : { kind: 'socket', directory: socketDir };
    return { url: urlOf(listen, readPassword(folder)) };
  } catch (error) {
    throw folderError(folder.dir, error);
  }
}

async function bringUp(
  folder: DataFolder,
  binaries: ServerBinaries,
  { log, durable = true }: PrivatePostgresOptions,
) {
  if (existsSync(folder.cluster)) {
    if (await endOrphanedPostmaster(folder.cluster)) {
      log.warn({ folder: folder.dir }, 'ended a PostgreSQL that had outlived its owner');
    }
    disownRecycledPid(folder.cluster);
  }
  if (await ensureCluster(folder, binaries, durable))
    log.info({ folder: folder.dir }, 'created a new database');
  for (let attempt = 1; ; attempt += 1) {
    const listen = await chooseListen(folder);
    const outcome = await startServer(folder, binaries, listen, durable);
    if (outcome.keeper !== null) return { keeper: outcome.keeper, listen };
    // Between choosing a free port and taking it, another program may have been quicker.
    const portTaken = listen.kind === 'loopback' && outcome.output.includes('could not bind');
    if (!portTaken || attempt === 3) throw explainServerFailure(outcome.output, folder);
  }
}

async function startServer(folder: DataFolder, binaries: ServerBinaries, listen: Listen, durable: boolean) {
  const configuration = join(folder.cluster, 'postgresql.conf');
  writeFileSync(configuration, serverConfiguration(listen, durable), { mode: 0o600 });
  giveToServer(folder, configuration);
  const logFile = openLog(folder);
  const logStart = statSync(folder.log).size;
  const { cluster, serverUser } = folder;
  const keeper = startKeeper({ ...binaries, cluster, serverUser, logFile });
  closeSync(logFile);
  let exited = false;
  void keeper.ended.then(() => {
    exited = true;
  });
  // Recovery after a crash takes as long as it takes; the server's own exit is the only failure.
  while (!exited) {
    if (livePostmaster(cluster)?.status === 'ready') return { keeper, output: '' };
    await delay(15);
  }
  return { keeper: null, output: readFileSync(folder.log).subarray(logStart).toString('utf8') };
}

function openLog(folder: DataFolder): number {
  const size = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(folder.log, `${folder.log}.old`);
  return openSync(folder.log, 'a', 0o600);
}

async function chooseListen({ sockets }: DataFolder): Promise<Listen> {
  // sun_path: 108 bytes on Linux, 104 on macOS, the closing zero included.
  const limit = process.platform === 'linux' ? 107 : 103;
  const path = join(sockets, `.s.PGSQL.${socketPort}`);
  const fits = process.platform !== 'win32' && Buffer.byteLength(path) <= limit;
  return fits ? { kind: 'socket', directory: sockets } : { kind: 'loopback', port: await freePort() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

// Both sides prove that they know the password (scram), so no other server on that port can be mistaken for ours.
async function ensureDatabase(listen: Listen, folder: DataFolder): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(listen, readPassword(folder), 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [privateRole]);
    if (rowCount === 0) await client.query(`create database ${privateRole}`);
  } finally {
    await client.end();
  }
}

function urlOf(listen: Listen, password: string, database = privateRole): string {
  const account = `${privateRole}:${password}`;
  return listen.kind === 'loopback'
    ? `postgresql://${account}@127.0.0.1:${listen.port}/${database}`
    : `postgresql://${account}@/${database}?host=${encodeURIComponent(listen.directory)}&port=${socketPort}`;
}

async function shutDown(keeper: Keeper, folder: DataFolder): Promise<void> {
  await keeper.end();
  // A killed keeper could not do it.
  await endOrphanedPostmaster(folder.cluster);
}

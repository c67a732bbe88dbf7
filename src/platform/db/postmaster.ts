import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { processMark, servesFolder } from './process-identity.ts';

/** What a PostgreSQL server says about itself in `postmaster.pid` (PostgreSQL, miscadmin.h: LOCK_FILE_LINE_*). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
  readonly listenAddress: string;
  readonly status: string;
}

/** The server that runs on this cluster folder now, or null. A file left by a dead one counts as none. */
export function livePostmaster(cluster: string): Postmaster | null {
  const noted = readPostmasterFile(cluster);
  if (noted === null || processMark(noted.pid) === null) return null;
  return servesFolder(noted.pid, realpathSync(cluster)) === false ? null : noted;
}

/**
 * After a crash the noted process id may belong to some other program by now, and PostgreSQL would refuse to
 * start. The id is then replaced by one that cannot exist; the rest stays, because the server still needs the
 * shared memory key in it to make sure that no child of the dead server is left.
 */
export function disownRecycledPid(cluster: string): void {
  const noted = readPostmasterFile(cluster);
  if (noted === null || processMark(noted.pid) === null || livePostmaster(cluster) !== null) return;
  const file = join(cluster, 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [String(impossiblePid), ...rest].join('\n'));
}

/**
 * Ends a server that outlived its owner, by fast shutdown (open transactions are rolled back, everything
 * committed is kept), and waits until it is gone. Resolves to true if there was one. Throws `already-running`
 * when it may not be ended (another user's) or does not go within a minute.
 */
export async function endOrphanedPostmaster(cluster: string): Promise<boolean> {
  const orphan = livePostmaster(cluster);
  if (orphan === null) return false;
  try {
    process.kill(orphan.pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') throw stillRunning(orphan, cluster);
  }
  const giveUpAt = Date.now() + 60_000;
  while (livePostmaster(cluster)?.pid === orphan.pid) {
    if (Date.now() > giveUpAt) throw stillRunning(orphan, cluster);
    await delay(25);
  }
  return true;
}

function readPostmasterFile(cluster: string): Postmaster | null {
  let text: string;
  try {
    text = readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socketDir: lines[4] ?? '',
    listenAddress: lines[5] ?? '',
    status: lines[7] ?? '',
  };
}

function stillRunning({ pid }: Postmaster, cluster: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    'already-running',
    `A PostgreSQL server (process ${pid}) still runs on ${cluster} and cannot be ended from here; end it first.`,
  );
}

// Above the highest process id of Linux (2^22) and macOS (99,998).
const impossiblePid = 2_147_483_647;

import { execFile } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type DataFolder, folderError, giveToServer } from './data-folder.ts';
import { DatabaseUnavailable } from './database-unavailable.ts';
import type { ServerBinaries } from './server-binaries.ts';
import { spawnAs } from './server-user.ts';

/** The role that owns everything in a private database; also the name of the database. */
export const privateRole = 'tuntas';

/**
 * Creates the cluster if there is none: UTF-8 in code point order (so that every platform sorts alike; screens
 * sort for people themselves), data checksums, scram only. Returns whether it did. A creation that was
 * interrupted leaves nothing that counts. Throws `version-mismatch` for the data of another major version.
 */
export async function ensureCluster(
  folder: DataFolder,
  binaries: ServerBinaries,
  durable: boolean,
): Promise<boolean> {
  if (existsSync(folder.cluster)) {
    refuseOtherVersion(folder, binaries);
    return false;
  }
  const unfinished = `${folder.cluster}.unfinished`;
  // The server's account reads the password file this once; otherwise it is ours alone.
  giveToServer(folder, folder.password);
  try {
    await initialize(folder, binaries, unfinished, durable);
    renameSync(unfinished, folder.cluster);
  } finally {
    if (folder.serverUser !== null) chownSync(folder.password, 0, 0);
  }
  return true;
}

function refuseOtherVersion({ cluster }: DataFolder, { major }: ServerBinaries): void {
  let found: string;
  try {
    found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw folderError(cluster, error);
  }
  if (found === String(major)) return;
  throw new DatabaseUnavailable(
    'version-mismatch',
    `The database in ${cluster} was made by PostgreSQL ${found}, and this release of Tuntas brings PostgreSQL ${major}; back it up with the release that made it, then restore into an empty folder.`,
  );
}

async function initialize(folder: DataFolder, binaries: ServerBinaries, target: string, durable: boolean) {
  // The libc's own UTF-8 locale decides what counts as a letter in searches; some systems lack it.
  const characterTypes = process.platform === 'linux' ? ['C.UTF-8', 'C'] : ['C'];
  for (const characterType of characterTypes) {
    rmSync(target, { recursive: true, force: true });
    const failure = await runInitdb(folder, binaries, [
      ...['-D', target, '-U', privateRole, '--pwfile', folder.password, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      ...['--locale', 'C', '--lc-ctype', characterType, '--data-checksums'],
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (failure === null) return;
    if (failure.includes('invalid locale name') && characterType !== 'C') continue;
    throw explainServerFailure(failure, folder);
  }
}

async function runInitdb(
  folder: DataFolder,
  { initdb }: ServerBinaries,
  args: string[],
): Promise<string | null> {
  try {
    await promisify(execFile)(initdb, args, spawnAs(folder.serverUser));
    return null;
  } catch (error) {
    return (error as { stderr?: string }).stderr || (error as Error).message;
  }
}

/** Turns what initdb or the server said last into one sentence with a code. */
export function explainServerFailure(output: string, folder: DataFolder): DatabaseUnavailable {
  if (output.includes('No space left on device')) {
    return new DatabaseUnavailable('disk-full', `The disk that holds ${folder.dir} is full.`);
  }
  const lines = output.split('\n').filter((line) => /(FATAL|PANIC|error|could not)/i.test(line));
  const said = (lines.at(-1) ?? output.trim().split('\n').at(-1) ?? '').replace(
    /^.*?(FATAL|PANIC|error):\s*/,
    '',
  );
  return new DatabaseUnavailable(
    'start-failed',
    `The private PostgreSQL in ${folder.dir} does not start: ${said || 'it gave no reason'} (more in ${folder.log}).`,
  );
}

import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { canEnterFolder, chooseServerUser, type ServerUser } from './server-user.ts';

/** Where a private database lies, file by file. */
export interface DataFolder {
  readonly dir: string;
  /** The server's own data directory; it exists only once it is complete. */
  readonly cluster: string;
  readonly password: string;
  readonly owner: string;
  readonly log: string;
  readonly sockets: string;
  readonly serverUser: ServerUser | null;
  /** One sentence for the operator when the data lie elsewhere than asked, else null. */
  readonly notice: string | null;
}

/**
 * Finds the folder of a private database without creating anything. A folder that the server's account cannot
 * enter (a checkout in root's own home) has its data in `/var/lib/tuntas-<hash of the path>` instead; where a
 * database already lies decides, so that a later change of permissions never makes data seem lost.
 */
export function locateDataFolder(dataDir: string): DataFolder {
  const asked = realPathOf(resolve(dataDir));
  const user = chooseServerUser(join(asked, 'cluster'));
  const elsewhere = join(
    '/var/lib',
    `tuntas-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`,
  );
  if (user === null || (!hasCluster(elsewhere) && reachable(asked, user))) return folderAt(asked, user, null);
  if (hasCluster(asked)) {
    if (reachable(asked, user)) return folderAt(asked, user, null);
    throw unusable(asked, `user "${user.name}", who runs the database, can no longer enter it`);
  }
  const notice = `The database lies in ${elsewhere}, because user "${user.name}", who runs it, cannot enter ${asked}.`;
  return folderAt(elsewhere, chooseServerUser(join(elsewhere, 'cluster')) ?? user, notice);
}

/** Like `locateDataFolder`, and makes the folder ready: private to the server's account, password written. */
export function prepareDataFolder(dataDir: string): DataFolder {
  try {
    const folder = locateDataFolder(dataDir);
    createWayTo(folder.dir);
    refuseForeignContent(folder);
    for (const dir of [folder.dir, folder.sockets]) {
      mkdirSync(dir, { recursive: true });
      giveToServer(folder, dir);
      chmodSync(dir, 0o700);
    }
    if (!canEnterFolder(folder.serverUser, folder.dir)) {
      throw unusable(folder.dir, `user "${folder.serverUser?.name}", who runs the database, cannot enter it`);
    }
    writePasswordOnce(folder);
    return folder;
  } catch (error) {
    throw folderError(resolve(dataDir), error);
  }
}

/** Hands a path to the account that runs the server. Nothing to do when that is us. */
export function giveToServer({ serverUser }: DataFolder, path: string): void {
  if (serverUser !== null) chownSync(path, serverUser.uid, serverUser.gid);
}

/** The generated password of the database, read from the only place where it is kept. */
export function readPassword(folder: DataFolder): string {
  try {
    return readFileSync(folder.password, 'utf8').trim();
  } catch (error) {
    throw folderError(folder.password, error);
  }
}

/** Says in one sentence what the system refused about a folder; passes on what is already such a sentence. */
export function folderError(path: string, error: unknown): DatabaseUnavailable {
  if (error instanceof DatabaseUnavailable) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new DatabaseUnavailable('disk-full', `The disk that holds ${path} is full.`, error);
  }
  return unusable(path, reasons[code ?? ''] ?? message, error);
}

function folderAt(dir: string, serverUser: ServerUser | null, notice: string | null): DataFolder {
  return {
    dir,
    cluster: join(dir, 'cluster'),
    password: join(dir, 'password'),
    owner: join(dir, 'owner.json'),
    log: join(dir, 'server.log'),
    sockets: join(dir, 'sockets'),
    serverUser,
    notice,
  };
}

function hasCluster(dir: string): boolean {
  return existsSync(join(dir, 'cluster', 'PG_VERSION'));
}

// The folder itself will belong to the server's account; the way to it must be open.
function reachable(dir: string, user: ServerUser): boolean {
  const parent = dirname(dir);
  return existsSync(parent) ? canEnterFolder(user, parent) : reachable(parent, user);
}

function realPathOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return dirname(path) === path ? path : join(realPathOf(dirname(path)), basename(path));
}

// Folders on the way are made passable, or a strict umask would lock out the server's account.
function createWayTo(dir: string): void {
  const first = mkdirSync(dirname(dir), { recursive: true });
  for (let made = dirname(dir); first !== undefined && made.length >= first.length; made = dirname(made)) {
    chmodSync(made, 0o755);
  }
}

// The folder gets another owner and closed permissions: never do that to somebody's documents.
function refuseForeignContent({ dir, password, cluster }: DataFolder): void {
  if (!existsSync(dir) || existsSync(password) || existsSync(cluster)) return;
  const foreign = readdirSync(dir).find((name) => !harmless.has(name));
  if (foreign !== undefined) {
    throw unusable(
      dir,
      `it holds other things already ("${foreign}"), and a database wants a folder of its own`,
    );
  }
}

// What an interrupted first start leaves, and what a fresh file system has in it.
const harmless = new Set(['sockets', 'lost+found']);

function writePasswordOnce({ password, cluster }: DataFolder): void {
  if (!existsSync(password) && existsSync(cluster)) {
    throw unusable(cluster, `the password file beside it (${password}) is gone`);
  }
  try {
    writeFileSync(password, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    chmodSync(password, 0o600);
  }
}

function unusable(path: string, why: string, cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    'folder-unusable',
    `The database folder ${path} cannot be used: ${why}.`,
    cause,
  );
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read or write there',
  EPERM: 'this user may not change its owner or permissions',
  EROFS: 'it lies on a disk that is mounted read-only',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file has that name',
};

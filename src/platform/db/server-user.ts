import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseUnavailable } from './database-unavailable.ts';

/** The account that the database server runs under when Tuntas itself is started by root. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Started by root, the server gets the account that already owns the
 * cluster, else the one that owns the folder around it, else `postgres`, else `nobody`. Returns null when this
 * process is no root: the server then runs as the same user. Throws `no-server-user` where none will do.
 */
export function chooseServerUser(cluster: string): ServerUser | null {
  if (process.geteuid?.() !== 0) return null;
  const accounts = readAccounts();
  const owner = ownerOf(cluster);
  if (owner !== null && owner !== 0) {
    return (
      accounts.find((a) => a.uid === owner) ??
      fail(`user ${owner}, the owner of ${cluster}, is not known here`)
    );
  }
  const neighbour = ownerOfNearestFolder(dirname(cluster));
  return (
    accounts.find((a) => a.uid === neighbour && a.uid !== 0) ??
    accounts.find((a) => a.name === 'postgres') ??
    accounts.find((a) => a.name === '_postgres') ??
    accounts.find((a) => a.name === 'nobody') ??
    fail('there is neither a user "postgres" nor a user "nobody"')
  );
}

/** Spawn options that give up root for the server's account, with an environment free of our secrets. */
export function spawnAs(user: ServerUser | null): {
  cwd: string;
  env: Record<string, string>;
  uid?: number;
  gid?: number;
} {
  const system = process.env.SystemRoot;
  const env = {
    PATH: process.env.PATH ?? '',
    LC_ALL: 'C',
    TZ: 'UTC',
    ...(system ? { SystemRoot: system } : {}),
  };
  // The present folder may be closed to that account, and the server insists on knowing where it is.
  const base = { cwd: process.platform === 'win32' ? process.cwd() : '/', env };
  return user === null ? base : { ...base, uid: user.uid, gid: user.gid };
}

/** Whether the account can enter the folder. Always true for our own account: there we simply try. */
export function canEnterFolder(user: ServerUser | null, folder: string): boolean {
  if (user === null) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...spawnAs(user), stdio: 'ignore' }).status === 0
  );
}

function readAccounts(): ServerUser[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    const account = { name: name ?? '', uid: Number(uid), gid: Number(gid) };
    return name && account.uid >= 0 && account.gid >= 0 ? [account] : [];
  });
}

function ownerOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.uid ?? null;
}

function ownerOfNearestFolder(path: string): number {
  return ownerOf(path) ?? ownerOfNearestFolder(dirname(path));
}

function fail(why: string): never {
  throw new DatabaseUnavailable(
    'no-server-user',
    `PostgreSQL does not run as root, and ${why}; start Tuntas as an ordinary user, or set DATABASE_URL.`,
  );
}

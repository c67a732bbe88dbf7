import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { processMark } from './process-identity.ts';

/**
 * One Tuntas process at a time owns a data folder. The claim is a file with the owner's process id and start
 * mark, so that a killed owner, or another process that got its number, never blocks the next start.
 */
export interface FolderOwner {
  readonly pid: number;
  readonly mark: string;
}

/** The process that owns the folder, or null when nobody alive does. */
export function livingOwner(file: string): FolderOwner | null {
  const owner = readOwner(file);
  return owner !== null && processMark(owner.pid) === owner.mark ? owner : null;
}

/**
 * Claims the folder for this process and returns how to give it back. Throws `already-running`, with the
 * owner's process id and the folder, while another one (or an earlier call in this process) holds it.
 */
export function claimFolder(file: string, folder: string): () => void {
  const claim = `${file}.${process.pid}`;
  const mine: FolderOwner = { pid: process.pid, mark: processMark(process.pid) ?? 'alive' };
  writeFileSync(claim, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linkExclusively(claim, file)) return releaseOnce(file);
      const owner = livingOwner(file);
      if (owner !== null) throw alreadyRunning(owner, folder);
      setStaleAside(file);
    }
  } finally {
    rmSync(claim, { force: true });
  }
  throw new DatabaseUnavailable(
    'already-running',
    `Several starts at once compete for the database in ${folder}.`,
  );
}

// A second call must not remove the claim of whoever came after us.
function releaseOnce(file: string): () => void {
  let released = false;
  return () => {
    if (!released) rmSync(file, { force: true });
    released = true;
  };
}

function readOwner(file: string): FolderOwner | null {
  try {
    const { pid, mark } = JSON.parse(readFileSync(file, 'utf8')) as Partial<FolderOwner>;
    return typeof pid === 'number' && typeof mark === 'string' ? { pid, mark } : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

// A link appears with its whole content at once and fails if the name is taken: no half-written claim is seen.
function linkExclusively(claim: string, file: string): boolean {
  try {
    linkSync(claim, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

// Two starters may both see a dead owner; the slower one could then remove the quicker one's fresh claim. So
// the file is taken aside first, looked at, and put back if it turns out to be alive.
function setStaleAside(file: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (livingOwner(aside) !== null) linkExclusively(aside, file);
  rmSync(aside, { force: true });
}

function alreadyRunning(owner: FolderOwner, folder: string): DatabaseUnavailable {
  const who = owner.pid === process.pid ? 'This process' : `Another Tuntas process (${owner.pid})`;
  return new DatabaseUnavailable(
    'already-running',
    `${who} already runs the database in ${folder}; stop it first, or set DATA_DIR to another folder.`,
  );
}

import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, absolute. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders that hold what was made or fetched, not what was written. */
const NOT_OURS = new Set(['node_modules', '.git']);
const NOT_OURS_AT_THE_ROOT = new Set(['dist', 'data', 'build', 'coverage']);

/** Every file of the repository below `folder`, as paths from the root with forward slashes, sorted. */
export function listFiles(folder = '.'): string[] {
  const found: string[] = [];
  walk(join(root, folder), found);
  return found.sort();
}

function walk(folder: string, found: string[]): void {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    const fromRoot = relative(root, path).split(sep).join('/');
    if (entry.isDirectory()) {
      if (!NOT_OURS.has(entry.name) && !NOT_OURS_AT_THE_ROOT.has(fromRoot)) walk(path, found);
    } else if (entry.isFile()) found.push(fromRoot);
  }
}

// A folder that is not there yet (console/ on a checkout of the server alone) is an empty one.
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileForNode } from './compile.ts';
import { root } from './tree.ts';

/** Where the entry files of the batches lie; written anew by each run. */
const folder = 'build/tests';

/** What a process of its own is the matter of: they end, kill or fill the process that they run in. */
const ALONE = [
  'src/platform/db/launcher.test.ts',
  'src/platform/db/launcher-accounts.test.ts',
  'src/main/keep-running.test.ts',
  'test/crash/crash.test.ts',
  'src/features/compliance/agreement.test.ts',
];
/** Reading the whole application costs a process longer than most files take; a browser's files are long. */
const FILES_A_BATCH = { browser: 5, house: 9, light: 60 } as const;

/**
 * Deals the test files to batches that share a process each, the long ones first. Within a batch the files
 * stand in their order and their tests run one after another; each file keeps a database of its own.
 */
export function dealBatches(files: readonly string[]): readonly (readonly string[])[] {
  const alone = files.filter((path) => ALONE.includes(path));
  const rest = files.filter((path) => !ALONE.includes(path));
  const kinds = Object.entries(FILES_A_BATCH).map(([kind, size]) =>
    chunks(
      rest.filter((path) => kindOf(path) === kind),
      size,
    ),
  );
  return [...alone.map((path) => [path]), ...kinds.flat()];
}

function kindOf(path: string): keyof typeof FILES_A_BATCH {
  if (path.startsWith('test/browser/')) return 'browser';
  return /^(src\/domain|console|scripts)\//.test(path) ? 'light' : 'house';
}

/** As even as they come: 9 in eights are 5 and 4. */
function chunks(files: readonly string[], size: number): readonly (readonly string[])[] {
  const count = Math.ceil(files.length / size);
  return Array.from({ length: count }, (_, index) =>
    files.slice(Math.floor((index * files.length) / count), Math.floor(((index + 1) * files.length) / count)),
  );
}

/**
 * Writes an entry file for each batch, compiles all of them at once, and returns what node is to run: no test
 * process reads TypeScript, and what the batches share is compiled once.
 */
export async function compileBatches(batches: readonly (readonly string[])[]): Promise<readonly string[]> {
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder), { recursive: true });
  const entries = batches.map((files, index) => {
    const path = join(root, folder, `batch-${index + 1}.entry.ts`);
    writeFileSync(path, entryOf(files));
    return path;
  });
  await compileForNode(entries, folder);
  return entries.map((path) => path.replace(/\.entry\.ts$/, '.entry.js'));
}

// No test starts before the last file is read: node's runner tells by asynchronous context whose child a test
// is, and a file read while another's tests run would hang its tests onto those. The timer keeps the process
// from ending, and the runner from closing its book, while nothing but the reading is under way.
function entryOf(files: readonly string[]): string {
  const reads = files.map((path) => {
    const source = relative(join(root, folder), join(root, path)).replaceAll('\\', '/');
    return `await read('${path}', () => import('${source}'));`;
  });
  return `import { before, test } from 'node:test';

let open = () => {};
const allRead = new Promise<void>((resolve) => { open = resolve; });
const alive = setInterval(() => {}, 60_000);
before(() => allRead);
async function read(path: string, file: () => Promise<unknown>) {
  try {
    await file();
  } catch (error) {
    test(\`reading \${path}\`, () => { throw error; });
  }
}
${reads.join('\n')}
clearInterval(alive);
open();
`;
}

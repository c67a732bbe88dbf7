/**
 * `npm test`: finds the test files itself (Node 20 takes no patterns), runs them in the zone UTC, two batches
 * of files at a time, and closes with the names of what was skipped and node's own summary, one `# word number` a line.
 *
 *   npm test                      everything
 *   npm test -- clocks journeys   files whose path contains one of the words
 *   npm test -- --name="pauses"   tests whose name matches
 *   THOROUGH=1 npm test           all that a change must stand before it lands; .ci/run sets it
 *   TEST_CONCURRENCY=1 npm test   one batch at a time
 */
import { once } from 'node:events';
import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { compileBatches, dealBatches } from './test-batches.ts';
import { listFiles, root } from './tree.ts';

const PLACES = ['src', 'test', 'console', 'seeds', 'scripts'];
const SUMMARY = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;
/** A batch that takes longer than this hangs. */
const FILE_TIMEOUT_MS = 15 * 60_000;

/** The test files whose path contains one of `words`; all of them when none is given. */
export function findTests(words: readonly string[], files: readonly string[]): string[] {
  const tests = files.filter((path) => /\.test\.tsx?$/.test(path));
  return words.length === 0 ? tests : tests.filter((path) => words.some((word) => path.includes(word)));
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const names = args.flatMap((arg) => /^--name=(.+)$/.exec(arg)?.[1] ?? []);
  const words = args.filter((arg) => !arg.startsWith('--'));
  const files = findTests(words, PLACES.flatMap(listFiles));
  if (files.length === 0) {
    console.error(`no test file matches ${words.join(', ')}`);
    process.exitCode = 1;
    return;
  }
  // Children inherit it: a machine's own zone must not decide whether a test passes.
  process.env.TZ = 'UTC';
  if (files.some((path) => path.startsWith('test/browser/'))) await findBrowser();
  await runFiles(files, names);
}

/** Unpacked once, here: the files run side by side. Where it cannot be, each test says so by name. */
async function findBrowser(): Promise<void> {
  if ((process.env.CHROMIUM ?? '') !== '') return;
  const { unpackChromium } = await import('../test/browser/packed-chromium.ts');
  const path = await unpackChromium().catch(() => undefined);
  if (path !== undefined) process.env.CHROMIUM = path;
}

async function runFiles(files: readonly string[], names: readonly string[]): Promise<void> {
  const compiled = await compileBatches(dealBatches(files));
  // The runner hands its own flags on, and what is compiled needs no loader.
  process.execArgv.splice(0, Infinity, '--enable-source-maps');
  const skipped: string[] = [];
  const summary: string[] = [];
  const events = run({
    files: [...compiled],
    concurrency: Number(process.env.TEST_CONCURRENCY ?? 2),
    timeout: FILE_TIMEOUT_MS,
    ...(names.length > 0 && { testNamePatterns: [...names] }),
  });
  events.on('test:pass', (test) => {
    // A test left out by --name is skipped as well; listing those would bury the real ones.
    if (test.skip !== undefined && !String(test.skip).includes('match pattern'))
      skipped.push(`${test.name}: ${reasonOf(test.skip)} (${relative(root, test.file ?? '')})`);
  });
  events.on('test:fail', () => {
    process.exitCode = 1;
  });
  events.on('test:diagnostic', ({ message }) => {
    if (SUMMARY.test(message)) summary.push(`# ${message}`);
  });
  const lines = events.compose(new spec());
  lines.pipe(process.stdout, { end: false });
  await once(lines, 'end');
  for (const line of skipped) console.log(`skipped: ${line}`);
  console.log(`# files ${files.length}`);
  for (const line of summary) console.log(line);
}

function reasonOf(skip: string | boolean): string {
  return typeof skip === 'string' && skip !== '' ? skip : 'no reason given';
}

if (process.argv[1] === import.meta.filename) await main();

/**
 * `npm run check`: everything that can be said about the tree without running it. Every check runs even
 * if one before it failed; each prints a line with its name and seconds, and its output only when it failed.
 * `npm run check -- types locales` runs those named.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tree.ts';

interface Check {
  readonly name: string;
  /** A file of the repository or of node_modules, then its arguments; run with this very node. */
  readonly command: readonly string[];
  /** Needs tsx to run TypeScript. */
  readonly typescript?: true;
}

const own = (name: string, command: readonly string[]): Check => ({ name, command, typescript: true });

const CHECKS: readonly Check[] = [
  { name: 'format and lint', command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'] },
  {
    name: 'types of the islands',
    command: ['node_modules/typescript/bin/tsc', '-p', 'src/site/islands/tsconfig.json', '--noEmit'],
  },
  {
    name: 'types of the console',
    command: ['node_modules/typescript/bin/tsc', '-p', 'console/tsconfig.json', '--noEmit'],
  },
  {
    name: 'boundaries',
    command: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      ...['src', 'console', 'test', 'seeds', 'scripts'].filter((folder) => existsSync(join(root, folder))),
    ],
  },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  own('procedures', ['src/main/cli.ts', 'check-procedures']),
  own('locales', ['scripts/check-locales.ts']),
  own('docs', ['scripts/check-docs.ts']),
  own('domain purity', ['scripts/check-domain-purity.ts']),
  own('tree', ['scripts/check-tree.ts']),
];

/** Runs one check and prints its line; false when it failed. */
function passes({ name, command, typescript }: Check): boolean {
  const started = performance.now();
  const args = typescript ? ['--import', 'tsx', ...command] : [...command];
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(20)} ${seconds.padStart(6)} s`);
  if (status === 0) return true;
  console.log(`${stdout}${stderr}${error?.message ?? ''}`.replace(/^(?=.)/gm, '     ').trimEnd());
  return false;
}

const words = process.argv.slice(2);
const chosen = CHECKS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(
    `no check is called ${words.join(', ')}; there are: ${CHECKS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}
const failed = chosen.filter((check) => !passes(check));
if (failed.length > 0) {
  console.log(
    `check: ${failed.length} of ${chosen.length} failed: ${failed.map(({ name }) => name).join(', ')}`,
  );
  process.exitCode = 1;
} else console.log(`check: all ${chosen.length} passed`);

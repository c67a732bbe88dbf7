/**
 * Nothing in the tree names the machine it was written on: no home folder, no user, no registry of one
 * place in the lockfile, no credentials, no merge left half done. And nothing that was written is missing
 * from it because a pattern of .gitignore reaches too far.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Findings, lineAt, report } from './report.ts';
import { listFiles, root } from './tree.ts';

const REGISTRY = 'https://registry.npmjs.org/';
const TEXT =
  /\.(?:[cm]?[jt]sx?|json|ya?ml|md|css|html|sql|sh|txt|svg|webmanifest|csv|toml)$|(?:^|\/)[^.]+$|^\.[\w-]+$/;

// Written in parts, so that this file does not hold what it looks for.
const PATTERNS: readonly [RegExp, string][] = [
  // `/root/child/` is how a path in the tree of units is written, not a folder.
  [/(?<![\w.~-])\/(?:root(?!\/child\b)|home\/[\w.-]+|Users\/[\w.-]+)\/[\w.-]+/g, 'is a path of one machine'],
  [new RegExp(root.replace(/[^\w/]/g, '\\$&'), 'g'), 'is where this copy lies'],
  [/\b[A-Z]:\\Users\\[\w.-]+/g, 'is a path of one machine'],
  [/\bfile:\/\/\/(?!\$)[\w.-]+\//g, 'is a path of one machine'],
  [new RegExp(`^(?:${'<'.repeat(7)} |${'>'.repeat(7)} )`, 'gm'), 'is a merge left half done'],
  [new RegExp(`-----${'BEGIN'} [A-Z ]*PRIVATE KEY-----`, 'g'), 'is a private key'],
  [/\b_auth(?:Token)?\s*=\s*\S+/g, 'is a credential of a registry'],
];

/** What one text file gives away about the machine it was written on. */
export function tracesIn(path: string, text: string): Findings {
  return PATTERNS.flatMap(([pattern, why]) =>
    [...text.matchAll(pattern)].map((hit) => `${path}:${lineAt(text, hit.index)} ${hit[0].trim()} ${why}`),
  );
}

/** Packages of a lockfile that come from elsewhere than the public registry. */
export function strangersIn(lockfile: string): Findings {
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, { resolved?: string }> };
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith(REGISTRY))
    .map(([name, { resolved }]) => `package-lock.json ${name} comes from ${resolved}`);
}

/** Sources that git leaves out: they work here and are missing in every other copy. */
function ignoredSources(): Findings {
  const folders = [
    'src',
    'console',
    'test',
    'seeds',
    'scripts',
    'procedures',
    'rules',
    'calendars',
    'locales',
  ];
  const { status, stdout } = spawnSync(
    'git',
    ['ls-files', '--others', '--ignored', '--exclude-standard', '--', ...folders],
    { cwd: root, encoding: 'utf8' },
  );
  // Not a checkout (a release unpacked): nothing to compare with.
  if (status !== 0) return [];
  const lines = stdout.split('\n').filter((path) => TEXT.test(path) && !path.endsWith('.log'));
  return lines.map((path) => `${path} is left out by .gitignore`);
}

if (process.argv[1] === import.meta.filename) {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const texts = listFiles().filter((path) => TEXT.test(path) && path !== 'package-lock.json');
  const findings = [
    ...texts.flatMap((path) => tracesIn(path, read(path))),
    ...strangersIn(read('package-lock.json')),
    ...ignoredSources(),
  ];
  report('tree', findings, `${texts.length} text files and the lockfile`);
}

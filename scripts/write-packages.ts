/**
 * Prints what we ship of others' work as CycloneDX 1.6, from `package-lock.json`: `docs/security/packages.cdx.json`.
 * Shipped is what runs on the server and what the console's build takes into its files; tools stay out.
 *
 *   node --import tsx scripts/write-packages.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, root } from './tree.ts';

export const packagesFile = join(root, 'docs/security/packages.cdx.json');

/** One entry of the lock file; its place in `node_modules` is the key. */
export interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export type Lock = Readonly<Record<string, Locked>>;

export interface Component {
  readonly type: 'library' | 'data' | 'file';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version?: string;
  readonly scope: 'required' | 'optional';
  readonly licenses: readonly { readonly expression: string }[];
  readonly purl?: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

/** What lies in the repository and is others' work. */
const ours: readonly Component[] = [
  part('data', 'wilayah (cahyadsn): seeds/reference/areas.csv.gz', 'MIT'),
  part('file', 'Plus Jakarta Sans: src/site/assets, src/features/flowcharts/typeface', 'OFL-1.1'),
];

function part(type: 'data' | 'file', name: string, expression: string): Component {
  return { type, 'bom-ref': name, name, scope: 'required', licenses: [{ expression }] };
}

/** Packages that state no licence but bring its text. */
const readByHand = new Map([['png-js', 'MIT']]);

/** The places in `node_modules` of all that is shipped. */
export function shippedPlaces(lock: Lock, bundled: readonly string[]): readonly string[] {
  const run = Object.keys(lock).filter((place) => place !== '' && lock[place]?.dev !== true);
  const found = new Set(run);
  const open = bundled.flatMap((name) => placeOf(lock, '', name) ?? []);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (found.has(place)) continue;
    found.add(place);
    const needs = { ...lock[place]?.dependencies, ...lock[place]?.peerDependencies };
    for (const name of Object.keys(needs)) open.push(...(placeOf(lock, place, name) ?? []));
  }
  return [...found].toSorted();
}

/** Where a package finds another, as Node looks for it: beside itself, then further up. */
function placeOf(lock: Lock, from: string, name: string): readonly string[] | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock[place] !== undefined) return [place];
    if (folder === '') return undefined;
  }
}

/** The packages for development whose code the console's build takes in: those that it imports. */
function bundledPackages(): readonly string[] {
  const imports = listFiles('console')
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|vite\.config|\/build\//.test(path))
    .flatMap((path) => [
      ...readFileSync(join(root, path), 'utf8').matchAll(/(?:from|import)\s*\(?'((?:@[\w-]+\/)?[\w-]+)[/']/g),
    ])
    .map((hit) => hit[1] ?? '');
  return [...new Set(imports)].toSorted();
}

function componentOf(lock: Lock, place: string): Component {
  const { version = '', optional = false, integrity, ...said } = lock[place] ?? {};
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const license = said.license ?? readByHand.get(name) ?? 'NOASSERTION';
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const hash = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
  return {
    type: 'library',
    'bom-ref': `${place}@${version}`,
    name,
    version,
    scope: optional ? 'optional' : 'required',
    licenses: [{ expression: license }],
    purl,
    ...(hash === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }),
  };
}

export function shippedComponents(): readonly Component[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Lock;
  };
  return [
    ...ours,
    ...shippedPlaces(packages, bundledPackages()).map((place) => componentOf(packages, place)),
  ];
}

/** The file as it should stand; the same for the same lock file. */
export function writePackages(): string {
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name, version, licenses: [{ expression: license }] } },
    components: shippedComponents(),
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/**
 * Why a licence may not be shipped by us, or null. GPL and AGPL would bind the whole; libraries under LGPL are loaded
 * and can be changed for others. Of several that may be chosen one suffices.
 */
export function licenceFault(expression: string): string | null {
  const choices = expression.replaceAll(/[()]/g, '').split(' OR ');
  const fits = choices.some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
  return fits ? null : `the licence ${expression} is not among those that may be shipped`;
}

const allowed = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'PostgreSQL',
  'OFL-1.1',
  'MPL-2.0',
  'LGPL-3.0-or-later',
]);

if (process.argv[1] === import.meta.filename) writeFileSync(packagesFile, writePackages());

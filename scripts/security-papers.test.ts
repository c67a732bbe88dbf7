import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './tree.ts';
import { asvsPage, readAsvs, verdicts, writeAsvs } from './write-asvs.ts';
import {
  type Lock,
  licenceFault,
  packagesFile,
  shippedComponents,
  shippedPlaces,
  writePackages,
} from './write-packages.ts';

test('the page on the ASVS is what its data say', () => {
  const written = readFileSync(asvsPage, 'utf8');
  assert.equal(written, writeAsvs(), 'node --import tsx scripts/write-asvs.ts writes it anew');
});

test('every requirement is answered once, and whatever is said to be met can be looked at', () => {
  const all = readAsvs();
  const ids = all.flatMap((one) => one.ids);
  assert.equal(new Set(ids).size, ids.length);
  // Version 5.0.0 has so many at each level.
  for (const [level, count] of [
    [1, 70],
    [2, 183],
    [3, 92],
  ])
    assert.equal(
      all.filter((one) => one.level === level).flatMap((one) => one.ids).length,
      count,
      `level ${level}`,
    );
  for (const { ids: of, verdict, why, evidence } of all) {
    assert.ok(verdicts.includes(verdict), `${of}: ${verdict}`);
    for (const path of evidence) assert.ok(existsSync(join(root, path)), `${of}: ${path}`);
    if (verdict === 'met')
      assert.ok(evidence.length > 0 || why !== undefined || isOfNature(of), `${of}: how is it met?`);
  }
});

/** Met by there being no such thing: hints, mail as a factor, dead browser technology, DOM clobbering. */
function isOfNature(ids: readonly string[]): boolean {
  return ids.every((id) => ['3.7.1', '6.3.6', '6.4.2'].includes(id));
}

test('the list of packages is what the lock file says', () => {
  const written = readFileSync(packagesFile, 'utf8');
  assert.equal(written, writePackages(), 'node --import tsx scripts/write-packages.ts writes it anew');
});

test('nothing is shipped under a licence that would bind us or forbid a use', () => {
  const faults = shippedComponents().flatMap(({ name, licenses }) =>
    licenses.flatMap(({ expression }) => {
      const fault = licenceFault(expression);
      return fault === null ? [] : [`${name}: ${fault}`];
    }),
  );
  assert.deepEqual(faults, []);
  for (const bad of [
    'GPL-3.0-only',
    'AGPL-3.0',
    'CC-BY-NC-4.0',
    'SSPL-1.0',
    'NOASSERTION',
    'MIT AND GPL-2.0',
  ])
    assert.notEqual(licenceFault(bad), null, bad);
  for (const good of ['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT'])
    assert.equal(licenceFault(good), null, good);
});

test('shipped is what runs, and of the tools what the console takes in, with all they need', () => {
  const lock: Lock = {
    '': {},
    'node_modules/server': { version: '1.0.0' },
    'node_modules/tool': { version: '1.0.0', dev: true },
    'node_modules/screen': { version: '1.0.0', dev: true, dependencies: { part: '*' } },
    'node_modules/screen/node_modules/part': { version: '2.0.0', dev: true, dependencies: { deep: '*' } },
    'node_modules/part': { version: '1.0.0', dev: true },
    'node_modules/deep': { version: '1.0.0', dev: true },
  };
  assert.deepEqual(shippedPlaces(lock, ['screen']), [
    'node_modules/deep',
    'node_modules/screen',
    'node_modules/screen/node_modules/part',
    'node_modules/server',
  ]);
});

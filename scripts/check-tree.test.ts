import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strangersIn, tracesIn } from './check-tree.ts';

// Put together here, so that the check does not find its own test.
const path = (...parts: string[]) => ['', ...parts].join('/');

test('paths of one machine are found with their line', () => {
  const text = [
    'fine',
    path('home', 'siti', 'tuntas'),
    `see ${path('root', 'x')}`,
    path('Users', 'siti', 'a'),
  ].join('\n');
  const lines = tracesIn('x.md', text).map((finding) => finding.split(' ')[0]);
  assert.deepEqual(lines, ['x.md:2', 'x.md:3', 'x.md:4']);
});

test('addresses and routes that only look alike are left alone', () => {
  const text = [
    "import '../home/page.ts'",
    'https://example.org/home/x/y',
    'GET /home',
    'file:///${path}',
  ].join('\n');
  assert.deepEqual(tracesIn('x.ts', text), []);
});

test('a half-done merge and a credential are found', () => {
  assert.equal(tracesIn('x.ts', `${'<'.repeat(7)} HEAD\n`).length, 1);
  assert.equal(tracesIn('.npmrc', `//example.org/:${'_auth'}Token=abc`).length, 1);
});

test('a package from another registry is found; one that names none is not', () => {
  const lockfile = {
    packages: {
      '': {},
      'node_modules/a': { resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' },
      'node_modules/b': { resolved: 'https://npm.example.org/b/-/b-1.0.0.tgz' },
      'node_modules/c': {},
    },
  };
  assert.deepEqual(strangersIn(JSON.stringify(lockfile)), [
    'package-lock.json node_modules/b comes from https://npm.example.org/b/-/b-1.0.0.tgz',
  ]);
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { solved } from '../../../test/support/solved.ts';
import type { Keys } from '../crypto/keys.ts';
import { openKeys } from '../crypto/keys.ts';
import { readProof, setPuzzle } from './proof-of-work.ts';

const now = '2026-11-24T02:00:00.000Z';
let hashes = 0;
const real = openKeys({} as Parameters<typeof openKeys>[0], { root: randomBytes(32), earlier: new Map() });
const keys: Keys = {
  ...real,
  hash(purpose, secret) {
    hashes += 1;
    return real.hash(purpose, secret);
  },
};
const puzzle = setPuzzle(keys, 'submit', 'saya', now);
const proof = solved(puzzle);

test('who has worked is let on, for this limit, from this place, within ten minutes', () => {
  assert.notEqual(readProof(keys, 'submit', 'saya', now, proof), null);
  assert.notEqual(readProof(keys, 'submit', 'saya', '2026-11-24T02:09:59.000Z', proof), null);
  assert.equal(readProof(keys, 'submit', 'saya', '2026-11-24T02:10:00.000Z', proof), null);
  assert.equal(readProof(keys, 'track', 'saya', now, proof), null);
  assert.equal(readProof(keys, 'submit', 'orang lain', now, proof), null);
});

test('every miss costs the same: one hash under our key', () => {
  const { challenge } = puzzle;
  const [expires = '', , random = ''] = challenge.split('.');
  const misses = [
    '',
    '~',
    'x'.repeat(10_000),
    challenge,
    `${challenge}~1`,
    proof.slice(0, -1),
    proof.replace('.17.', '.1.'),
    `${expires}0.17.${random}.${challenge.split('.')[3]}~1`,
    proof.replace(/\.[^.~]+~/, '.~'),
    '\0\ud800~9',
  ];
  for (const sent of [...misses, proof]) {
    const before = hashes;
    const worked = readProof(keys, 'submit', 'saya', now, sent);
    assert.equal(hashes - before, 1, sent.slice(0, 40));
    assert.equal(worked === null, sent !== proof, sent.slice(0, 40));
  }
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { firstWord } from './sha-256.ts';

test('it is SHA-256, over one block and several', () => {
  for (const text of [
    '',
    'abc',
    'a'.repeat(55),
    'b'.repeat(56),
    'c'.repeat(64),
    'd'.repeat(119),
    '0.17.x~123456789'.repeat(9),
  ])
    assert.equal(firstWord(text), createHash('sha256').update(text).digest().readUInt32BE(0), text);
});

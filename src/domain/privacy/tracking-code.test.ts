import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatTrackingCode,
  readTrackingCode,
  trackingCodeAlphabet,
  trackingCodeFrom,
} from './tracking-code.ts';

const bytes = fc.uint8Array({ minLength: 64, maxLength: 64 });

test('a code has 12 characters of 31, none of which looks like another', () => {
  assert.equal(trackingCodeAlphabet.length, 31);
  assert.doesNotMatch(trackingCodeAlphabet, /[01OIL]/);
  fc.assert(fc.property(bytes, (random) => assert.match(trackingCodeFrom(random), /^[2-9A-HJKMNP-Z]{12}$/)));
});

test('no letter is likelier than another', () => {
  const all = trackingCodeFrom(Uint8Array.from({ length: 64 }, (_, index) => index));
  assert.equal(all, trackingCodeAlphabet.slice(0, 12));
  // 248 to 255 would make the first eight letters likelier; they are passed over.
  const biased = Uint8Array.from({ length: 64 }, (_, index) => (index % 2 === 0 ? 250 : 1));
  assert.equal(trackingCodeFrom(biased), '3'.repeat(12));
});

test('it reads back in any case, with spaces, dots and dashes, and nothing else does', () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom(' ', '-', '.', ' – '), (random, gap) => {
      const code = trackingCodeFrom(random);
      const typed = formatTrackingCode(code).toLowerCase().replaceAll('-', gap);
      assert.equal(readTrackingCode(` ${typed} `), code);
      assert.equal(readTrackingCode(code.slice(1)), null);
      assert.equal(readTrackingCode(`${code}2`), null);
    }),
  );
  assert.equal(readTrackingCode('7KQM-4XRT-9DW0'), null);
});

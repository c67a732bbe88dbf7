import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { storable, storableValue } from './storable.ts';

test('what cannot be stored leaves a sign, wherever it stands', () => {
  const sent = { 'a\0': ['x\0y', { z: '\ud800' }], n: 1, none: null, yes: true };
  assert.deepEqual(storableValue(sent), {
    'a\uFFFD': ['x\uFFFDy', { z: '\uFFFD' }],
    n: 1,
    none: null,
    yes: true,
  });
});

test('every other text stays as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\0'));
      assert.equal(storable(text), text);
    }),
  );
});

test('what comes out can always be kept as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(storableValue(value));
      assert.doesNotMatch(text, /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i);
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNameIn, wordPairs } from './names-in-text.ts';

test('A name is found where all of its words stand side by side, whatever stands between them', () => {
  const text = 'Bapak BUDI  Santoso, S.Sos. meminta uang; Ma’ruf Amin melihatnya.';
  assert.ok(isNameIn(text, 'budi santoso'));
  assert.ok(isNameIn(text, 'ma ruf amin'));
  assert.ok(!isNameIn(text, 'budi santoso wijaya'), 'a longer name is another');
  assert.ok(!isNameIn('Budiman Santoso datang.', 'budi santoso'), 'a part of a word is no word');
});

test('Pairs of words come once each, without those that hold a number', () => {
  assert.deepEqual(wordPairs('Budi Santoso, RT 02. Budi Santoso'), ['budi santoso', 'santoso rt']);
  assert.deepEqual(wordPairs(''), []);
});

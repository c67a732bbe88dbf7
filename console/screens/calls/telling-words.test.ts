import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closest, tellingWords } from './telling-words.ts';

test('A few long words tell what it is about; short and empty ones tell nothing', () => {
  assert.deepEqual(tellingWords('Kartu bantuan saya tertelan mesin sejak Agustus, tertelan kemarin'), [
    'tertelan',
    'agustus',
  ]);
  assert.deepEqual(tellingWords('saya di sini kemarin'), []);
});

test('What has most of the words comes first, the newer of two alike', () => {
  const items = ['beras agustus', 'kartu tertelan', 'kartu tertelan agustus'].map((title) => ({
    title,
    excerpt: '',
  }));
  assert.deepEqual(
    closest(items, ['tertelan', 'agustus']).map(({ title }) => title),
    ['kartu tertelan agustus', 'beras agustus', 'kartu tertelan'],
  );
});

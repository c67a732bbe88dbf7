import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { channelIds } from '../src/domain/cases/words.ts';
import { root } from './tree.ts';

const page = readFileSync(join(root, 'docs/channels.md'), 'utf8');
const named = [...page.matchAll(/^- ([A-Z]): "(.+)" in \[[^\]]+\]\(\.\.\/(\S+)\)$/gm)];

test('every test that the page on channels names is there', () => {
  assert.ok(named.length > 15);
  for (const [, letter, name = '', path = ''] of named)
    assert.ok(readFileSync(join(root, path), 'utf8').includes(name), `${letter}: "${name}" in ${path}`);
});

test('every channel has its row, and every letter in it its test', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| '));
  for (const id of channelIds) assert.ok(page.includes(`(\`${id}\`)`), `no row for ${id}`);
  const letters = new Set(named.map(([, letter]) => letter));
  const used = rows
    .slice(1)
    .flatMap((row) => row.replace(/^\|[^|]*/, '').match(/(?<=[ ,])[A-Z](?=[ ,|])/g) ?? []);
  for (const letter of used) assert.ok(letters.has(letter), `${letter} names no test`);
});

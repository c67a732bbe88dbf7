import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deadEnds, unlistedDecisions } from './check-docs.ts';

const files = new Set([
  'README.md',
  'docs/how-to/add.md',
  'src/domain/cases/case.ts',
  'locales/id/site.json',
]);
const texts: Record<string, string> = { 'docs/how-to/add.md': '# Add a channel: how?\n' };
const read = (path: string) => texts[path] ?? '';
const found = (text: string, path = 'README.md') => deadEnds({ path, text }, files, read);

test('a link to a file that is not there is found with its line', () => {
  assert.deepEqual(found('fine\n[x](docs/gone.md)'), [
    'README.md:2 links to docs/gone.md, which is not there',
  ]);
  assert.equal(found('[x]: docs/gone.md').length, 1);
  assert.deepEqual(
    found('[x](docs/how-to/add.md) [y](docs/) [z](https://example.org/a.md) [w](mailto:a@b.c)'),
    [],
  );
});

test('links are read from where the page lies', () => {
  assert.deepEqual(found('[x](../../README.md)', 'docs/how-to/add.md'), []);
  assert.equal(found('[x](README.md)', 'docs/how-to/add.md').length, 1);
});

test('the part of a page must be one of its headings', () => {
  assert.deepEqual(found('[x](docs/how-to/add.md#add-a-channel-how)'), []);
  assert.equal(found('[x](docs/how-to/add.md#remove)').length, 1);
});

test('back-ticked paths of the repository must be there, patterns must match something', () => {
  assert.equal(found('`src/domain/gone.ts`').length, 1);
  assert.equal(found('`locales/{en,fr}/*.json`').length, 1);
  assert.deepEqual(
    found(
      '`src/domain/` `locales/{id,en}/*.json` `src/domain/<noun>/case.ts` `src/**/case.ts` `application/json`',
    ),
    [],
  );
});

test('fenced examples are not read', () => {
  assert.deepEqual(found('```\n[x](gone.md) `src/gone.ts`\n```'), []);
});

test('every decision is listed under its title and its number is next', () => {
  const decisions = [
    { path: 'docs/adr/0001-one.md', text: '# 0001 One thing' },
    { path: 'docs/adr/0003-three.md', text: '# 0003 Third thing' },
  ];
  assert.deepEqual(unlistedDecisions('- [0001](0001-one.md) Another thing', decisions), [
    'docs/adr/README.md lists 0001-one.md not as "One thing"',
    'docs/adr/README.md does not list 0003-three.md',
    'docs/adr: 3 stands where 2 is due',
  ]);
});

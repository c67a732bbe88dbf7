import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRegistry } from './lint/lint.fixture.ts';
import { rulesCitedIn } from './registry.ts';

const cited = (text: string) => rulesCitedIn(text, aRegistry).map(({ id }) => id);

test('a rule is known however it is written', () => {
  for (const text of [
    'UU 25/2009',
    'UU No. 25 Tahun 2009 tentang Pelayanan Publik',
    'Undang-undang Nomor 25 Tahun 2009;',
    'sesuai (Undang-Undang 25/2009).',
  ]) {
    assert.deepEqual(cited(text), ['UU 25/2009'], text);
  }
});

test('a number that only begins alike is another rule', () => {
  assert.deepEqual(cited('UU 125/2009'), []);
  assert.deepEqual(cited('UU 25/20091'), []);
  assert.deepEqual(cited('PP 25/2009'), []);
});

test('one text may cite several, in the order of the registry', () => {
  assert.deepEqual(cited('PermenPANRB 62/2018 mengganti PermenPANRB Nomor 24 Tahun 2014'), [
    'PermenPANRB 24/2014',
    'PermenPANRB 62/2018',
  ]);
});

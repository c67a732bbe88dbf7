import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, compareUsage, flatten, unreadable } from './check-locales.ts';
import { keysIn } from './message-usage.ts';

const messages = (value: unknown) => new Map(flatten(value, 'x.json').messages);

test('nested and flat keys name the same message', () => {
  assert.deepEqual(messages({ a: { b: 'x' } }), messages({ 'a.b': 'x' }));
  assert.equal(flatten({ a: ['x'] }, 'x.json').findings.length, 1);
});

test('a key in one language only is found in both directions', () => {
  assert.deepEqual(compare(messages({ a: 'x', b: 'x' }), messages({ a: 'x', c: 'x' })), [
    'locales/en lacks b',
    'locales/id lacks c',
  ]);
});

test('placeholders must be the same; a plural on one side only is no difference', () => {
  const id = messages({
    a: '{n} laporan',
    b: 'Halo {name}',
    c: '{k, select, x {a} other {b}}',
    d: '<b>{x}</b>',
  });
  const en = messages({
    a: '{n, plural, one {# report} other {# reports}}',
    b: 'Hello {nama}',
    c: '{k, select, y {a} other {b}}',
    d: '{x}',
  });
  assert.deepEqual(compare(id, en), [
    'locales b takes {name} in id and {nama} in en',
    'locales c takes {k of other|x} in id and {k of other|y} in en',
    'locales d takes {b (tag), x} in id and {x} in en',
  ]);
});

test('a placeholder hidden in a plural branch counts', () => {
  const id = messages({ a: '{n} {unit}' });
  assert.deepEqual(compare(id, messages({ a: '{n, plural, one {# {unit}} other {# {unit}}}' })), []);
  assert.equal(compare(id, messages({ a: '{n, plural, one {#} other {#}}' })).length, 1);
});

test('a message that does not parse or is empty is found', () => {
  assert.equal(unreadable(messages({ a: '{n, plural, one {#}}', b: ' ', c: 'fine {x}' }), 'id').length, 2);
});

test('keys asked for and not there, and there and not asked for', () => {
  const usages = keysIn(
    'x.tsx',
    [
      "const a = t('home.title');",
      "const b = i18n.message('id', 'home.lost');",
      'const c = t(`status.${status}`);',
      "const d = t(late ? 'clock.late' : 'clock.gone');",
      "const nav = [{ label: 'nav.start' }];",
      "const e = t('id', { key: 'not.a-key' });",
      'const f = t(`nothing.${x}`);',
    ].join('\n'),
  );
  const keys = new Set(['home.title', 'status.open', 'clock.late', 'nav.start', 'left.over']);
  assert.deepEqual(compareUsage(keys, usages), [
    'x.tsx:2 asks for home.lost, which no locale has',
    'x.tsx:4 asks for clock.gone, which no locale has',
    'x.tsx:7 asks for nothing.…, which no locale has',
    'locales left.over is never asked for',
  ]);
});

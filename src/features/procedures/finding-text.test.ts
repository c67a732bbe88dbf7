import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findingText, textCodes } from './finding-text.ts';
import { presentFinding } from './index.ts';

const locales = ['id', 'en'] as const;

/** Whatever a text may ask for, under its own name. */
function everything(locale: string): Record<string, string> {
  const file = join(import.meta.dirname, `../../../locales/${locale}/lint.json`);
  const names = readFileSync(file, 'utf8').matchAll(/\{(\w+)[,}]/g);
  return Object.fromEntries([...names].map(([, name = '']) => [name, `‹${name}›`]));
}

for (const locale of locales) {
  test(`every code has what is so and a remedy: ${locale}`, () => {
    const params = everything(locale);
    for (const code of textCodes) {
      const { text, remedy } = findingText({ code, params, step: '3' }, locale);
      for (const sentence of [text, remedy]) {
        assert.match(sentence, /^[\p{Lu}“‹].+[.?]$/u, `${code}: ${sentence}`);
        assert.doesNotMatch(sentence, /undefined|\{\w+\}/, code);
      }
    }
  });
}

test('times are told in the words of the language', () => {
  const params = { sum: '5 workingDay + 1 minute', overall: '3 workingDay', rows: '2, 3' };
  const found = {
    code: 'path-exceeds-promise',
    severity: 'warning',
    step: null,
    path: ['overallLimit'],
    params,
  } as const;
  assert.match(presentFinding(found, 'id').text, /5 hari kerja \+ 1 menit, lebih dari janji 3 hari kerja/);
  assert.match(
    presentFinding(found, 'en').text,
    /5 working days \+ 1 minute, more than the 3 working days promised/,
  );
  assert.deepEqual(presentFinding(found, 'en').path, ['overallLimit']);
});

test('an id with a hyphen stays as it was written', () => {
  const found = { code: 'unknown-actor', params: { actor: 'admin-um' }, step: '6' } as const;
  assert.match(findingText(found, 'id').text, /“admin-um” pada langkah “6”/);
});

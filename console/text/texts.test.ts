import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { permissions } from '../../src/domain/access/permissions.ts';
import {
  archiveReasons,
  caseKinds,
  caseStatuses,
  channelIds,
  closureKinds,
  queues,
  reportOutcomes,
  secrecyLevels,
} from '../../src/domain/cases/words.ts';
import { stepActs } from '../../src/domain/procedures/procedure.ts';
import { actForms } from '../screens/case/acts/acts.ts';

const locales = new URL('../../locales/', import.meta.url);

function textsOf(language: string): Readonly<Record<string, string>> {
  const folder = new URL(`${language}/`, locales);
  const files = readdirSync(folder).filter((name) => /^console.*\.json$/.test(name));
  return Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
}

function sources(folder: URL, but: readonly string[] = []): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (but.includes(entry.name)) return [];
    if (entry.isDirectory()) return sources(new URL(`${entry.name}/`, folder));
    return /\.tsx?$/.test(entry.name) && !/\.test\.ts$/.test(entry.name)
      ? [readFileSync(new URL(entry.name, folder), 'utf8')]
      : [];
  });
}

interface Part {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** The names of the values that a message takes, wherever they stand in it. */
function valuesIn(text: string): string[] {
  const names = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) => [
      // 0 is plain text and 7 the # of a plural; everything else names a value.
      ...(part.type === 0 || part.type === 7 ? [] : [String(part.value)]),
      ...Object.values(part.options ?? {}).flatMap((option) => names(option.value)),
    ]);
  return [...new Set(names(new IntlMessageFormat(text, 'id').getAst() as readonly Part[]))].toSorted();
}

const id = textsOf('id');
const en = textsOf('en');

describe('texts of the console', () => {
  it('are the same set in both languages, and all well formed', () => {
    assert.deepEqual(Object.keys(en).toSorted(), Object.keys(id).toSorted());
    for (const [language, texts] of [
      ['id', id],
      ['en', en],
    ] as const) {
      for (const [key, text] of Object.entries(texts)) {
        assert.doesNotThrow(() => new IntlMessageFormat(text, language), key);
      }
    }
  });

  it('name the same values in both languages', () => {
    for (const key of Object.keys(id))
      assert.deepEqual(valuesIn(id[key] ?? ''), valuesIn(en[key] ?? ''), key);
  });

  it('exist for every key that the sources name', () => {
    const named = sources(new URL('../', import.meta.url)).flatMap(
      (source) => source.match(/'console\.[\w.-]+'/g) ?? [],
    );
    const prefixes = [
      'console.keys.all',
      'console.keys.list',
      'console.keys.case',
      'console.traffic.in',
      'console.delivery',
    ];
    const missing = named
      .map((key) => key.slice(1, -1))
      .filter((key) => !(key in id) && !prefixes.includes(key));
    assert.deepEqual(missing, []);
    assert.ok(named.length > 200);
  });

  it('of the SOPs are named by their screens only, for the others come without them', () => {
    const later = ['draft', 'simulation', 'version'].flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(new URL(`id/console-${name}.json`, locales), 'utf8'))),
    );
    const others = ['app', 'parts', 'text', 'screens'].flatMap((name) =>
      sources(new URL(`../${name}/`, import.meta.url), ['procedures', 'simulation']),
    );
    const named = new Set(others.flatMap((source) => source.match(/'console\.[\w.-]+'/g) ?? []));
    assert.deepEqual(
      later.filter((key) => named.has(`'${key}'`)),
      [],
    );
  });

  it('exist for every word of the closed vocabularies and for every act', () => {
    const words: readonly (readonly [string, readonly string[]])[] = [
      ['kind', [...caseKinds, 'oversight']],
      ['status', caseStatuses],
      ['state', caseStatuses],
      ['queue', [...queues, 'mine', 'all', 'assigned']],
      ['closure', closureKinds],
      ['archive', archiveReasons],
      ['secrecy', secrecyLevels],
      ['outcome', reportOutcomes],
      ['channel', channelIds],
      ['step', stepActs],
      ['act', Object.keys(actForms)],
      ['act', Object.keys(actForms).map((act) => `${act}.done`)],
    ];
    const keys = [
      ...words.flatMap(([group, all]) => all.map((word) => `console.${group}.${word}`)),
      ...permissions.map((permission) => `rights.may.${permission}`),
    ];
    assert.deepEqual(
      keys.filter((key) => !(key in id)),
      [],
    );
  });
});

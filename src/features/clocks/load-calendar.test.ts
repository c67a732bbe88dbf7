import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, test } from 'node:test';
import { loadCalendar } from './index.ts';

const shipped = join(import.meta.dirname, '../../../calendars');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'calendars-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function shippedYear(year: number): string {
  return readFileSync(join(shipped, `id-${year}.yaml`), 'utf8');
}

/** `file:line code` of everything that is wrong. */
function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const loaded = loadCalendar(folderOf(files));
  return loaded.ok ? [] : loaded.error.map(({ file, line, code }) => `${basename(file)}:${line} ${code}`);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

test('the shipped calendars hold what their decrees give, year by year', () => {
  const loaded = loadCalendar(shipped);
  assert.ok(loaded.ok);
  const counts = [...loaded.value.years.keys()].map((year) => {
    const kinds = [...loaded.value.holidays.values()]
      .filter(({ date }) => date.startsWith(String(year)))
      .map(({ kind }) => kind);
    return [
      year,
      ...['libur-nasional', 'cuti-bersama', 'libur-pemilu'].map(
        (kind) => kinds.filter((one) => one === kind).length,
      ),
    ];
  });
  assert.deepEqual(counts, [
    [2024, 17, 10, 2],
    [2025, 17, 11, 0],
    [2026, 17, 8, 0],
    [2027, 18, 8, 0],
  ]);
  assert.equal(loaded.value.officeCloses, '16:00');
  assert.equal(loaded.value.years.get(2026)?.provisional, false);
  assert.equal(loaded.value.years.get(2027)?.provisional, true);
});

test('a day that a revision added names the revision, not the yearly decree', () => {
  const loaded = loadCalendar(shipped);
  assert.ok(loaded.ok);
  assert.match(loaded.value.holidays.get('2025-08-18')?.decree ?? '', /933\/2025/);
  assert.match(loaded.value.holidays.get('2025-08-17')?.decree ?? '', /1017\/2024/);
});

test('revisions are laid over the list in their order', () => {
  const revision = (adds: string, removes: string) =>
    `  - decree: { number: R, source: naskah, verified: true }\n    adds: [${adds}]\n    removes: [${removes}]\n`;
  const text = shippedYear(2026).replace(
    'revisions: []',
    `revisions:\n${revision('{ date: 2026-07-06, name: Tambahan, kind: cuti-bersama }', '2026-12-24')}${revision('', '2026-07-06')}`,
  );
  const loaded = loadCalendar(folderOf({ 'id-2026.yaml': text }));
  assert.ok(loaded.ok);
  assert.equal(loaded.value.holidays.has('2026-12-24'), false);
  assert.equal(loaded.value.holidays.has('2026-07-06'), false);
});

const text2026 = shippedYear(2026);
const nyepi = '  - date: 2026-03-19\n';

const faults: readonly (readonly [string, (text: string) => string, string, string])[] = [
  [
    'a date of another year',
    (text) => text.replace('2026-03-19', '2025-03-19'),
    'date: 2026-03-19',
    'date-of-other-year',
  ],
  [
    'a date that does not exist',
    (text) => text.replace('2026-03-19', '2026-02-30'),
    'date: 2026-03-19',
    'bad-date',
  ],
  [
    'a date written twice',
    (text) => text.replace('2026-03-19', '2026-03-18'),
    'date: 2026-03-19',
    'duplicate-date',
  ],
  [
    'a kind nobody knows',
    (text) => text.replace('kind: cuti-bersama', 'kind: cuti-besar'),
    'kind: cuti-bersama',
    'unknown-kind',
  ],
  [
    'a year that is not the file name',
    (text) => text.replace('year: 2026', 'year: 2025'),
    'year: 2026',
    'year-not-of-file',
  ],
  [
    'a key nobody knows',
    (text) => text.replace('provisional:', 'provisonal:'),
    'provisional:',
    'unknown-key',
  ],
  [
    'an hour that is none',
    (text) => text.replace("deadlinesFallAt: '16:00'", "deadlinesFallAt: '26:00'"),
    'deadlinesFallAt',
    'wrong-value',
  ],
  [
    'an office that closes before it opens',
    (text) => text.replace("opens: '07:30', closes: '16:30'", "opens: '17:30', closes: '16:30'"),
    'friday',
    'hours-backwards',
  ],
];

for (const [what, spoil, place, code] of faults) {
  test(`${what} is named with its line`, () => {
    const line = lineOf(text2026, place);
    const found = problemsOf({ 'id-2026.yaml': spoil(text2026) });
    assert.ok(found.includes(`id-2026.yaml:${line} ${code}`), found.join(', '));
  });
}

test('a missing key, a broken file and a strange removal are named with their lines', () => {
  const nameless = text2026.replace(`${nyepi}    name: 'Hari Suci Nyepi (Tahun Baru Saka 1948)'\n`, nyepi);
  assert.deepEqual(problemsOf({ 'id-2026.yaml': nameless }), [
    `id-2026.yaml:${lineOf(text2026, nyepi)} missing-key`,
  ]);
  assert.match(
    problemsOf({ 'id-2026.yaml': 'year: 2026\n holidays: [' })[0] ?? '',
    /^id-2026\.yaml:\d not-yaml$/,
  );
  const revised = `${text2026.replace('revisions: []\n', '')}revisions:\n  - decree: { number: R, source: naskah, verified: true }\n    adds: []\n    removes: [2026-07-06]\n`;
  assert.deepEqual(problemsOf({ 'id-2026.yaml': revised }), [
    `id-2026.yaml:${lineOf(revised, '    removes: [2026')} nothing-to-remove`,
  ]);
});

test('what is wrong with the folder is said as well', () => {
  const gap = loadCalendar(folderOf({ 'id-2024.yaml': shippedYear(2024), 'id-2026.yaml': text2026 }));
  assert.ok(!gap.ok);
  assert.deepEqual(
    gap.error.map(({ code }) => code),
    ['year-gap'],
  );
  assert.match(gap.error[0]?.message ?? '', /Kalender 2025 tidak ada.*Tambahkan id-2025\.yaml/);

  assert.deepEqual(problemsOf({ 'id-2026.yaml': text2026, 'libur.yaml': 'x: 1' }), [
    'libur.yaml:1 bad-file-name',
  ]);
  const later = shippedYear(2027).replace("deadlinesFallAt: '16:00'", "deadlinesFallAt: '15:00'");
  assert.deepEqual(problemsOf({ 'id-2026.yaml': text2026, 'id-2027.yaml': later }), [
    'id-2027.yaml:1 closing-differs',
  ]);
  assert.match(problemsOf({})[0] ?? '', /no-calendar$/);
  const nowhere = loadCalendar(join(shipped, 'tidak-ada'));
  assert.ok(!nowhere.ok && nowhere.error[0]?.code === 'folder-missing');
});

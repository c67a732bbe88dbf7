import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, test } from 'node:test';
import { archiveReasons } from '../../domain/cases/words.ts';
import { findRule, requiredRules } from '../../domain/clocks/rules.ts';
import { loadRules } from './index.ts';

const shipped = join(import.meta.dirname, '../../../rules');
const clocks = readFileSync(join(shipped, 'legal-clocks.yaml'), 'utf8');
const reasons = readFileSync(join(shipped, 'archive-reasons.yaml'), 'utf8');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** `file:line code` of everything that is wrong. */
function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  folders.push(folder);
  for (const [name, text] of Object.entries({
    'legal-clocks.yaml': clocks,
    'archive-reasons.yaml': reasons,
    ...files,
  })) {
    writeFileSync(join(folder, name), text);
  }
  const loaded = loadRules(folder);
  return loaded.ok ? [] : loaded.error.map(({ file, line, code }) => `${basename(file)}:${line} ${code}`);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

test('the shipped limits are those of the table', () => {
  const loaded = loadRules(shipped);
  assert.ok(loaded.ok);
  const limits = requiredRules.map((id) => {
    const { limit, owner, pausesWhile } = findRule(loaded.value.clocks, id);
    return `${id} ${limit.amount} ${limit.unit} ${owner}${pausesWhile.length > 0 ? ' pauses' : ''}`;
  });
  assert.deepEqual(limits, [
    'verification 3 workingDay institution pauses',
    'completeness-notice 14 calendarDay institution',
    'acceptance 1 workingDay unit',
    'first-answer 5 workingDay unit',
    'first-answer-hard 10 workingDay unit',
    'class-information-request 5 workingDay institution pauses',
    'class-aspiration 5 workingDay institution pauses',
    'class-complaint 14 workingDay institution pauses',
    'class-oversight 60 workingDay institution pauses',
    'class-oversight-calendar 60 calendarDay institution pauses',
    'reporter-completes 30 calendarDay reporter',
    'reporter-confirms 10 workingDay reporter',
    'decision-notice 14 calendarDay institution',
    'sealed-report-first-check 14 calendarDay institution',
    'formal-information-request 10 workingDay institution',
    'formal-information-extension 7 workingDay institution',
    'information-objection 30 workingDay reporter',
    'urgent-social-case 24 hour institution',
    'personal-data-breach-notice 72 hour institution',
    'personal-data-restriction 72 hour institution',
  ]);
});

test('no article is cited whose text nobody compared', () => {
  const loaded = loadRules(shipped);
  assert.ok(loaded.ok);
  for (const { id, verified, source } of loaded.value.clocks) {
    assert.ok(verified || !/pasal\s*\d/i.test(source), id);
  }
});

test('the archive reasons are the closed list, in both languages', () => {
  const loaded = loadRules(shipped);
  assert.ok(loaded.ok);
  assert.deepEqual(
    loaded.value.archiveReasons.map(({ id }) => id).toSorted(),
    [...archiveReasons].toSorted(),
  );
  const court = loaded.value.archiveReasons.find(({ id }) => id === 'court-or-crime');
  assert.match(court?.whereToGo?.id ?? '', /kantor polisi/);
});

const faults: readonly (readonly [string, string, string, string])[] = [
  [
    'a limit without a unit',
    'limit: { amount: 3, unit: workingDay }',
    'limit: { amount: 3 }',
    'limit-without-unit',
  ],
  [
    'a unit nobody knows',
    'limit: { amount: 3, unit: workingDay }',
    'limit: { amount: 3, unit: hari }',
    'unknown-unit',
  ],
  [
    'a limit of nothing',
    'limit: { amount: 3, unit: workingDay }',
    'limit: { amount: 0, unit: workingDay }',
    'limit-not-positive',
  ],
  ['an event nobody knows', 'startsAt: dispatched', 'startsAt: dikirim', 'unknown-start'],
  ['an owner nobody knows', 'owner: reporter', 'owner: pelapor', 'unknown-owner'],
  [
    'a reason to pause nobody knows',
    'pausesWhile: [awaiting-reporter]',
    'pausesWhile: [cuti]',
    'unknown-pause-reason',
  ],
  ['an id used twice', '- id: decision-notice', '- id: verification', 'duplicate-id'],
];

for (const [what, good, bad, code] of faults) {
  test(`${what} is named with its line`, () => {
    const found = problemsOf({ 'legal-clocks.yaml': clocks.replace(good, bad) });
    assert.ok(found.includes(`legal-clocks.yaml:${lineOf(clocks, good)} ${code}`), found.join(', '));
  });
}

test('a limit that every case needs cannot go missing', () => {
  assert.deepEqual(
    problemsOf({ 'legal-clocks.yaml': clocks.replace('- id: acceptance', '- id: penerimaan') }),
    [`legal-clocks.yaml:${lineOf(clocks, 'rules:\n')} missing-rule`],
  );
});

test('the list of archive reasons is closed', () => {
  const line = (part: string) => lineOf(reasons, part);
  assert.deepEqual(problemsOf({ 'archive-reasons.yaml': reasons.replace('- id: spam', '- id: duplicate') }), [
    `archive-reasons.yaml:${line('- id: spam')} unknown-reason`,
    `archive-reasons.yaml:${line('reasons:\n')} missing-reason`,
  ]);
  const silent = reasons.replace(/ {4}whereToGo:[\s\S]*?(?=\n {2}- id)/, '');
  assert.deepEqual(problemsOf({ 'archive-reasons.yaml': silent }), [
    `archive-reasons.yaml:${line('- id: court-or-crime')} nowhere-to-go`,
  ]);
});

test('a missing file or folder is said', () => {
  const nowhere = loadRules(join(shipped, 'tidak-ada'));
  assert.ok(!nowhere.ok && nowhere.error[0]?.code === 'folder-missing');
  const empty = mkdtempSync(join(tmpdir(), 'rules-'));
  folders.push(empty);
  const loaded = loadRules(empty);
  assert.ok(!loaded.ok);
  assert.deepEqual(
    loaded.error.map(({ code }) => code),
    ['file-missing', 'file-missing'],
  );
});

test('a rule that is not in the table is a bug', () => {
  assert.throws(() => findRule([], 'verification'), /legal-clocks\.yaml/);
});

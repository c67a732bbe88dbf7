import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProcedureDraft } from '../draft.ts';
import { aStep } from '../procedure.fixture.ts';
import { type Finding, type LintCode, lintCodes } from './finding.ts';
import { aCleanDraft, against, cleanWithStep } from './lint.fixture.ts';
import { lintProcedure } from './lint.ts';
import { formLimits } from './size.ts';

const activityOf = (id: string) => aCleanDraft().steps.find((step) => step.id === id)?.activity ?? '';
/** The clean draft, a row of which no longer says this. */
const silent = (id: string, words: string) =>
  cleanWithStep(id, { activity: activityOf(id).replace(words, 'anu') });
const manyActors = Array.from({ length: 16 }, (_, n) => ({
  id: `a${n}`,
  title: `Orang${n}`,
  roles: ['verifier'],
}));
const withActors = (actors: ProcedureDraft['actors']) =>
  aCleanDraft({ actors: [...aCleanDraft().actors, ...actors] });
const without = (...ids: string[]) => aCleanDraft().steps.filter(({ id }) => !ids.includes(id));
const related = (title: string) => aCleanDraft({ related: [title] });
const noted = (note: string) => aCleanDraft({ notes: [note] });
const untimed = aCleanDraft().steps.map((step) => ({ ...step, limit: null }));

/** Each fault, where it is told, and what the texts are given. */
const faults: readonly (readonly [LintCode, Finding['severity'], string, ProcedureDraft, object?])[] = [
  ['too-many-actors', 'error', 'actors', withActors(manyActors.slice(0, 10)), { count: '16', most: '15' }],
  [
    'too-many-steps',
    'error',
    'steps',
    aCleanDraft({ steps: Array.from({ length: 200 }, (_, n) => aStep(`${n}`)) }),
    { count: '200', most: '200' },
  ],
  [
    'activity-too-long',
    'error',
    'steps.3.activity',
    cleanWithStep('3', { activity: `terlambat ${'a'.repeat(formLimits.activity)}` }),
    { length: '2010', most: '2000' },
  ],
  [
    'decree-missing',
    'warning',
    'decree.date',
    aCleanDraft({ decree: { number: '1', date: null, signatory: 'A' } }),
    { part: 'date' },
  ],
  [
    'rule-replaced',
    'warning',
    'legalBasis.0',
    aCleanDraft({ legalBasis: ['PermenPANRB No. 24 Tahun 2014 tentang Pedoman'] }),
    { rule: 'PermenPANRB 24/2014', by: 'PermenPANRB 62/2018', over: 'no' },
  ],
  ['rule-expired', 'warning', 'definitions.0', aCleanDraft({ definitions: ['Menurut PermenPANRB 46/2020'] })],
  [
    'rule-unknown',
    'note',
    'legalBasis.0',
    aCleanDraft({ legalBasis: ['Perda 9/1999'] }),
    { title: 'Perda 9/1999' },
  ],
  ['objection-without-law', 'warning', 'related.0', related('Keberatan informasi'), { law: 'UU 14/2008' }],
  [
    'identity-document-asked',
    'warning',
    'requirements.0',
    aCleanDraft({ requirements: [{ id: 'kk', title: 'Fotokopi KK' }] }),
  ],
  ['attachment-of-other-procedure', 'warning', 'related.0', related('SOP Peminjaman Buku (Lampiran)')],
  ['no-audit-trail', 'warning', 'records', aCleanDraft({ records: ['Statistik bulanan'] })],
  ['no-statistics', 'warning', 'records', aCleanDraft({ records: ['Jejak tindakan'] })],
  [
    'actor-name-undeclared',
    'warning',
    'steps.3.note',
    cleanWithStep('3', { note: 'Dikirim oleh ADMIN UM' }),
    { name: 'ADMIN UM', declared: 'Admin Dinas' },
  ],
  [
    'abbreviation-misspelt',
    'warning',
    'steps.3.note',
    cleanWithStep('3', { note: 'Lewat SP4AN' }),
    { abbreviation: 'SP4AN', meant: 'SP4N' },
  ],
  [
    'abbreviation-unexplained',
    'note',
    'steps.3.note',
    cleanWithStep('3', { note: 'Lewat XYZ' }),
    { abbreviation: 'XYZ' },
  ],
  [
    'identity-recorded',
    'warning',
    'steps.0.activity',
    cleanWithStep('1', { activity: 'Login dengan ID keanggotaan, boleh anonim' }),
  ],
  [
    'refusal-called-finished',
    'warning',
    'steps.2.activity',
    cleanWithStep('2a', { activity: 'Mengarsipkan (selesai)' }),
  ],
  [
    'answer-called-normative',
    'warning',
    'steps.6.output',
    cleanWithStep('6', { output: ['Jawaban normatif'] }),
  ],
  ['copy-of-person', 'warning', 'steps.3.copies', cleanWithStep('3', { copies: ['head'] })],
  [
    'column-requirements-empty',
    'warning',
    'steps',
    cleanWithStep('4', { requires: [] }),
    { rows: '4', count: '1', of: '8' },
  ],
  [
    'column-time-empty',
    'warning',
    'steps',
    cleanWithStep('4', { limit: null }),
    { rows: '4', count: '1', of: '8' },
  ],
  ['column-output-empty', 'warning', 'steps', cleanWithStep('4', { output: [] })],
  ['time-printed-na', 'warning', 'steps.4.limit', cleanWithStep('4', { note: 'Kolom Waktu: N/A' })],
  [
    'time-in-text',
    'warning',
    'steps.4.activity',
    cleanWithStep('4', { limit: null, activity: 'Memeriksa dalam 2 hari kerja' }),
    { time: '2 hari kerja' },
  ],
  [
    'machine-row-without-time',
    'warning',
    'steps.4.limit',
    {
      ...withActors([{ id: 'system', title: 'Sistem', roles: ['system'] }]),
      steps: cleanWithStep('4', { limit: null, actors: ['system', 'reviewer'] }).steps,
    },
  ],
  ['day-not-defined', 'warning', 'notes.0', noted('“3 Hari” dibaca 3 hari kerja.')],
  ['promise-missing', 'note', 'overallLimit', aCleanDraft({ overallLimit: null }), { sum: '7 workingDay' }],
  [
    'promise-not-divided',
    'warning',
    'overallLimit',
    aCleanDraft({ steps: untimed }),
    { overall: '10 workingDay' },
  ],
  [
    'path-exceeds-promise',
    'warning',
    'overallLimit',
    aCleanDraft({ overallLimit: { amount: 6, unit: 'workingDay' } }),
    { sum: '7 workingDay', overall: '6 workingDay', rows: '1, 2, 3, 4, 5, 6, 7' },
  ],
  [
    'promise-not-comparable',
    'note',
    'overallLimit',
    aCleanDraft({ overallLimit: { amount: 9, unit: 'calendarDay' } }),
  ],
  [
    'promise-within-verification',
    'warning',
    'overallLimit',
    aCleanDraft({ overallLimit: { amount: 3, unit: 'workingDay' } }),
    { overall: '3 workingDay', verification: '3 workingDay' },
  ],
  [
    'promise-exceeds-class',
    'warning',
    'overallLimit',
    aCleanDraft({ overallLimit: { amount: 15, unit: 'workingDay' } }),
  ],
  [
    'limit-exceeds-rule',
    'warning',
    'steps.1.limit',
    cleanWithStep('2', { limit: { amount: 4, unit: 'workingDay' } }),
    { limit: '4 workingDay', legal: '3 workingDay', rule: 'verification' },
  ],
  [
    'handler-reviews',
    'warning',
    'steps.4.actors',
    cleanWithStep('4', { actors: ['officer', 'reviewer'] }),
    { actor: 'Petugas' },
  ],
  ['handler-closes', 'warning', 'steps.5.actors', cleanWithStep('5', { actors: ['officer', 'head'] })],
  ['reviewer-closes', 'warning', 'steps.5.actors', cleanWithStep('5', { actors: ['reviewer', 'head'] })],
  ['examiner-finishes', 'warning', 'steps.6.actors', cleanWithStep('6', { actors: ['reviewer', 'liaison'] })],
  [
    'author-releases',
    'warning',
    'steps.4.actors',
    aCleanDraft({
      steps: cleanWithStep('3', { act: 'answer' }).steps.map((step) =>
        step.id === '4' ? { ...step, act: 'pass-on', actors: ['officer', 'reviewer'] } : step,
      ),
    }),
  ],
  ['nobody-examines', 'warning', 'steps', cleanWithStep('4', { act: 'follow-up', actors: ['reviewer'] })],
  [
    'no-decision',
    'warning',
    'steps',
    aCleanDraft({
      steps: [...without('2', '2a'), aStep('2', { next: '2a' }), aStep('2a', { act: 'refer' })],
    }),
  ],
  ['no-road-not-ours', 'warning', 'steps', cleanWithStep('2a', { act: 'follow-up' })],
  ['no-road-incomplete', 'warning', 'steps', silent('2', 'belum lengkap dilengkapi')],
  ['no-road-duplicate', 'warning', 'steps', silent('2', 'serupa digabung')],
  ['no-road-anonymous', 'warning', 'steps', silent('1', 'anonim')],
  ['no-road-sealed', 'warning', 'steps', silent('2', 'berkadar ke APIP')],
  ['no-road-objection', 'warning', 'steps', silent('7', 'keberatan')],
  ['no-road-reopening', 'warning', 'steps', silent('7', 'dibuka kembali')],
  ['no-road-escalation', 'warning', 'steps', silent('3', 'terlambat dinaikkan')],
  ['no-rating', 'warning', 'steps', cleanWithStep('7', { act: 'receive' })],
  ['rating-only-happy-end', 'warning', 'steps', cleanWithStep('2a', { next: null }), { rows: '2a' }],
];

test('of a clean procedure there is nothing to say', () => {
  assert.deepEqual(lintProcedure(aCleanDraft(), against), []);
});

for (const [code, severity, path, draft, params] of faults) {
  test(`${code} at ${path}, ${severity === 'error' ? 'an' : 'a'} ${severity}`, () => {
    const found = lintProcedure(draft, against).filter((one) => one.code === code);
    assert.deepEqual(
      found.map((one) => [one.severity, one.path.join('.')]),
      [[severity, path]],
    );
    if (params !== undefined) assert.deepEqual(found[0]?.params, params);
    const [, row] = path.split('.');
    assert.equal(found[0]?.step, path.startsWith('steps.') ? draft.steps[Number(row)]?.id : null);
  });
}

test('every code has been seen', () => {
  assert.deepEqual(faults.map(([code]) => code).toSorted(), lintCodes.toSorted());
});

test('only what cannot run or be drawn is an error', () => {
  const errors = new Set(faults.filter(([, severity]) => severity === 'error').map(([code]) => code));
  assert.deepEqual([...errors].toSorted(), ['activity-too-long', 'too-many-actors', 'too-many-steps']);
});

test('fifteen actors, 199 steps and 2,000 characters still fit', () => {
  const steps = Array.from({ length: 199 }, (_, n) => aStep(`${n}`, { activity: 'a'.repeat(2_000) }));
  const codes = lintProcedure({ ...withActors(manyActors.slice(0, 9)), steps }).map(({ code }) => code);
  for (const code of ['too-many-steps', 'too-many-actors', 'activity-too-long']) {
    assert.equal(codes.includes(code as LintCode), false, code);
  }
});

test('what is not given is not compared', () => {
  const spoilt = aCleanDraft({
    legalBasis: ['PermenPANRB 24/2014'],
    overallLimit: { amount: 15, unit: 'workingDay' },
  });
  assert.deepEqual(lintProcedure(spoilt), []);
});

test('minutes and hours make a day of twenty-four; working and calendar days do not mix', () => {
  const long = (hours: number) => ({ ...cleanWithStep('3', { limit: { amount: hours, unit: 'hour' } }) });
  const codes = (draft: ProcedureDraft) => lintProcedure(draft, against).map(({ code }) => code);
  const promised = { overallLimit: { amount: 7, unit: 'workingDay' } };
  assert.deepEqual(codes({ ...long(24), ...promised }), []);
  assert.deepEqual(codes({ ...long(25), ...promised }), ['path-exceeds-promise']);
});

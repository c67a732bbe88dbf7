import type { ClockRule } from '../../clocks/rules.ts';
import type { ProcedureDraft, StepDraft } from '../draft.ts';
import { aDraft, aStep } from '../procedure.fixture.ts';
import type { Limit } from '../procedure.ts';
import type { RegisteredRule, RuleRegistry } from '../registry.ts';
import type { LintAgainst } from './lint.ts';

const day: Limit = { amount: 1, unit: 'workingDay' };
const row = (id: string, changes: Partial<StepDraft>): StepDraft =>
  aStep(id, { requires: ['Laporan'], output: ['Hasil'], limit: day, ...changes });

/** A procedure of which the linter has nothing to say; tests spoil what they are about. */
export function aCleanDraft(changes: Partial<ProcedureDraft> = {}): ProcedureDraft {
  return aDraft({
    title: 'Pengaduan',
    decree: { number: '1/2026', date: '2026-01-05', signatory: 'Kepala Dinas' },
    legalBasis: ['UU 25 Tahun 2009 tentang Pelayanan Publik'],
    records: ['Jejak setiap tindakan', 'Statistik bulanan'],
    overallLimit: { amount: 10, unit: 'workingDay' },
    actors: [
      { id: 'reporter', title: 'Pelapor', roles: ['reporter'] },
      { id: 'verifier', title: 'Admin Dinas', roles: ['verifier'] },
      { id: 'officer', title: 'Petugas', roles: ['unit-officer'] },
      { id: 'reviewer', title: 'Pemeriksa', roles: ['reviewer'] },
      { id: 'head', title: 'Pimpinan', roles: ['unit-head'] },
      { id: 'liaison', title: 'Penghubung', roles: ['liaison-officer'] },
    ],
    steps: [
      row('1', {
        act: 'submit',
        status: 'received',
        actors: ['reporter'],
        activity: 'Melapor, boleh anonim',
        next: '2',
      }),
      row('2', {
        act: 'verify',
        status: 'verifying',
        actors: ['verifier'],
        activity:
          'Memeriksa laporan; yang belum lengkap dilengkapi, yang serupa digabung, yang berkadar ke APIP',
        question: 'Berwenang?',
        exits: { ya: '3', tidak: '2a' },
      }),
      row('2a', {
        act: 'refer',
        status: 'referred',
        actors: ['verifier'],
        activity: 'Meneruskan',
        next: '7',
      }),
      row('3', { activity: 'Menangani; yang terlambat dinaikkan', next: '4' }),
      row('4', {
        act: 'review',
        status: 'in-review',
        actors: ['reviewer'],
        activity: 'Memeriksa',
        next: '5',
      }),
      row('5', { act: 'close', status: 'in-review', actors: ['head'], activity: 'Menutup', next: '6' }),
      row('6', { act: 'finish', status: 'in-review', actors: ['liaison'], activity: 'Menjawab', next: '7' }),
      row('7', {
        act: 'rate',
        status: 'answered',
        actors: ['reporter'],
        activity: 'Menilai; atas keberatan laporan dibuka kembali',
      }),
    ],
    ...changes,
  });
}

/** The clean draft with one row changed. */
export function cleanWithStep(id: string, changes: Partial<StepDraft>): ProcedureDraft {
  const draft = aCleanDraft();
  return { ...draft, steps: draft.steps.map((step) => (step.id === id ? { ...step, ...changes } : step)) };
}

function rule(id: string, more: Partial<RegisteredRule> = {}): RegisteredRule {
  const shared = { title: id, citedAs: [id], state: 'in-force', replacedBy: null, governs: [] } as const;
  return { id, ...shared, source: 'contoh', verified: false, ...more };
}

export const aRegistry: RuleRegistry = {
  rules: [
    rule('UU 25/2009', { citedAs: ['UU 25/2009', 'Undang-Undang 25/2009'] }),
    rule('UU 14/2008', { governs: ['information-objection'] }),
    rule('PermenPANRB 24/2014', { state: 'replaced', replacedBy: 'PermenPANRB 62/2018' }),
    rule('PermenPANRB 62/2018'),
    rule('PermenPANRB 46/2020', { state: 'expired' }),
  ],
  abbreviations: ['SP4N', 'APIP', 'UU', 'KK'],
};

function clock(id: string, limit: Limit): ClockRule {
  const name = { id, en: id };
  return {
    id,
    name,
    limit,
    startsAt: 'received',
    owner: 'institution',
    pausesWhile: [],
    source: 'contoh',
    verified: false,
  };
}

/** The limits, rules and roles that the clean draft keeps to. */
export const against: LintAgainst = {
  rules: [
    clock('verification', { amount: 3, unit: 'workingDay' }),
    clock('acceptance', { amount: 1, unit: 'workingDay' }),
    clock('first-answer-hard', { amount: 10, unit: 'workingDay' }),
    clock('class-complaint', { amount: 14, unit: 'workingDay' }),
  ],
  registry: aRegistry,
  roles: ['reporter', 'system', 'verifier', 'unit-officer', 'reviewer', 'unit-head', 'liaison-officer'],
};

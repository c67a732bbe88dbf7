import type { ProcedureDraft, StepDraft } from './draft.ts';

/** A row that is complete in itself; tests change what they are about. */
export function aStep(id: string, changes: Partial<StepDraft> = {}): StepDraft {
  const { next = null, ...others } = changes;
  const onward = changes.exits === undefined ? { next } : {};
  return {
    id,
    activity: `Kegiatan ${id}`,
    actors: ['officer'],
    act: 'follow-up',
    status: 'in-progress',
    requires: [],
    limit: null,
    output: [],
    ...onward,
    ...others,
  };
}

/** Three rows, submit to rate, that run as they are. */
export function aDraft(changes: Partial<ProcedureDraft> = {}): ProcedureDraft {
  return {
    id: 'contoh/uji',
    version: 1,
    institution: 'Instansi Contoh',
    title: 'Uji',
    decree: { number: null, date: null, signatory: null },
    legalBasis: [],
    channels: [],
    overallLimit: null,
    fee: 'Tidak dipungut biaya',
    requirements: [],
    actors: [
      { id: 'reporter', title: 'Pelapor', roles: ['reporter'] },
      { id: 'officer', title: 'Petugas', roles: ['unit-officer'] },
    ],
    steps: [
      aStep('1', { act: 'submit', status: 'received', actors: ['reporter'], next: '2' }),
      aStep('2', { next: '3', limit: { amount: 1, unit: 'workingDay' } }),
      aStep('3', { act: 'rate', status: 'answered', actors: ['reporter'] }),
    ],
    notes: [],
    ...changes,
  };
}

/** The three rows of `aDraft`, one of them changed or replaced. */
export function draftWithStep(id: string, changes: Partial<StepDraft>): ProcedureDraft {
  const draft = aDraft();
  return { ...draft, steps: draft.steps.map((step) => (step.id === id ? { ...step, ...changes } : step)) };
}

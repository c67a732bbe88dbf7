import fc from 'fast-check';
import type { ProcedureDraft, StepDraft } from '../../src/domain/procedures/draft.ts';

/** A draft with nothing in it but its steps; actors are named after their ids. */
export function draftOf(steps: readonly StepDraft[], actors: readonly string[]): ProcedureDraft {
  return {
    id: 'contoh/gambar',
    version: 1,
    institution: 'Instansi Contoh',
    title: 'Prosedur Contoh',
    decree: { number: null, date: null, signatory: null },
    legalBasis: [],
    channels: [],
    overallLimit: null,
    fee: '-',
    requirements: [],
    actors: actors.map((id) => ({ id, title: `Pelaksana ${id}`, roles: ['verifier'] })),
    steps,
    notes: [],
  };
}

const words = fc
  .array(
    fc.constantFrom(
      'memeriksa',
      'laporan',
      'dan',
      'meneruskan',
      'kepada',
      'unit/satuan',
      'kerja',
      'penanggung',
      'jawab',
    ),
    {
      minLength: 2,
      maxLength: 30,
    },
  )
  .map((list) => list.join(' '));

export interface DraftSize {
  readonly steps: readonly [least: number, most: number];
  readonly actors: readonly [least: number, most: number];
}

/**
 * Procedures as offices write them, and stranger: mostly down the rows, some decisions that end, go on or go
 * back, copies, assignments, rows with two actors.
 */
export function anyDraft(size: DraftSize): fc.Arbitrary<ProcedureDraft> {
  return fc
    .record({
      steps: fc.integer({ min: size.steps[0], max: size.steps[1] }),
      actors: fc.integer({ min: size.actors[0], max: size.actors[1] }),
    })
    .chain(({ steps, actors }) =>
      fc.array(anyStep(actors), { minLength: steps, maxLength: steps }).map((list) => assemble(list, actors)),
    );
}

interface LooseStep {
  readonly activity: string;
  readonly actor: number;
  readonly kind: 'plain' | 'ends' | 'back' | 'ahead';
  readonly far: number;
  readonly beside: 'none' | 'copy' | 'delegate' | 'joined';
  readonly besideActor: number;
}

function anyStep(actors: number): fc.Arbitrary<LooseStep> {
  const actor = fc.integer({ min: 0, max: actors - 1 });
  return fc.record({
    activity: words,
    actor,
    kind: fc.oneof(
      { weight: 7, arbitrary: fc.constant('plain' as const) },
      { weight: 1, arbitrary: fc.constant('ends' as const) },
      { weight: 1, arbitrary: fc.constant('back' as const) },
      { weight: 1, arbitrary: fc.constant('ahead' as const) },
    ),
    far: fc.integer({ min: 1, max: 5 }),
    beside: fc.oneof(
      { weight: 6, arbitrary: fc.constant('none' as const) },
      { weight: 1, arbitrary: fc.constant('copy' as const) },
      { weight: 1, arbitrary: fc.constant('delegate' as const) },
      { weight: 1, arbitrary: fc.constant('joined' as const) },
    ),
    besideActor: actor,
  });
}

function assemble(list: readonly LooseStep[], count: number): ProcedureDraft {
  const actors = Array.from({ length: count }, (_, place) => `p${place + 1}`);
  const idOf = (place: number) => `${Math.min(list.length, Math.max(1, place + 1))}`;
  const nameOf = (place: number) => actors[place] ?? 'p1';
  const steps = list.map((one, place): StepDraft => {
    const isLast = place === list.length - 1;
    const base = {
      id: idOf(place),
      activity: one.activity,
      actors: [nameOf(one.actor), ...(one.beside === 'joined' ? [nameOf(one.besideActor)] : [])],
      act: place === 0 ? 'submit' : 'follow-up',
      status: 'in-progress',
      requires: [],
      limit: null,
      output: [],
      ...(one.beside === 'copy' ? { copies: [nameOf(one.besideActor)] } : {}),
      ...(one.beside === 'delegate' ? { delegates: [nameOf(one.besideActor)] } : {}),
    };
    if (isLast) return { ...base, next: null };
    if (place === 0 || one.kind === 'plain') return { ...base, next: idOf(place + 1) };
    const other = { ends: list.length - 1, back: Math.max(1, place - one.far), ahead: place + one.far }[
      one.kind
    ];
    return { ...base, question: 'Benar?', exits: { ya: idOf(place + 1), tidak: idOf(other) } };
  });
  return draftOf(steps, actors);
}

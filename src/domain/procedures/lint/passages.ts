import type { ProcedureDraft } from '../draft.ts';
import type { ProblemPath } from '../problem.ts';

/** One text of a procedure and where it stands. */
export interface Passage {
  readonly text: string;
  readonly path: ProblemPath;
  readonly step?: string;
  /** In the table itself; the rest is said about it, or in the head. */
  readonly inTable: boolean;
}

/** Every text that people wrote, the table first, then what is said about it. */
export function passagesOf(draft: ProcedureDraft): readonly Passage[] {
  const rows = draft.steps.flatMap(({ id: step, activity, question, output }, index): Passage[] => [
    { text: activity, path: ['steps', index, 'activity'], step, inTable: true },
    ...(question === undefined
      ? []
      : [{ text: question, path: ['steps', index, 'question'], step, inTable: true }]),
    ...output.map((text, place) => ({ text, path: ['steps', index, 'output', place], step, inTable: true })),
  ]);
  const remarks = draft.steps.flatMap(({ id: step, note }, index): Passage[] =>
    note === undefined ? [] : [{ text: note, path: ['steps', index, 'note'], step, inTable: false }],
  );
  const actors = draft.actors.flatMap(({ note }, index) =>
    note === undefined ? [] : [{ text: note, path: ['actors', index, 'note'], inTable: false }],
  );
  return [...rows, ...remarks, ...actors, ...headPassages(draft)];
}

const heads = [
  'definitions',
  'legalBasis',
  'channels',
  'equipment',
  'records',
  'related',
  'products',
  'notes',
] as const;

function headPassages(draft: ProcedureDraft): readonly Passage[] {
  const single = (['purpose', 'scope', 'indicator'] as const).flatMap((key) => {
    const text = draft[key];
    return text === undefined ? [] : [{ text, path: [key], inTable: false }];
  });
  const lists = heads.flatMap((key) =>
    (draft[key] ?? []).map((text, index) => ({ text, path: [key, index], inTable: false })),
  );
  return [...single, ...lists];
}

/** Whether any text of the table itself speaks of this. */
export function tableSays(passages: readonly Passage[], what: RegExp): boolean {
  return passages.some(({ text, inTable }) => inTable && what.test(text));
}

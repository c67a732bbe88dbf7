import { type Exit, findStep, nextOf, possibleNext } from '../procedures/next-steps.ts';
import type { Procedure, Step } from '../procedures/procedure.ts';

/**
 * How a run left its row: by an exit of a decision, onward to the next row, past rows the form leaves optional,
 * back to the row that the form names for a return; `ended` where the case ended in it or left the SOP.
 */
export const branchKinds = ['ya', 'tidak', 'onward', 'past', 'returned', 'ended'] as const;
export type BranchKind = (typeof branchKinds)[number];

export function branchOf(step: Step, exit: Exit | null, next: string | null): BranchKind {
  if (next === null) return 'ended';
  if (exit !== null) return exit;
  if (next === step.returnsTo) return 'returned';
  return next === nextOf(step) ? 'onward' : 'past';
}

/** The optional rows that lie between a row and the one it was left for; none where it went back or jumped. */
export function passedOver(procedure: Procedure, from: string, to: string): readonly string[] {
  const step = findStep(procedure, from);
  if (step === undefined) return [];
  const ahead = possibleNext(procedure, step).map(({ id }) => id);
  const place = ahead.indexOf(to);
  return place === -1 ? [] : ahead.slice(0, place);
}

/** Every way past an optional row: from which rows to which. */
export function waysPast(procedure: Procedure, optional: string): readonly (readonly [string, string])[] {
  return procedure.steps.flatMap((step) =>
    possibleNext(procedure, step).flatMap(({ id }) =>
      passedOver(procedure, step.id, id).includes(optional) ? [[step.id, id] as const] : [],
    ),
  );
}

import type { ProcedureDraft, StepDraft } from '../procedures/draft.ts';
import type { SymbolPart } from './chart.ts';

interface SidePart {
  readonly part: Exclude<SymbolPart, 'main' | 'joined'>;
  readonly column: number;
}

/** Who stands beside the row's own actors: assigned, written to, or given a copy; the weightiest first. */
export function sidePartsOf(
  draft: ProcedureDraft,
  step: StepDraft,
  known: (actors: readonly string[]) => readonly number[],
): readonly SidePart[] {
  const own = known(step.actors);
  const parts: readonly (readonly [SidePart['part'], readonly string[]])[] = [
    ['assigned', assignedInRow(draft, step)],
    ['written-to', writtenTo(draft, step)],
    ['copy', step.copies ?? []],
  ];
  const found: SidePart[] = [];
  for (const [part, actors] of parts) {
    for (const column of known(actors)) {
      if (!own.includes(column) && !found.some((one) => one.column === column)) found.push({ part, column });
    }
  }
  return found;
}

/**
 * Whoever may be assigned stands in the row that assigns; but where the next row goes on assigning, as
 * "unit to UPT, UPT to field worker" does, they stand in that one.
 */
function assignedInRow({ steps }: ProcedureDraft, { delegates = [], next }: StepDraft): readonly string[] {
  const following = steps.find(({ id }) => id === next);
  const goesOn =
    (following?.delegates ?? []).length > 0 && following?.actors.some((actor) => delegates.includes(actor));
  return goesOn === true ? [] : delegates;
}

/** The status goes back by the column that speaks with the channels. */
function writtenTo({ actors }: ProcedureDraft, { writesBackTo = [] }: StepDraft): readonly string[] {
  if (writesBackTo.length === 0) return [];
  return actors.filter(({ roles }) => roles.includes('system')).map(({ id }) => id);
}

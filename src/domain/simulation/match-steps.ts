import type { Procedure } from '../procedures/procedure.ts';

/**
 * Which row of `old` each row of `draft` is, by id: the one of the same id and act, else the only one left that
 * does the same (rows are renumbered more often than they change). Rows without a match are not in the map.
 */
export function matchSteps(draft: Procedure, old: Procedure): ReadonlyMap<string, string> {
  const matched = new Map(
    draft.steps.flatMap(({ id, act }) =>
      old.steps.some((one) => one.id === id && one.act === act) ? [[id, id] as const] : [],
    ),
  );
  const isTaken = new Set(matched.values());
  const left = draft.steps.filter(({ id }) => !matched.has(id));
  for (const step of left) {
    const same = old.steps.filter(({ id, act }) => act === step.act && !isTaken.has(id));
    const rivals = left.filter(({ act }) => act === step.act);
    const only = same[0];
    if (only !== undefined && same.length === 1 && rivals.length === 1) matched.set(step.id, only.id);
  }
  return matched;
}

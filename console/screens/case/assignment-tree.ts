import type { CaseView } from '../../../src/features/cases/contract.ts';

type Assignment = CaseView['assignments'][number];

/** Assignments in the order of their tree, each parent before what it assigned further. */
export function placeAssignments(
  all: readonly Assignment[],
): readonly { readonly assignment: Assignment; readonly depth: number }[] {
  const known = new Set(all.map((one) => one.id));
  const below = (parent: string | null, depth: number): { assignment: Assignment; depth: number }[] =>
    all
      // Somebody who sees one task only does not get its parent: it stands at the top then.
      .filter((one) => (one.parentId !== null && known.has(one.parentId) ? one.parentId : null) === parent)
      .flatMap((assignment) => [{ assignment, depth }, ...below(assignment.id, depth + 1)]);
  return below(null, 0);
}

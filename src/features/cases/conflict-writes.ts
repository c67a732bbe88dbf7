import type { Transaction } from 'kysely';
import type { CaseState, Conflict } from '../../domain/cases/case.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Write } from '../../platform/db/write-together.ts';

/** Brings the rows by which lists know whom a case is about up to its state; `before` is undefined for a new case. */
export function conflictWrites(
  tx: Transaction<Schema>,
  before: CaseState | undefined,
  after: CaseState,
): readonly Write[] {
  const had = before?.conflicts ?? [];
  const has = after.conflicts ?? [];
  if (had === has) return [];
  const gone = missingIn(has, had).map(({ id }) =>
    tx.deleteFrom('case_conflicts').where('case_id', '=', after.id).where('id', '=', id),
  );
  const come = missingIn(had, has).map(({ id, person, unit }) => ({
    case_id: after.id,
    id,
    person_id: person?.id ?? null,
    unit_id: unit?.id ?? null,
    unit_path: unit?.path ?? null,
  }));
  return come.length === 0 ? gone : [...gone, tx.insertInto('case_conflicts').values(come)];
}

function missingIn(list: readonly Conflict[], all: readonly Conflict[]): readonly Conflict[] {
  return all.filter(({ id }) => !list.some((one) => one.id === id));
}

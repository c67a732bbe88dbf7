import type { Transaction } from 'kysely';
import type { CaseState } from '../../domain/cases/case.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Write } from '../../platform/db/write-together.ts';

/** What was public goes with the decision that ended it; a rating that comes later is public too. */
export function publicationWrites(
  tx: Transaction<Schema>,
  before: CaseState,
  after: CaseState,
): readonly Write[] {
  const was = before.publication?.id;
  if (was === undefined) return [];
  if (after.publication == null) return [tx.deleteFrom('publications').where('id', '=', was)];
  if (before.rating === after.rating) return [];
  return [
    tx
      .updateTable('publications')
      .set({ rating: after.rating?.score ?? null })
      .where('id', '=', was),
  ];
}

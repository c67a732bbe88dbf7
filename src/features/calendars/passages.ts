import type { Kysely, Selectable } from 'kysely';
import type { Schema } from '../../platform/db/schema.ts';
import type { RevisionRow } from './store.ts';

export type Passage = Selectable<Schema['calendar_revision_passages']>;

/** How drafts went from one person to the next, each one's the oldest first. One statement. */
export async function listPassages(
  db: Kysely<Schema>,
  revisionIds: readonly string[],
): Promise<readonly Passage[]> {
  return db
    .selectFrom('calendar_revision_passages')
    .selectAll()
    .where('revision_id', 'in', revisionIds)
    .orderBy('revision_id')
    .orderBy('number')
    .execute();
}

/** Whether the draft as it is now lies with a second person; a change takes it back, and so does a return. */
export function isHandedOver(row: RevisionRow, passages: readonly Passage[]): boolean {
  const last = passages.at(-1);
  return row.state === 'draft' && last?.kind === 'handed-over' && last.version === row.version;
}

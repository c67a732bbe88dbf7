import type { Kysely, Selectable } from 'kysely';
import type {
  AppliedRevision,
  Revision,
  RevisionEntry,
  RevisionScope,
} from '../../domain/clocks/revision.ts';
import type { Schema } from '../../platform/db/schema.ts';

export type RevisionRow = Selectable<Schema['calendar_revisions']>;

/** Every revision in force, in the order in which they are laid. */
export async function readAppliedRevisions(db: Kysely<Schema>): Promise<readonly AppliedRevision[]> {
  const rows = await revisions(db).where('state', '=', 'applied').orderBy('applied_number').execute();
  return rows.map((row) => ({ ...revisionOf(row), number: row.applied_number ?? 0 }));
}

/** With `forUpdate` of several who change or apply it at once one comes first and the others see it. */
export async function findRevision(
  db: Kysely<Schema>,
  id: string,
  { forUpdate = false }: { readonly forUpdate?: boolean } = {},
): Promise<RevisionRow | undefined> {
  return revisions(db)
    .where('id', '=', id)
    .$if(forUpdate, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** A row in the words of the domain. */
export function revisionOf(row: RevisionRow): Revision {
  return {
    scope: row.scope as RevisionScope,
    year: row.year,
    decree: row.decree_number,
    decreedOn: row.decree_date,
    entries: row.entries as readonly RevisionEntry[],
  };
}

export function revisions(db: Kysely<Schema>) {
  return db.selectFrom('calendar_revisions').selectAll();
}

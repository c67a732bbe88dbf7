import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { ProcedureDocument } from './content-hash.ts';

type Db = Kysely<Schema>;

export interface DraftAuthor {
  readonly id: string;
  readonly name: string;
  readonly changes: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

export type DraftRow = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** The draft with everybody who wrote on it, by name. One statement. */
export async function findDraft(db: Db, id: string) {
  return db
    .selectFrom('procedure_drafts')
    .selectAll('procedure_drafts')
    .select([
      authorsColumn().as('authors'),
      personColumn('created_by').as('creator'),
      personColumn('updated_by').as('updater'),
      personColumn('ended_by').as('ender'),
    ])
    .where('procedure_drafts.id', '=', id)
    .executeTakeFirst();
}

/** Takes turns: of two who change a draft at once, the second sees what the first has done. */
export async function lockDraft(db: Db, id: string): Promise<void> {
  await db.selectFrom('procedure_drafts').select('id').where('id', '=', id).forUpdate().execute();
}

/** Whoever changes a draft is one of its authors from then on. */
export async function noteAuthor(db: Db, draftId: string, personId: string, at: string): Promise<void> {
  await db
    .insertInto('procedure_draft_authors')
    .values({ draft_id: draftId, person_id: personId, first_at: at, last_at: at })
    .onConflict((conflict) =>
      conflict.columns(['draft_id', 'person_id']).doUpdateSet({
        changes: sql`procedure_draft_authors.changes + 1`,
        last_at: at,
      }),
    )
    .execute();
}

/** A draft as the domain knows it; `version` is the number it would get. */
export function draftOf(
  row: { readonly procedure_id: string; readonly document: unknown },
  version: number,
): ProcedureDraft {
  return { ...(row.document as ProcedureDocument), id: row.procedure_id, version };
}

/** Everybody who made or changed it, in the order in which they began. */
export function authorsColumn(): RawBuilder<readonly DraftAuthor[]> {
  return sql`(
    select coalesce(json_agg(json_build_object(
             'id', p.id, 'name', p.name, 'changes', a.changes,
             'firstAt', ${instantInJson(sql`a.first_at`)}, 'lastAt', ${instantInJson(sql`a.last_at`)})
             order by a.first_at, p.name), '[]')
      from procedure_draft_authors a join people p on p.id = a.person_id
     where a.draft_id = procedure_drafts.id)`;
}

function personColumn(column: 'created_by' | 'updated_by' | 'ended_by'): RawBuilder<NamedPerson | null> {
  return sql`(
    select json_build_object('id', p.id, 'name', p.name) from people p
     where p.id = ${sql.ref(`procedure_drafts.${column}`)})`;
}

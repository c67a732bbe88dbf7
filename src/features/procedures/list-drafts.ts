import { sql } from 'kysely';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import { readCursor, writeCursor } from '../../platform/http/cursor.ts';
import type { Reading } from '../context/index.ts';
import type { DraftList, DraftListQuery } from './contract.ts';
import { keptInstitutions } from './draft-rights.ts';
import { authorsColumn } from './draft-store.ts';
import { presentDraftItem } from './get-draft.ts';

/** Drafts of the institutions whose procedures the actor keeps, last changed first; open ones unless asked otherwise. */
export async function listDrafts(ctx: Reading, query: DraftListQuery): Promise<Result<DraftList, Refusal>> {
  const institutions = keptInstitutions(ctx.actor);
  if (!institutions.ok) return institutions;
  const { state = 'open', procedure, limit = 50 } = query;
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
  const rows = await ctx.tx
    .selectFrom('procedure_drafts')
    .select([
      'id',
      'procedure_id',
      'institution_id',
      'based_on_procedure',
      'based_on',
      'reason',
      'revision',
      'state',
      'released_version',
      'created_by',
      'created_at',
      'updated_by',
      'updated_at',
      'ended_by',
      'ended_at',
      sql<string>`document ->> 'title'`.as('title'),
      authorsColumn().as('authors'),
    ])
    .where('state', '=', state)
    .$if(institutions.value !== null, (asked) =>
      asked.where('institution_id', 'in', [...(institutions.value ?? [])]),
    )
    .$if(procedure !== undefined, (asked) => asked.where('procedure_id', '=', procedure ?? ''))
    .$if(cursor !== null, (asked) =>
      asked.where(sql<boolean>`(updated_at, id) < (${cursor?.at ?? ''}, ${cursor?.id ?? ''})`),
    )
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: page.map(presentDraftItem),
    next:
      rows.length > limit && last !== undefined ? writeCursor({ at: last.updated_at, id: last.id }) : null,
  });
}

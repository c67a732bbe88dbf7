import { type Kysely, sql } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { readCursor, writeCursor } from '../../platform/http/cursor.ts';
import type { Reading } from '../context/index.ts';
import type { PublicationItem, PublicationList, PublicationQuery, PublicationView } from './contract.ts';

/**
 * One page of what is public, the newest first; searched is the public text alone. One statement, and no table of cases
 * in it: what is not in `publications` cannot come out.
 */
export async function listPublications(ctx: Reading, query: PublicationQuery): Promise<PublicationList> {
  const limit = query.limit ?? 20;
  const typed = query.q?.trim() ?? '';
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
  const rows = await published(ctx.tx)
    .select(sql<string>`left(publications.text, 280)`.as('text'))
    .$if(query.institution !== undefined, (found) =>
      found.where('publications.institution_id', '=', query.institution ?? ''),
    )
    .$if(typed !== '', (found) =>
      found.where(sql<boolean>`publications.words @@ websearch_to_tsquery('indonesian', ${typed})`),
    )
    .$if(cursor !== null, (found) =>
      found.where(
        sql<boolean>`(publications.published_on, publications.id) < (${cursor?.at.slice(0, 10)}::date, ${cursor?.id}::uuid)`,
      ),
    )
    .orderBy('publications.published_on', 'desc')
    .orderBy('publications.id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  // The day alone: a moment would tell more than the page does.
  const next = rows.length > limit && last !== undefined ? writeCursor(placeOf(last)) : null;
  return {
    items: page.map(
      ({ text, ...row }): PublicationItem => ({ ...presentPublication(ctx, row), excerpt: shorten(text) }),
    ),
    next,
  };
}

/** One public text; `not-found` where there is none, or none any more. */
export async function getPublication(ctx: Reading, id: string): Promise<Result<PublicationView, Refusal>> {
  const row = await published(ctx.tx)
    .select(['publications.text', 'publications.answer'])
    .where('publications.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return err(refusal('not-found'));
  const { text, answer, ...about } = row;
  return ok({ ...presentPublication(ctx, about), text, answer });
}

export function published(tx: Kysely<Schema>) {
  return tx
    .selectFrom('publications')
    .innerJoin('institutions', 'institutions.id', 'publications.institution_id')
    .select([
      'publications.id',
      'publications.institution_id',
      'institutions.name as institution_name',
      'publications.kind',
      'publications.category',
      'publications.area',
      'publications.received_month',
      'publications.days',
      'publications.closure_kind',
      'publications.rating',
      'publications.title',
      'publications.published_on',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof published>['executeTakeFirstOrThrow']>>;

export function presentPublication({ locale }: Reading, row: Row): Omit<PublicationItem, 'excerpt'> {
  return {
    id: row.id,
    institution: { id: row.institution_id, name: row.institution_name },
    kind: row.kind as PublicationItem['kind'],
    category: row.category?.[locale] ?? row.category?.id ?? null,
    area: row.area,
    receivedMonth: row.received_month.slice(0, 7),
    days: row.days,
    closure: row.closure_kind as PublicationItem['closure'],
    rating: row.rating,
    title: row.title,
    publishedOn: row.published_on,
  };
}

function placeOf({ published_on, id }: Pick<Row, 'published_on' | 'id'>) {
  return { at: `${published_on}T00:00:00.000Z`, id };
}

/** Up to the last whole word. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length < 240 ? line : `${line.slice(0, 240).replace(/\s+\S*$/, '')} …`;
}

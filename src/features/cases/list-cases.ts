import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PersonActor } from '../../domain/access/actor.ts';
import { holds } from '../../domain/access/can.ts';
import { capacitiesOf } from '../../domain/access/deputy.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { availableActs } from '../../domain/cases/decide.ts';
import type { Queue } from '../../domain/cases/words.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { plannedAnew } from '../../platform/db/prepare.ts';
import { type Cursor, readCursor, writeCursor } from '../../platform/http/cursor.ts';
import type { Reading } from '../context/index.ts';
import { decisionContext } from './act-on-case.ts';
import type { CaseList, CaseListQuery } from './contract.ts';
import { forWhom } from './for-whom.ts';
import { type Way, waysInto } from './list-ways.ts';
import { type ListRow, lineColumns, presentListItem } from './present-list.ts';
import { type Cases, inArea, notNamed } from './reach.ts';

/**
 * One page of a work list: what the person may read, of what the query asks, by deadline or by arrival.
 * Keyset paging: one page costs the same wherever it stands. One statement. `for` narrows it to one capacity; what is
 * about any of those for whom the reader stands in stays out all the same.
 */
export async function listCases(ctx: Reading, query: CaseListQuery): Promise<Result<CaseList, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  if (!holds(actor, 'case.read') && !holds(actor, 'assignment.work')) return err(refusal('not-authorized'));
  const narrowed = query.for === undefined ? actor : capacityNamed(actor, query.for);
  if (narrowed === undefined) return err({ code: 'invalid-input', fields: { for: 'nobody-absent' } });
  const limit = query.limit ?? 50;
  const byArrival = query.sort === '-received' || (query.queue === undefined && query.sort === undefined);
  const order = byArrival ? newestFirst : soonestFirst;
  const rows = await findRows(ctx, narrowed, query, order, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return ok({
    items: page.map((row) => presentListItem(ctx, row, readerOf(ctx, row))),
    next: hasMore ? writeCursor({ at: last[order.column] ?? '', id: last.id }) : null,
  });
}

/** Where a case stands, as far as rights ask: no act is refused because of a clock, and clocks are half of a state. */
const standing = sql<Omit<CaseState, 'clocks'>>`cases.state - 'clocks'`.as('standing');

/** What the person may do and for whom, by the same tables as the case page. */
function readerOf(ctx: Reading, { standing: stands, queue }: DrawnRow) {
  const state: CaseState = { ...stands, clocks: [] };
  const acts = availableActs(state, decisionContext(ctx, state));
  return { acts, onBehalfOf: forWhom(ctx, state, queue as Queue) };
}

type DrawnRow = ListRow & { readonly standing: Omit<CaseState, 'clocks'> };

/** The person by their own roles alone, or by those of one absent person; undefined where they stand in for no such. */
function capacityNamed(actor: PersonActor, named: string): PersonActor | undefined {
  return capacitiesOf(actor).find(({ onBehalfOf }) => (onBehalfOf?.id ?? 'own') === named);
}

interface Order {
  readonly column: 'received_at' | 'due_at';
  readonly direction: 'asc' | 'desc';
  after(cursor: Cursor): Expression<SqlBool>;
}

const newestFirst: Order = {
  column: 'received_at',
  direction: 'desc',
  after: ({ at, id }) => sql`(cases.received_at, cases.id) < (${at}, ${id})`,
};

const soonestFirst: Order = {
  column: 'due_at',
  direction: 'asc',
  after: ({ at, id }) => sql`(cases.due_at, cases.id) > (${at}, ${id})`,
};

/** The rows of the page are found first, in whichever ways they come into the list, and drawn then. */
async function findRows(
  ctx: Reading,
  actor: PersonActor,
  query: CaseListQuery,
  order: Order,
  limit: number,
): Promise<readonly DrawnRow[]> {
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
  const ways = waysInto(ctx, actor, query.queue).map((way) =>
    alongWay(ctx, way, order, limit, (eb) => [
      ...ownInstitution(eb, actor),
      ...(query.for === undefined ? [] : [notNamed(ctx.actor, sql.ref('cases.id'))]),
      ...filters(eb, ctx, query),
      ...(cursor === null ? [] : [order.after(cursor)]),
    ]),
  );
  if (ways.length === 0) return [];
  return ctx.tx
    .with('page', (db) =>
      db
        .selectFrom(sql<Place>`(${sql.join(ways, sql` union all `)})`.as('found'))
        .select(['found.at', 'found.id'])
        .distinct()
        .orderBy('found.at', order.direction)
        .orderBy('found.id', order.direction)
        .limit(limit),
    )
    .selectFrom('page')
    .innerJoin('cases', 'cases.id', 'page.id')
    .leftJoin('areas', 'areas.code', 'cases.area_code')
    .leftJoin('categories', 'categories.id', 'cases.category_id')
    .select([...lineColumns, standing])
    .$if(isNarrowed(query), (drawn) => drawn.modifyFront(sql.raw(plannedAnew)))
    .orderBy('page.at', order.direction)
    .orderBy('page.id', order.direction)
    .execute();
}

/** Whether the best way to the rows depends on what was asked: few cases are sealed, many are closed. */
function isNarrowed({ q, status, kind, area, late, urgent, unit }: CaseListQuery): boolean {
  return [q, status, kind, area, late, urgent, unit].some((asked) => asked !== undefined);
}

/** Where a row stands in the list. */
interface Place {
  readonly at: string;
  readonly id: string;
}

/** The first page along one way; a way through several places takes as much from each of them. */
function alongWay(
  ctx: Reading,
  way: Way,
  { column, direction }: Order,
  limit: number,
  asked: (eb: Cases) => Expression<SqlBool>[],
): RawBuilder<Place> {
  const nearest = ctx.tx
    .selectFrom('cases')
    .select([`cases.${column} as at`, 'cases.id'])
    .where((eb) => eb.and([...way.where(eb), ...asked(eb)]))
    .where(`cases.${column}`, 'is not', null)
    .orderBy(`cases.${column}`, direction)
    .orderBy('cases.id', direction)
    .limit(limit);
  return way.places === null
    ? sql`(${nearest})`
    : sql`(select nearest.at, nearest.id from ${way.places} as place cross join lateral ${nearest} as nearest)`;
}

function filters(eb: Cases, ctx: Reading, query: CaseListQuery): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = matching(eb, query.q);
  if (query.status !== undefined) all.push(eb('cases.status', '=', query.status));
  if (query.kind !== undefined) all.push(eb('cases.kind', '=', query.kind));
  if (query.area !== undefined) all.push(inArea(sql.ref('cases.area_code'), query.area));
  if (query.late === true) all.push(eb('cases.due_at', '<', ctx.now), eb('cases.paused', '=', false));
  if (query.urgent === true) all.push(eb('cases.urgent', '=', true));
  if (query.unit !== undefined) all.push(ofUnit(query.unit));
  return all;
}

/** Words in the citizen's text or the title, or the number of a case. */
function matching(eb: Cases, typed: string | undefined): Expression<SqlBool>[] {
  const q = typed?.trim() ?? '';
  if (q === '') return [];
  return [
    eb.or([
      sql<SqlBool>`cases.words @@ websearch_to_tsquery('indonesian', ${q})`,
      eb('cases.number', '=', q),
    ]),
  ];
}

/**
 * Follows from the grants; said on its own because every index begins with the institution, and the planner
 * does not look for it inside the grants' alternatives.
 */
function ownInstitution(eb: Cases, actor: PersonActor): Expression<SqlBool>[] {
  const [institution = null, ...others] = new Set(actor.grants.map((grant) => grant.institution));
  return institution === null || others.length > 0 ? [] : [eb('cases.institution_id', '=', institution)];
}

function ofUnit(unitId: string): Expression<SqlBool> {
  return sql<SqlBool>`cases.unit_path like (select u.path || '%' from units u where u.id = ${unitId})`;
}

import { type Expression, type SqlBool, sql } from 'kysely';
import type { PersonActor } from '../../domain/access/actor.ts';
import { holds } from '../../domain/access/can.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import type { CaseList, CaseListQuery } from './contract.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { presentListItem } from './present-list.ts';
import { type Cases, reachable } from './reach.ts';
import { assignedTo, listsByReach, permissionOfQueue, turnIn } from './turn.ts';

/**
 * One page of a work list: what the person may read, of what the query asks, by deadline or by arrival.
 * Keyset paging: one page costs the same wherever it stands. Two statements at most.
 */
export async function listCases(ctx: Reading, query: CaseListQuery): Promise<Result<CaseList, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  if (!holds(actor, 'case.read') && !holds(actor, 'assignment.work')) return err(refusal('not-authorized'));
  const limit = query.limit ?? 50;
  const byArrival = query.sort === '-received' || (query.queue === undefined && query.sort === undefined);
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
  const selected = selectRows(ctx)
    .where((eb) => eb.and([...conditions(ctx, actor, query)(eb), ...matching(eb, query.q)]))
    .limit(limit + 1);
  const rows = await (byArrival ? newestFirst(selected, cursor) : soonestFirst(selected, cursor)).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: page.map((row) => presentListItem(ctx, row)),
    next: rows.length > limit && last !== undefined ? writeCursor(cursorAfter(last, byArrival)) : null,
  });
}

function selectRows(ctx: Reading) {
  return ctx.tx
    .selectFrom('cases')
    .leftJoin('areas', 'areas.code', 'cases.area_code')
    .leftJoin('categories', 'categories.id', 'cases.category_id')
    .select([
      'cases.state',
      'cases.queue',
      'cases.due_at',
      'cases.late',
      'areas.full_name as area',
      'categories.name as category',
      sql<string>`(select left(s.text, 240) from submissions s where s.id = cases.id)`.as('excerpt'),
    ]);
}

type Selected = ReturnType<typeof selectRows>;

function newestFirst(selected: Selected, cursor: Cursor | null): Selected {
  const after =
    cursor === null
      ? selected
      : selected.where(sql<SqlBool>`(cases.received_at, cases.id) < (${cursor.at}, ${cursor.id})`);
  return after.orderBy('cases.received_at', 'desc').orderBy('cases.id', 'desc');
}

function soonestFirst(selected: Selected, cursor: Cursor | null): Selected {
  const after =
    cursor === null
      ? selected
      : selected.where(sql<SqlBool>`(cases.due_at, cases.id) > (${cursor.at}, ${cursor.id})`);
  return after.where('cases.due_at', 'is not', null).orderBy('cases.due_at').orderBy('cases.id');
}

function cursorAfter(row: { state: unknown; due_at: string | null }, byArrival: boolean): Cursor {
  const state = row.state as CaseState;
  return { at: byArrival ? state.receivedAt : (row.due_at ?? ''), id: state.id };
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

type Conditions = (eb: Cases) => Expression<SqlBool>[];

function conditions(ctx: Reading, actor: PersonActor, query: CaseListQuery): Conditions {
  return (eb) => {
    const all: Expression<SqlBool>[] = [...ownInstitution(eb, actor), inQueue(eb, ctx, actor, query.queue)];
    if (query.status !== undefined) all.push(eb('cases.status', '=', query.status));
    if (query.kind !== undefined) all.push(eb('cases.kind', '=', query.kind));
    if (query.area !== undefined) all.push(eb('cases.area_code', 'like', `${query.area}%`));
    if (query.late === true) all.push(eb('cases.due_at', '<', ctx.now), eb('cases.paused', '=', false));
    if (query.unit !== undefined) all.push(ofUnit(query.unit));
    return all;
  };
}

/**
 * Follows from the grants; said on its own because every index begins with the institution, and the planner
 * does not look for it inside the grants' alternatives.
 */
function ownInstitution(eb: Cases, actor: PersonActor): Expression<SqlBool>[] {
  const [institution = null, ...others] = new Set(actor.grants.map((grant) => grant.institution));
  return institution === null || others.length > 0 ? [] : [eb('cases.institution_id', '=', institution)];
}

/** A work list shows where the person may act; everything else shows what the person may read. */
function inQueue(
  eb: Cases,
  ctx: Reading,
  actor: PersonActor,
  queue: CaseListQuery['queue'],
): Expression<SqlBool> {
  if (queue === undefined) return reachable(eb, actor, 'case.read');
  if (queue === 'assigned') return assignedTo(eb, actor);
  if (queue === 'mine') {
    const lists = listsByReach(ctx, actor).map(({ names, permission }) =>
      eb.and([eb('cases.queue', 'in', names), turnIn(eb, ctx, actor, permission, names)]),
    );
    return eb.or([...lists, assignedTo(eb, actor)]);
  }
  const permission = permissionOfQueue[queue] ?? 'case.read';
  return eb.and([eb('cases.queue', '=', queue), turnIn(eb, ctx, actor, permission, [queue])]);
}

function ofUnit(unitId: string): Expression<SqlBool> {
  return sql<SqlBool>`cases.unit_path like (select u.path || '%' from units u where u.id = ${unitId})`;
}

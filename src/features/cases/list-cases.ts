import { type Expression, type SqlBool, sql } from 'kysely';
import type { PersonActor } from '../../domain/access/actor.ts';
import { holds, taskUnitPath } from '../../domain/access/can.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { Queue } from '../../domain/cases/words.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import type { CaseList, CaseListQuery, QueueCounts } from './contract.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { presentListItem } from './present-list.ts';
import { reachable, scopeOf, workGrants } from './reach.ts';

/** The permission by which a person takes part in a work list; the lists a person holds are their menu. */
const permissionOfQueue: Readonly<Partial<Record<Queue, Permission>>> = {
  verification: 'case.verify',
  distribution: 'case.distribute',
  acceptance: 'case.accept',
  handling: 'case.handle',
  answering: 'case.handle',
  release: 'case.release',
  review: 'case.review',
  closing: 'case.close',
  finishing: 'case.finish',
  reporter: 'case.read',
};

/**
 * One page of a work list: what the person may read, of what the query asks, by deadline or by arrival.
 * Keyset paging: one page costs the same wherever it stands. Two statements at most.
 */
export async function listCases(ctx: Context, query: CaseListQuery): Promise<Result<CaseList, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  if (!holds(actor, 'case.read') && !holds(actor, 'assignment.work')) return err(refusal('not-authorized'));
  const limit = query.limit ?? 50;
  const byArrival = query.sort === '-received' || (query.queue === undefined && query.sort === undefined);
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor);
  const selected = selectRows(ctx)
    .where((eb) => eb.and([...conditions(actor, query, ctx.now)(eb), ...matching(eb, query.q)]))
    .limit(limit + 1);
  const rows = await (byArrival ? newestFirst(selected, cursor) : soonestFirst(selected, cursor)).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: page.map((row) => presentListItem(ctx, row)),
    next: rows.length > limit && last !== undefined ? writeCursor(cursorAfter(last, byArrival)) : null,
  });
}

function selectRows(ctx: Context) {
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
function matching(eb: Parameters<typeof reachable>[0], typed: string | undefined): Expression<SqlBool>[] {
  const q = typed?.trim() ?? '';
  if (q === '') return [];
  return [
    eb.or([
      sql<SqlBool>`cases.words @@ websearch_to_tsquery('indonesian', ${q})`,
      eb('cases.number', '=', q),
    ]),
  ];
}

type Conditions = (eb: Parameters<typeof reachable>[0]) => Expression<SqlBool>[];

function conditions(actor: PersonActor, query: CaseListQuery, now: string): Conditions {
  return (eb) => {
    const all: Expression<SqlBool>[] = [...ownInstitution(eb, actor), inQueue(eb, actor, query.queue)];
    if (query.status !== undefined) all.push(eb('cases.status', '=', query.status));
    if (query.kind !== undefined) all.push(eb('cases.kind', '=', query.kind));
    if (query.area !== undefined) all.push(eb('cases.area_code', 'like', `${query.area}%`));
    if (query.late === true) all.push(eb('cases.due_at', '<', now), eb('cases.paused', '=', false));
    if (query.unit !== undefined) all.push(ofUnit(query.unit));
    return all;
  };
}

/**
 * Follows from the grants; said on its own because every index begins with the institution, and the planner
 * does not look for it inside the grants' alternatives.
 */
function ownInstitution(eb: Parameters<typeof reachable>[0], actor: PersonActor): Expression<SqlBool>[] {
  const [institution = null, ...others] = new Set(actor.grants.map((grant) => grant.institution));
  return institution === null || others.length > 0 ? [] : [eb('cases.institution_id', '=', institution)];
}

/** A work list shows where the person may act; everything else shows what the person may read. */
function inQueue(
  eb: Parameters<typeof reachable>[0],
  actor: PersonActor,
  queue: CaseListQuery['queue'],
): Expression<SqlBool> {
  if (queue === undefined) return reachable(eb, actor, 'case.read');
  if (queue === 'assigned') return assignedTo(eb, actor);
  if (queue === 'mine') {
    const lists = listsByReach(actor).map(({ names, permission }) =>
      eb.and([eb('cases.queue', 'in', names), reachable(eb, actor, permission)]),
    );
    return eb.or([...lists, assignedTo(eb, actor)]);
  }
  const permission = permissionOfQueue[queue] ?? 'case.read';
  return eb.and([eb('cases.queue', '=', queue), reachable(eb, actor, permission)]);
}

/** The lists that the person works on, those together that the same grants open: one condition, one index. */
function listsByReach(
  actor: PersonActor,
): readonly { readonly names: readonly Queue[]; readonly permission: Permission }[] {
  const groups = new Map<string, { readonly names: Queue[]; readonly permission: Permission }>();
  for (const [name, permission] of Object.entries(permissionOfQueue) as [Queue, Permission][]) {
    if (name === 'reporter' || !holds(actor, permission)) continue;
    const grants = actor.grants.map((grant) => grant.permissions.includes(permission)).join();
    const group = groups.get(grants) ?? { names: [], permission };
    group.names.push(name);
    groups.set(grants, group);
  }
  return [...groups.values()];
}

/** Open assignments of the person, or of the units in which the person works on assignments. */
function assignedTo(eb: Parameters<typeof reachable>[0], actor: PersonActor): Expression<SqlBool> {
  return eb.or(
    workGrants(actor).map((grant) =>
      eb.and([...scopeOf(eb, grant), openTasks(eb, actor, taskUnitPath(grant))]),
    ),
  );
}

function openTasks(
  eb: Parameters<typeof reachable>[0],
  actor: PersonActor,
  unitPath: string | null,
): Expression<SqlBool> {
  const open = eb
    .selectFrom('case_assignments')
    .select('case_assignments.case_id')
    .where('case_assignments.state', '=', 'open')
    .where((inner) => {
      const named = inner('case_assignments.person_id', '=', actor.id);
      if (unitPath === null) return named;
      const ofUnit = inner('case_assignments.unit_path', 'like', `${unitPath}%`);
      return inner.or([named, inner.and([inner('case_assignments.person_id', 'is', null), ofUnit])]);
    });
  // As an array it is read once and looked up by index, also beside other alternatives.
  return sql<SqlBool>`cases.id = any (array(${open}))`;
}

function ofUnit(unitId: string): Expression<SqlBool> {
  return sql<SqlBool>`cases.unit_path like (select u.path || '%' from units u where u.id = ${unitId})`;
}

/** How many wait in each list that the person takes part in; one statement. */
export async function countQueues(ctx: Context): Promise<Result<QueueCounts, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const mine = (Object.entries(permissionOfQueue) as [Queue, Permission][]).filter(([, permission]) =>
    holds(actor, permission),
  );
  const endOfToday = sql<string>`(date_trunc('day', ${ctx.now}::timestamptz at time zone 'Asia/Jakarta') + interval '1 day') at time zone 'Asia/Jakarta'`;
  const rows = await ctx.tx
    .selectFrom('cases')
    .select((eb) => [
      'cases.queue',
      eb.fn.countAll<number>().as('open'),
      sql<number>`count(*) filter (where cases.due_at < ${ctx.now} and not cases.paused)`.as('late'),
      sql<number>`count(*) filter (where cases.due_at >= ${ctx.now} and cases.due_at < ${endOfToday} and not cases.paused)`.as(
        'today',
      ),
    ])
    .where((eb) =>
      eb.or([
        sql<SqlBool>`false`,
        ...mine.map(([name, permission]) =>
          eb.and([eb('cases.queue', '=', name), reachable(eb, actor, permission)]),
        ),
      ]),
    )
    .groupBy('cases.queue')
    .execute();
  const queues: QueueCounts['queues'] = {};
  for (const [name] of mine) queues[name] = { open: 0, late: 0, today: 0 };
  for (const row of rows)
    queues[row.queue] = { open: Number(row.open), late: Number(row.late), today: Number(row.today) };
  if (holds(actor, 'assignment.work')) queues.assigned = await countAssigned(ctx, actor);
  return ok({ queues });
}

async function countAssigned(ctx: Context, actor: PersonActor): Promise<QueueCounts['queues'][string]> {
  const row = await ctx.tx
    .selectFrom('cases')
    .select((eb) => [
      eb.fn.countAll<number>().as('open'),
      sql<number>`count(*) filter (where cases.due_at < ${ctx.now})`.as('late'),
    ])
    .where((eb) => assignedTo(eb, actor))
    .executeTakeFirstOrThrow();
  return { open: Number(row.open), late: Number(row.late), today: 0 };
}

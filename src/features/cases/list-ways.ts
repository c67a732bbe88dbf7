import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PersonActor } from '../../domain/access/actor.ts';
import type { Queue } from '../../domain/cases/words.ts';
import type { Reading } from '../context/index.ts';
import type { CaseListQuery } from './contract.ts';
import {
  assignedToUnits,
  type Cases,
  isBelow,
  notNamed,
  ownTasks,
  reachable,
  scopeOf,
  workGrants,
} from './reach.ts';
import { assignedTo, listsByReach, namedFor, type OwnLists, permissionOfQueue, turnIn } from './turn.ts';

/**
 * One way in which a case comes into a list. A person's turn has several, and no index serves all of them at
 * once; each alone is read in the order of the list and no further than its first page.
 */
export interface Way {
  /**
   * Stretches of an index in the order of the list, as rows of `place` that `where` compares with; null where
   * the way leads to few cases.
   */
  readonly places: RawBuilder<unknown> | null;
  readonly where: (eb: Cases) => Expression<SqlBool>[];
}

/** A work list shows where the person may act; everything else shows what the person may read. */
export function waysInto(ctx: Reading, actor: PersonActor, queue: CaseListQuery['queue']): readonly Way[] {
  if (queue === undefined) return [few((eb) => [reachable(eb, actor, 'case.read')])];
  if (queue === 'assigned') return [few((eb) => [assignedTo(eb, actor)])];
  if (queue === 'mine') {
    const lists = listsByReach(ctx, actor).flatMap((own) => waysIntoLists(ctx, actor, own));
    return workGrants(actor).length === 0 ? lists : [...lists, few((eb) => [assignedTo(eb, actor)])];
  }
  const permission = permissionOfQueue[queue] ?? 'case.read';
  if (queue === 'none')
    return [few((eb) => [eb('cases.queue', '=', queue), turnIn(eb, ctx, actor, permission, [queue])])];
  return waysIntoLists(ctx, actor, { names: [queue], permission });
}

/** The same cases as `turnIn`, one alternative after the other. */
function waysIntoLists(ctx: Reading, actor: PersonActor, { names, permission }: OwnLists): readonly Way[] {
  const notTheirs = notNamed(actor, sql.ref('cases.id'));
  const inLists = (eb: Cases) => eb('cases.queue', 'in', [...names]);
  const byGrants = actor.grants.flatMap((grant): readonly Way[] => {
    if (!grant.permissions.includes(permission)) return [];
    const limits = (eb: Cases) => [...scopeOf(eb, grant), ...namedFor(eb, ctx, names, grant.role)];
    const { unitPath } = grant;
    const places: Way = {
      places: placesOf(names, unitPath),
      where: (eb) => [inPlace(unitPath), ...limits(eb), notTheirs],
    };
    if (unitPath === null) return [places];
    return [
      places,
      few((eb) => [inLists(eb), assignedToUnits(eb, unitPath, permission), ...limits(eb), notTheirs]),
    ];
  });
  if (workGrants(actor).length === 0) return byGrants;
  return [...byGrants, few((eb) => [inLists(eb), eb.or(ownTasks(eb, actor)), notTheirs])];
}

function few(where: Way['where']): Way {
  return { places: null, where };
}

/** Each list, for a grant to a unit each list of each unit below it: the indexes begin with these. */
function placesOf(names: readonly Queue[], unitPath: string | null): RawBuilder<unknown> {
  const lists = sql`unnest(${[...names]}::text[]) as lists (queue)`;
  return unitPath === null
    ? sql`(select lists.queue from ${lists})`
    : sql`(select lists.queue, units.path from units, ${lists} where ${isBelow('units.path', unitPath)})`;
}

/** The indexes leave out what waits for nobody, and are used only where that is said. */
function inPlace(unitPath: string | null): Expression<SqlBool> {
  return unitPath === null
    ? sql<SqlBool>`cases.queue = place.queue and cases.queue <> 'none'`
    : sql<SqlBool>`cases.queue = place.queue and cases.queue <> 'none' and cases.unit_path = place.path`;
}

import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor, Grant, PersonActor } from '../../domain/access/actor.ts';
import { holderOf, standsFor } from '../../domain/access/deputy.ts';
import { trailOf } from '../../domain/access/named.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import type { Schema } from '../../platform/db/schema.ts';

export type Cases = ExpressionBuilder<Schema, 'cases'>;

/**
 * The rule of `domain/access/can.ts` as SQL, so that a list never shows what the page would refuse.
 * `narrowed` adds what else a grant asks for. Sealed cases (WBS) are left out for everyone without the permission that no ordinary role has.
 */
export function reachable(
  eb: Cases,
  actor: PersonActor,
  permission: Permission,
  narrowed: (grant: Grant) => Expression<SqlBool>[] = () => [],
): Expression<SqlBool> {
  const grants = actor.grants.filter((grant) => grant.permissions.includes(permission));
  const reached = eb.or([
    ...grants.map((grant) => eb.and([grantReaches(eb, grant, permission), ...narrowed(grant)])),
    ...ownTasks(eb, actor),
  ]);
  return eb.and([reached, notNamed(actor, sql.ref('cases.id'))]);
}

/**
 * Leaves out the cases that are about the person or their office (`isNamed` in the domain); `caseId` is the column
 * that names the case. Everything that lists, counts or tells of cases to a person asks this; no case is about the
 * system itself.
 */
export function notNamed(actor: Actor, caseId: RawBuilder<unknown>): RawBuilder<SqlBool> {
  if (actor.kind !== 'person') return sql<SqlBool>`true`;
  return sql<SqlBool>`not exists (
    select from case_conflicts as about
     where about.case_id = ${caseId}
       and (about.person_id = any (${[...standsFor(actor)]}::uuid[]) or about.unit_path = any (${[...trailOf(actor)]}::text[])))`;
}

/** Cases in which a task names the person, so far as a grant to work on tasks reaches them. */
export function ownTasks(eb: Cases, actor: PersonActor): Expression<SqlBool>[] {
  const givenTo = (person: string) =>
    eb.exists(
      eb
        .selectFrom('case_assignments')
        .select(sql`1`.as('one'))
        .whereRef('case_assignments.case_id', '=', 'cases.id')
        .where('case_assignments.person_id', '=', person)
        .where('case_assignments.state', '<>', 'cancelled'),
    );
  return workGrants(actor).map((grant) => eb.and([...scopeOf(eb, grant), givenTo(holderOf(actor, grant))]));
}

/** The grants by which a person works on tasks given to them or to their unit. */
export function workGrants(actor: PersonActor): readonly Grant[] {
  return actor.grants.filter((grant) => grant.permissions.includes('assignment.work'));
}

function grantReaches(eb: Cases, grant: Grant, permission: Permission): Expression<SqlBool> {
  const conditions = scopeOf(eb, grant);
  if (grant.unitPath !== null) conditions.push(unitReaches(eb, grant.unitPath, permission));
  return conditions.length === 0 ? sql<SqlBool>`true` : eb.and(conditions);
}

/** What a grant is limited to besides its unit: institution, area, category, and no sealed cases. */
export function scopeOf(eb: Cases, grant: Grant): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  if (grant.institution !== null) conditions.push(eb('cases.institution_id', '=', grant.institution));
  if (!grant.permissions.includes('case.read-sealed')) conditions.push(eb('cases.status', '<>', 'sealed'));
  if (grant.areaCode !== null) conditions.push(inArea(sql.ref('cases.area_code'), grant.areaCode));
  if (grant.categoryId !== null) conditions.push(eb('cases.category_id', '=', grant.categoryId));
  return conditions;
}

/** The responsible unit's subtree, or a unit of it that was assigned; for reading, one that got a copy too. */
function unitReaches(eb: Cases, path: string, permission: Permission): Expression<SqlBool> {
  return eb.or([isBelow('cases.unit_path', path), assignedToUnits(eb, path, permission)]);
}

/** Cases of other units in which one of these was given a task, or for reading a copy. */
export function assignedToUnits(eb: Cases, path: string, permission: Permission): Expression<SqlBool> {
  return eb(
    'cases.id',
    'in',
    eb
      .selectFrom('case_units')
      .select('case_units.case_id')
      // The responsible unit stands in the case itself; what is left here is few.
      .where('case_units.relation', 'in', permission === 'case.read' ? ['assigned', 'copied'] : ['assigned'])
      .where(isBelow('case_units.unit_path', path)),
  );
}

/** `isInArea` of `domain/access/can.ts`: the area itself or what lies below it, by the dot between the parts of a code. */
export function inArea(column: RawBuilder<unknown>, area: string): RawBuilder<SqlBool> {
  const [from, to] = [`${area}.`, `${area}/`];
  return sql<SqlBool>`(${column} = ${area} or (${column} ~>=~ ${from} and ${column} ~<~ ${to}))`;
}

/**
 * Whether a unit's path begins with another's. Said as a range, since `like` with a parameter is planned anew
 * each time; a path ends with a slash, and the zero is the character after it.
 */
export function isBelow(column: string, path: string): Expression<SqlBool> {
  const end = path.replace(/\/$/, '0');
  return sql<SqlBool>`(${sql.ref(column)} ~>=~ ${path} and ${sql.ref(column)} ~<~ ${end})`;
}

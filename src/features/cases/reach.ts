import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Grant, PersonActor } from '../../domain/access/actor.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import type { Schema } from '../../platform/db/schema.ts';

type Cases = ExpressionBuilder<Schema, 'cases'>;

/**
 * The rule of `domain/access/can.ts` as SQL, so that a list never shows what the page would refuse.
 * Sealed cases (WBS) are left out for everyone without the permission that no ordinary role has.
 */
export function reachable(eb: Cases, actor: PersonActor, permission: Permission): Expression<SqlBool> {
  const grants = actor.grants.filter((grant) => grant.permissions.includes(permission));
  const own = eb.exists(
    eb
      .selectFrom('case_assignments')
      .select(sql`1`.as('one'))
      .whereRef('case_assignments.case_id', '=', 'cases.id')
      .where('case_assignments.person_id', '=', actor.id)
      .where('case_assignments.state', '<>', 'cancelled'),
  );
  const assigned = actor.grants.some((grant) => grant.permissions.includes('assignment.work'));
  return eb.or([...grants.map((grant) => grantReaches(eb, grant)), ...(assigned ? [own] : [])]);
}

function grantReaches(eb: Cases, grant: Grant): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (grant.institution !== null) conditions.push(eb('cases.institution_id', '=', grant.institution));
  if (!grant.permissions.includes('case.read-sealed')) conditions.push(eb('cases.status', '<>', 'sealed'));
  if (grant.areaCode !== null) conditions.push(eb('cases.area_code', 'like', `${grant.areaCode}%`));
  if (grant.categoryId !== null) conditions.push(eb('cases.category_id', '=', grant.categoryId));
  if (grant.unitPath !== null) conditions.push(unitReaches(eb, grant.unitPath));
  return conditions.length === 0 ? sql<SqlBool>`true` : eb.and(conditions);
}

/** The responsible unit's subtree, or a unit of the subtree that was assigned or got a copy. */
function unitReaches(eb: Cases, path: string): Expression<SqlBool> {
  return eb.or([
    eb('cases.unit_path', 'like', `${path}%`),
    eb(
      'cases.id',
      'in',
      eb
        .selectFrom('case_units')
        .select('case_units.case_id')
        // The responsible unit stands in the case itself; what is left here is few.
        .where('case_units.relation', '<>', 'responsible')
        .where('case_units.unit_path', 'like', `${path}%`),
    ),
  ]);
}

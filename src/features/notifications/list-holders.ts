import { sql, type Transaction } from 'kysely';
import type { Permission } from '../../domain/access/permissions.ts';
import { namedIn } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { notAmongNamed } from '../cases/index.ts';

/**
 * Whom a notice reaches: the holders of its permission, or where all of them are on the case's conflict list whoever
 * else reads the case, so that it does not lie still unseen.
 */
export async function listHearers(
  tx: Transaction<Schema>,
  about: About,
  permission: Permission,
  unitPath: string | null,
): Promise<readonly string[]> {
  const holders = await listHolders(tx, about, permission, unitPath);
  const isOnList = (about.conflicts ?? []).length > 0;
  return holders.length === 0 && isOnList ? listHolders(tx, about, 'case.read', unitPath) : holders;
}

/** Those of these people whom the case is not about. */
export async function leaveOutNamed(
  tx: Transaction<Schema>,
  about: About,
  personIds: readonly string[],
): Promise<readonly string[]> {
  const { namedPersonIds, namedUnitPaths } = namedIn(about);
  if (namedPersonIds.length + namedUnitPaths.length === 0) return personIds;
  const { rows } = await sql<{ id: string }>`
    select p.id from people p
     where p.id = any (${[...personIds]}::uuid[]) and ${notAmongNamed(namedPersonIds, namedUnitPaths)}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

type About = Pick<CaseState, 'institution' | 'areaCode' | 'categoryId' | 'conflicts'>;

/**
 * The people nearest to a unit who hold a permission: those of the unit itself, else of the unit above
 * it, up to the whole institution, so that somebody always hears. Nobody hears of a case that is about them or their
 * office, or that their own area or category keeps from them. Cross-institution grants are left out.
 */
async function listHolders(
  tx: Transaction<Schema>,
  about: About,
  permission: Permission,
  unitPath: string | null,
): Promise<readonly string[]> {
  const { namedPersonIds, namedUnitPaths } = namedIn(about);
  const { rows } = await sql<{ person_id: string; depth: number }>`
    select distinct pr.person_id, coalesce(length(u.path), 0) as depth
    from person_roles pr
    join roles r on r.id = pr.role_id
    join people p on p.id = pr.person_id
    left join units u on u.id = pr.unit_id
    where p.institution_id = ${about.institution} and p.active
      and ${permission} = any (r.permissions)
      -- A task of the whole unit is for those who read its cases: taskUnitPath in domain/access/can.ts.
      and (${permission} <> 'assignment.work' or 'case.read' = any (r.permissions))
      and (pr.unit_id is null or ${unitPath}::text like u.path || '%')
      and (pr.area_code is null or ${about.areaCode}::text || '.' like pr.area_code || '.%')
      and (pr.category_id is null or pr.category_id = ${about.categoryId})
      and ${notAmongNamed(namedPersonIds, namedUnitPaths)}`.execute(tx);
  const nearest = Math.max(...rows.map((row) => Number(row.depth)), 0);
  return rows.filter((row) => Number(row.depth) === nearest).map((row) => row.person_id);
}

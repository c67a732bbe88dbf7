import { sql, type Transaction } from 'kysely';
import type { Permission } from '../../domain/access/permissions.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { Schema } from '../../platform/db/schema.ts';

/**
 * The people nearest to a unit who hold a permission: those of the unit itself, else of the unit above
 * it, up to the whole institution, so that somebody always hears. Nobody hears of a case that their own area or
 * category keeps from them. Cross-institution grants are left out.
 */
export async function listHolders(
  tx: Transaction<Schema>,
  about: Pick<CaseState, 'institution' | 'areaCode' | 'categoryId'>,
  permission: Permission,
  unitPath: string | null,
): Promise<readonly string[]> {
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
      and (pr.category_id is null or pr.category_id = ${about.categoryId})`.execute(tx);
  const nearest = Math.max(...rows.map((row) => Number(row.depth)), 0);
  return rows.filter((row) => Number(row.depth) === nearest).map((row) => row.person_id);
}

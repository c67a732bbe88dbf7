import { sql } from 'kysely';
import type { Permission } from '../../../domain/access/permissions.ts';
import type { Context } from '../../context/index.ts';
import { mixesAdministration } from '../grant-rules.ts';

interface GroupRole {
  readonly group_name: string;
  readonly role_id: string;
  readonly unit_id: string | null;
  readonly area_code: string | null;
  readonly category_id: string | null;
  readonly permissions: readonly Permission[];
}

/**
 * Gives the person what the groups told by the provider mean in their institution, and takes away what earlier groups
 * gave; what an administrator gave stays. A role that would make somebody with content an administrator, or the other
 * way round, is left out: a group must not do what no administrator may.
 */
export async function applyGroupRoles(
  ctx: Context,
  personId: string,
  groups: readonly string[],
): Promise<void> {
  await ctx.tx
    .deleteFrom('person_roles')
    .where('person_id', '=', personId)
    .where('from_group', 'is not', null)
    .execute();
  const meant = await findMeant(ctx, personId, groups);
  if (meant.length === 0) return;
  const held = await heldPermissions(ctx, personId);
  for (const { permissions, group_name, ...grant } of meant) {
    if (mixesAdministration([...held, ...permissions])) continue;
    held.push(...permissions);
    await ctx.tx
      .insertInto('person_roles')
      .values({ ...grant, person_id: personId, granted_at: ctx.now, from_group: group_name })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function findMeant(
  ctx: Context,
  personId: string,
  groups: readonly string[],
): Promise<readonly GroupRole[]> {
  const { rows } = await sql<GroupRole>`
    select g.group_name, g.role_id, g.unit_id, g.area_code, g.category_id, r.permissions
    from people p
    join group_roles g on g.institution_id = p.institution_id and g.group_name = any (${[...groups]}::text[])
    join roles r on r.id = g.role_id
    where p.id = ${personId}
    order by g.role_id, g.group_name, g.id`.execute(ctx.tx);
  return rows;
}

async function heldPermissions(ctx: Context, personId: string): Promise<Permission[]> {
  const rows = await ctx.tx
    .selectFrom('person_roles')
    .innerJoin('roles', 'roles.id', 'person_roles.role_id')
    .select('roles.permissions')
    .where('person_id', '=', personId)
    .$castTo<{ permissions: readonly Permission[] }>()
    .execute();
  return rows.flatMap(({ permissions }) => permissions);
}

import { sql } from 'kysely';
import type { Static } from 'typebox';
import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import { uuidv7 } from '../../../platform/crypto/random.ts';
import { type Context, type Reading, staleProof } from '../../context/index.ts';
import { record } from '../../ledger/index.ts';
import { atFault, manages } from '../../organizations/index.ts';
import type { GroupRoleInput, GroupRoles, GroupRoleView } from '../contract.ts';
import { grantRefusal, weighGrants } from '../grant-rules.ts';

/**
 * What groups at the provider give in this institution, by group. Only whoever manages all of its people sees it: a
 * group reaches them all. Refuses `not-authorized`.
 */
export async function listGroupRoles(
  ctx: Reading,
  institution: string,
  used: boolean,
): Promise<Result<Static<typeof GroupRoles>, Refusal>> {
  if (!manages(ctx.actor, 'people.manage', institution)) return err(refusal('not-authorized'));
  return ok({ used, items: await findGroupRoles(ctx, institution, null) });
}

/**
 * From their next sign-in on, members of the group hold the role. The same rights are needed as for giving it to a
 * person. Refuses `not-authorized`, `not-found`, `step-up-needed`, `invalid-input` (group `required`, `taken` where
 * the group has the role already, and as `weighGrants`).
 */
export async function addGroupRole(
  ctx: Context,
  institution: string,
  input: GroupRoleInput,
): Promise<Result<GroupRoleView, Refusal>> {
  if (!manages(ctx.actor, 'people.manage', institution)) return err(refusal('not-authorized'));
  const group = input.group.trim();
  if (group === '') return err(atFault({ group: 'required' }));
  const { roleId, unitId, areaCode, categoryId } = input;
  const weighed = await weighGrants(ctx, institution, [{ roleId, unitId, areaCode, categoryId }]);
  if (!weighed.ok) return err(unnumbered(weighed.error));
  const refused = grantRefusal(ctx, institution, weighed.value) ?? staleProof(ctx);
  if (refused !== null) return err(refused);
  const id = uuidv7(Date.parse(ctx.now));
  const inserted = await ctx.tx
    .insertInto('group_roles')
    .values({
      id,
      institution_id: institution,
      group_name: group,
      role_id: roleId,
      unit_id: unitId,
      area_code: areaCode,
      category_id: categoryId,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return err(atFault({ group: 'taken' }));
  const { group: _name, ...grant } = input;
  await record(ctx, { kind: 'group-role.added', institution, details: { group, ...grant } });
  const [added] = await findGroupRoles(ctx, institution, id);
  return added === undefined ? err(refusal('not-found')) : ok(added);
}

/**
 * The group gives this role no more: whoever holds it because of the group loses it now, not at the next sign-in.
 * Refuses `not-found`, `not-authorized`, `step-up-needed`.
 */
export async function removeGroupRole(
  ctx: Context,
  id: string,
): Promise<Result<Record<string, never>, Refusal>> {
  const row = await ctx.tx
    .selectFrom('group_roles')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return err(refusal('not-found'));
  if (!manages(ctx.actor, 'people.manage', row.institution_id)) return err(refusal('not-authorized'));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  await ctx.tx.deleteFrom('group_roles').where('id', '=', id).execute();
  await sql`
    delete from person_roles g using people p
    where p.id = g.person_id and p.institution_id = ${row.institution_id}
      and g.from_group = ${row.group_name} and g.role_id = ${row.role_id}
      and g.unit_id is not distinct from ${row.unit_id}::uuid
      and g.area_code is not distinct from ${row.area_code}
      and g.category_id is not distinct from ${row.category_id}`.execute(ctx.tx);
  const { institution_id: institution, group_name: group, role_id: roleId } = row;
  await record(ctx, { kind: 'group-role.removed', institution, details: { group, roleId } });
  return ok({});
}

async function findGroupRoles(
  ctx: Reading,
  institution: string,
  id: string | null,
): Promise<GroupRoleView[]> {
  const { rows } = await sql<Row>`
    select g.id, g.group_name as "group", g.role_id as "roleId", g.unit_id as "unitId",
           g.area_code as "areaCode", g.category_id as "categoryId", r.name as role_names,
           u.name as "unitName", a.full_name as "areaName", c.name as category_names
    from group_roles g
    join roles r on r.id = g.role_id
    left join units u on u.id = g.unit_id
    left join areas a on a.code = g.area_code
    left join categories c on c.id = g.category_id
    where g.institution_id = ${institution} and (${id}::uuid is null or g.id = ${id}::uuid)
    order by g.group_name, g.role_id, u.name, g.id`.execute(ctx.tx);
  const named = (names: Names, otherwise: string): string => names[ctx.locale] ?? names.id ?? otherwise;
  return rows.map(({ role_names, category_names, ...row }) => ({
    ...row,
    roleName: named(role_names, row.roleId),
    categoryName: category_names === null ? null : named(category_names, row.categoryId ?? ''),
  }));
}

type Names = Readonly<Record<string, string>>;

interface Row extends Omit<GroupRoleView, 'roleName' | 'categoryName'> {
  readonly role_names: Names;
  readonly category_names: Names | null;
}

/** The one grant of a group is no list: `grants.0.unitId` is its `unitId`. */
function unnumbered(refused: Refusal): Refusal {
  const fields = Object.entries(refused.fields ?? {}).map(([name, code]) => [
    name.replace(/^grants\.0\./, ''),
    code,
  ]);
  return { ...refused, fields: Object.fromEntries(fields) };
}

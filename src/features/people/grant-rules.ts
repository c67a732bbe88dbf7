import type { Permission } from '../../domain/access/permissions.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import type { Context } from '../context/index.ts';
import { atFault, manages } from '../organizations/index.ts';
import type { PersonInput } from './contract.ts';

/** A grant with what it means: what its role allows and where its unit stands. */
export interface WeighedGrant {
  readonly permissions: readonly Permission[];
  readonly unitPath: string | null;
}

/**
 * Looks up what the grants name. Refuses `invalid-input` with `grants` `unknown-role`, `unknown-unit`,
 * `unknown-area`, `unknown-category` (units and categories of another institution are unknown here).
 */
export async function weighGrants(
  ctx: Context,
  institution: string | null,
  grants: PersonInput['grants'],
): Promise<readonly WeighedGrant[] | Refusal> {
  const [roles, units, areas, categories] = await Promise.all([
    ctx.tx
      .selectFrom('roles')
      .select(['id', 'permissions'])
      .where('id', 'in', idsOf(grants, 'roleId'))
      .execute(),
    ctx.tx
      .selectFrom('units')
      .select(['id', 'path'])
      .where('id', 'in', idsOf(grants, 'unitId'))
      .where('active', '=', true)
      .$if(institution !== null, (query) => query.where('institution_id', '=', institution))
      .execute(),
    ctx.tx.selectFrom('areas').select('code').where('code', 'in', idsOf(grants, 'areaCode')).execute(),
    ctx.tx
      .selectFrom('categories')
      .select('id')
      .where('id', 'in', idsOf(grants, 'categoryId'))
      .$if(institution !== null, (query) => query.where('institution_id', '=', institution))
      .execute(),
  ]);
  const permissionsOf = new Map(roles.map((role) => [role.id, role.permissions as Permission[]]));
  const pathOf = new Map(units.map((unit) => [unit.id, unit.path]));
  const known = (grant: PersonInput['grants'][number]): string | null => {
    if (!permissionsOf.has(grant.roleId)) return 'unknown-role';
    if (grant.unitId !== null && !pathOf.has(grant.unitId)) return 'unknown-unit';
    if (grant.areaCode !== null && !areas.some((area) => area.code === grant.areaCode)) return 'unknown-area';
    const noSuch = grant.categoryId !== null && !categories.some(({ id }) => id === grant.categoryId);
    return noSuch ? 'unknown-category' : null;
  };
  const fault = grants.map(known).find((code) => code !== null);
  if (fault !== undefined && fault !== null) return atFault({ grants: fault });
  return grants.map((grant) => ({
    permissions: permissionsOf.get(grant.roleId) ?? [],
    unitPath: grant.unitId === null ? null : (pathOf.get(grant.unitId) ?? null),
  }));
}

/**
 * Whether the actor may give these grants, or touch somebody who holds them:
 * - whoever manages people of a subtree gives roles within it, and none that manages or opens sealed cases;
 * - whoever manages people of the whole institution gives all roles of it, to others (nobody to himself);
 * - an administrator has no content: a person who manages people holds no permission on cases.
 * Refuses `not-authorized`, `invalid-input` (grants `administrator-without-content`).
 */
export function grantRefusal(
  ctx: Context,
  institution: string | null,
  grants: readonly WeighedGrant[],
): Refusal | null {
  const outOfReach = grants.some(({ permissions, unitPath }) => {
    const reach = permissions.some((permission) => wholeInstitution.includes(permission)) ? null : unitPath;
    return !manages(ctx.actor, 'people.manage', institution, reach);
  });
  if (outOfReach) return refusal('not-authorized');
  const held = grants.flatMap(({ permissions }) => permissions);
  const mixes = held.includes('people.manage') && held.some(isContent);
  return mixes ? atFault({ grants: 'administrator-without-content' }) : null;
}

const wholeInstitution: readonly Permission[] = ['people.manage', 'organization.manage', 'case.read-sealed'];

/** Everything by which one reads or works on what citizens wrote. */
function isContent(permission: Permission): boolean {
  return (
    permission.startsWith('case.') ||
    ['submission.enter', 'assignment.work', 'identity.reveal'].includes(permission)
  );
}

function idsOf<K extends keyof PersonInput['grants'][number]>(
  grants: PersonInput['grants'],
  key: K,
): string[] {
  return grants.flatMap((grant) => grant[key] ?? []);
}

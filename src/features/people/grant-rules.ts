import { sql } from 'kysely';
import type { Permission } from '../../domain/access/permissions.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import { atFault, manages } from '../organizations/index.ts';
import type { PersonInput } from './contract.ts';

/** A grant with what it means: what its role allows and where its unit stands. */
export interface WeighedGrant {
  readonly permissions: readonly Permission[];
  readonly unitPath: string | null;
}

/**
 * Looks up what the grants name, in one statement. Refuses `invalid-input` with the field at fault, such as
 * `grants.0.unitId` `unknown` (a unit or category of another institution is unknown here).
 */
export async function weighGrants(
  ctx: Context,
  institution: string | null,
  grants: PersonInput['grants'],
): Promise<Result<readonly WeighedGrant[], Refusal>> {
  const { rows } = await sql<WeighedGrant & { readonly fault: string | null }>`
    select r.permissions, u.path as "unitPath",
           case when r.id is null then 'roleId'
                when g.entry->>'unitId' is not null and u.id is null then 'unitId'
                when g.entry->>'areaCode' is not null and a.code is null then 'areaCode'
                when g.entry->>'categoryId' is not null and c.id is null then 'categoryId' end as fault
    from json_array_elements(${JSON.stringify(grants)}::json) with ordinality as g(entry, position)
    left join roles r on r.id = g.entry->>'roleId'
    left join units u on u.id = (g.entry->>'unitId')::uuid and u.active
      and u.institution_id = coalesce(${institution}, u.institution_id)
    left join areas a on a.code = g.entry->>'areaCode'
    left join categories c on c.id = g.entry->>'categoryId'
      and c.institution_id = coalesce(${institution}, c.institution_id)
    order by g.position`.execute(ctx.tx);
  const faults = rows.flatMap(({ fault }, index) =>
    fault === null ? [] : [[`grants.${index}.${fault}`, 'unknown'] as const],
  );
  return faults.length === 0 ? ok(rows) : err(atFault(Object.fromEntries(faults)));
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
  return mixesAdministration(held) ? atFault({ grants: 'administrator-without-content' }) : null;
}

/** Whether one person would give rights to others and read or work on what citizens wrote. */
export function mixesAdministration(held: readonly Permission[]): boolean {
  return held.includes('people.manage') && held.some(isContent);
}

const wholeInstitution: readonly Permission[] = [
  'people.manage',
  'organization.manage',
  'webhook.manage',
  'case.read-sealed',
  'privacy.manage',
  'privacy.oversee',
  'case.work-sealed',
];

/** Everything by which one reads or works on what citizens wrote. */
function isContent(permission: Permission): boolean {
  return (
    permission.startsWith('case.') ||
    [
      'submission.enter',
      'call.take',
      'letter.print',
      'urgent.coordinate',
      'assignment.work',
      'identity.reveal',
      'identity.search',
      'identity.destroy',
    ].includes(permission)
  );
}

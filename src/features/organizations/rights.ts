import type { Actor } from '../../domain/access/actor.ts';

/** The permissions that are about the office itself, not about any case. */
export type ManagingPermission =
  | 'organization.manage'
  | 'people.manage'
  | 'webhook.manage'
  | 'procedure.manage'
  | 'calendar.manage'
  | 'privacy.manage'
  | 'privacy.oversee';

/**
 * Whether the actor manages this institution (null: the whole installation), or, with `unitPath`, this
 * subtree of it. A grant without institution reaches all of them. A grant narrowed to an area or a category
 * manages nothing: units and people do not lie on those axes.
 */
export function manages(
  actor: Actor,
  permission: ManagingPermission,
  institution: string | null,
  unitPath: string | null = null,
): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'reporter') return false;
  return actor.grants.some(
    (grant) =>
      grant.permissions.includes(permission) &&
      grant.areaCode === null &&
      grant.categoryId === null &&
      (grant.institution === null || grant.institution === institution) &&
      (grant.unitPath === null || unitPath?.startsWith(grant.unitPath) === true),
  );
}

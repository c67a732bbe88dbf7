import type { Actor, Grant, PersonActor } from './actor.ts';
import { holderOf } from './deputy.ts';
import { isNamed, type NamedInCase } from './named.ts';
import type { Permission } from './permissions.ts';

/** What the rules need to know of a case to say who reaches it. Unit paths are `/root/child/` materialised paths. */
export interface CaseReach extends NamedInCase {
  readonly institution: string;
  readonly sealed: boolean;
  readonly areaCode: string | null;
  readonly categoryId: string | null;
  /** The responsible unit; null until the case is dispatched. */
  readonly unitPath: string | null;
  readonly assignedUnitPaths: readonly string[];
  readonly assignedPersonIds: readonly string[];
  readonly copiedUnitPaths: readonly string[];
}

/**
 * Under seal a right is another one: whoever reads and works on cases in general reads and works on none of these,
 * and the other way round.
 */
const underSeal: Readonly<Partial<Record<Permission, Permission>>> = {
  'case.read': 'case.read-sealed',
  'case.verify': 'case.work-sealed',
  'case.handle': 'case.work-sealed',
};

/** The permissions that a copy (tembusan) gives: to know, not to act. */
const copyPermissions: readonly Permission[] = ['case.read'];

/**
 * Whether the actor holds `permission` for this case, optionally only through one of `roles` (the
 * roles of the procedure step's actor). Denies by default, and everything to whom the case names; the same rule is
 * applied in SQL for lists (`features/cases/reach.ts`).
 */
export function can(
  actor: Actor,
  permission: Permission,
  reach: CaseReach,
  roles?: readonly string[],
): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'reporter' || isNamed(actor, reach)) return false;
  const asked = reach.sealed ? (underSeal[permission] ?? permission) : permission;
  return actor.grants.some(
    (grant) =>
      grant.permissions.includes(asked) &&
      (roles === undefined || roles.includes(grant.role)) &&
      grantReaches(grant, permission, reach, actor),
  );
}

/**
 * Whether a grant is one of the handling unit's: such are refused the name where the reporter closed it to the unit (L1,
 * L3). The inspectorate handles too, but is nobody's unit complained of.
 */
export function isOfHandlingUnit({ permissions }: Pick<Grant, 'permissions'>): boolean {
  return permissions.includes('case.accept') && !permissions.includes('case.read-sealed');
}

function grantReaches(grant: Grant, permission: Permission, reach: CaseReach, person: PersonActor): boolean {
  if (grant.institution !== null && grant.institution !== reach.institution) return false;
  if (reach.sealed && !grant.permissions.includes('case.read-sealed')) return false;
  if (grant.areaCode !== null && !isInArea(reach.areaCode, grant.areaCode)) return false;
  if (grant.categoryId !== null && grant.categoryId !== reach.categoryId) return false;
  if (permission === 'assignment.work') return worksOnAssignment(grant, reach, person);
  if (grant.unitPath === null) return true;
  const paths = [reach.unitPath, ...reach.assignedUnitPaths];
  if (copyPermissions.includes(permission)) paths.push(...reach.copiedUnitPaths);
  return paths.some((path) => path?.startsWith(grant.unitPath ?? '') === true);
}

/** Whether a place is the area or lies below it: `73.1` holds `73.1.05`, and nothing of its sibling `73.11`. */
function isInArea(place: string | null, area: string): boolean {
  return place !== null && (place === area || place.startsWith(`${area}.`));
}

/** An assignment reaches the person it names, and whoever works on the tasks of the unit it names. */
function worksOnAssignment(grant: Grant, reach: CaseReach, person: PersonActor): boolean {
  if (reach.assignedPersonIds.includes(holderOf(person, grant))) return true;
  const unitPath = taskUnitPath(grant);
  return unitPath !== null && reach.assignedUnitPaths.some((path) => path.startsWith(unitPath));
}

/**
 * The unit whose tasks a grant works on where they name no person; null for none. A task of the whole unit is
 * for those who read its cases: a field worker sees the one task that names them.
 */
export function taskUnitPath(grant: Grant): string | null {
  const { permissions, unitPath } = grant;
  return permissions.includes('assignment.work') && permissions.includes('case.read') ? unitPath : null;
}

/** Whether the person holds the permission anywhere; for menus and pages that are not about one case. */
export function holds(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'person' && actor.grants.some((grant) => grant.permissions.includes(permission));
}

import type { Actor, Grant } from '../../domain/access/actor.ts';

/**
 * Whether the actor keeps the calendars, of one institution where `institution` is given. A grant narrowed to a unit,
 * an area or a category keeps none: holidays lie on none of those axes. The national list is one for the whole
 * installation, so whoever keeps the calendar of any institution may draft for it; another applies it.
 */
export function keepsCalendars(actor: Actor, institution?: string): boolean {
  return calendarGrants(actor).some(
    (grant) => institution === undefined || grant.institution === null || grant.institution === institution,
  );
}

/** The institutions whose cases the actor may see in a preview; null: all of them. */
export function institutionsOf(actor: Actor): readonly string[] | null {
  const grants = calendarGrants(actor);
  if (grants.some((grant) => grant.institution === null)) return null;
  return grants.flatMap((grant) => grant.institution ?? []);
}

function calendarGrants(actor: Actor): readonly Grant[] {
  if (actor.kind !== 'person') return [];
  return actor.grants.filter(
    ({ permissions, unitPath, areaCode, categoryId }) =>
      permissions.includes('calendar.manage') &&
      unitPath === null &&
      areaCode === null &&
      categoryId === null,
  );
}

import type { PersonActor } from './actor.ts';
import { standsFor } from './deputy.ts';

/** Whom a case names: these people, and everybody who belongs to one of these units or to a unit below it. */
export interface NamedInCase {
  readonly namedPersonIds: readonly string[];
  readonly namedUnitPaths: readonly string[];
}

/**
 * Whether the case is about this person or their office. Such a case does not exist for them, whatever else they
 * hold: a conflict of interest is a person's, not a role's, and a deputy has that of the absent too. A unit's superior belongs to a unit above and is not
 * among them.
 */
export function isNamed(person: PersonActor, named: NamedInCase): boolean {
  const { namedPersonIds, namedUnitPaths } = named;
  // Most cases name nobody, and this is asked for every act of every row of a list.
  if (namedPersonIds.length + namedUnitPaths.length === 0) return false;
  if (standsFor(person).some((id) => namedPersonIds.includes(id))) return true;
  return namedUnitPaths.length > 0 && trailOf(person).some((path) => namedUnitPaths.includes(path));
}

/**
 * Where the person belongs, with every unit above: their own unit, each for which they hold a role, and that of whom
 * they stand in for.
 */
export function trailOf({ unit, grants }: PersonActor): readonly string[] {
  const held = grants.flatMap(({ unitPath, onBehalfOf }) => [unitPath, onBehalfOf?.unitPath ?? null]);
  const own = [unit?.path ?? null, ...held];
  return [...new Set(own.flatMap((path) => (path === null ? [] : pathsAbove(path))))];
}

/** `/a/b/c/` gives `/a/`, `/a/b/` and itself. */
function pathsAbove(path: string): readonly string[] {
  const ids = path.split('/').filter((id) => id !== '');
  return ids.map((_, index) => `/${ids.slice(0, index + 1).join('/')}/`);
}

import type { UnitView } from '../../src/features/organizations/contract.ts';

export interface PlacedUnit {
  readonly unit: UnitView;
  readonly depth: number;
  /** Names from the top down to the parent, for telling namesakes apart. */
  readonly trail: readonly string[];
}

/** Units in the order of an organisation chart: every parent before its children, namesakes by name. */
export function placeUnits(units: readonly UnitView[]): readonly PlacedUnit[] {
  const known = new Set(units.map((unit) => unit.id));
  const children = new Map<string | null, UnitView[]>();
  for (const unit of units) {
    // A unit whose parent is not in the list is shown at the top instead of not at all.
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const placed: PlacedUnit[] = [];
  const place = (parent: string | null, trail: readonly string[]): void => {
    const below = (children.get(parent) ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
    for (const unit of below) {
      placed.push({ unit, depth: trail.length, trail });
      place(unit.id, [...trail, unit.name]);
    }
  };
  place(null, []);
  return placed;
}

/** The unit itself and everything below it; a unit may not be moved beneath any of these. */
export function subtreeOf(units: readonly UnitView[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const { unit } of placeUnits(units)) {
    if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id);
  }
  return found;
}

/** A unit's place: `/<root id>/…/<own id>/`. A subtree is a prefix, since every id ends with a slash. */
export function pathBelow(parentPath: string | null, id: string): string {
  return `${parentPath ?? '/'}${id}/`;
}

/** 0 for a root. */
export function depthOf(path: string): number {
  return path.split('/').length - 3;
}

interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

/**
 * Each unit directly followed by what lies below it; siblings by name, as Indonesian readers sort them. A
 * unit whose parent is not in the list stands as a root.
 */
export function inTreeOrder<T extends TreeNode>(units: readonly T[]): readonly T[] {
  const listed = new Set(units.map((unit) => unit.id));
  const below = new Map<string | null, T[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && listed.has(unit.parentId) ? unit.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const collator = new Intl.Collator('id', { numeric: true });
  const subtree = (parent: string | null): T[] =>
    (below.get(parent) ?? [])
      .sort((a, b) => collator.compare(a.name, b.name))
      .flatMap((unit) => [unit, ...subtree(unit.id)]);
  return subtree(null);
}

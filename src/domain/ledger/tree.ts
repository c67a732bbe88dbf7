import type { Hash } from './entry.ts';

// The tree of RFC 6962, over hashes in hex: a leaf and a node are hashed under different words, so that none can be
// taken for the other; an odd one at the end goes up as it is.

/** Takes the hashes of entries one after the other and gives the root over all so far, in little memory. */
export interface TreeBuilder {
  add(entryHash: string): void;
  /** The empty text where nothing was added. */
  root(): string;
}

export function growTree(hash: Hash): TreeBuilder {
  // Whole trees, each smaller than the one before it.
  const whole: { readonly height: number; readonly hash: string }[] = [];
  return {
    add(entryHash) {
      let tree = { height: 0, hash: leafHash(entryHash, hash) };
      while (whole.at(-1)?.height === tree.height) {
        tree = { height: tree.height + 1, hash: nodeHash(whole.pop()?.hash ?? '', tree.hash, hash) };
      }
      whole.push(tree);
    },
    root: () =>
      whole
        .map((tree) => tree.hash)
        .reduceRight((right, left) => (right === '' ? left : nodeHash(left, right, hash)), ''),
  };
}

/** One step of the way from a leaf to the root: what stands beside it, and on which side. */
export interface Beside {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

/** For each of the leaves at `indexes` (from 0) what stands beside its way to the root. */
export function treePaths(
  hashes: readonly string[],
  indexes: readonly number[],
  hash: Hash,
): readonly (readonly Beside[])[] {
  const levels = levelsOf(hashes, hash);
  return indexes.map((leaf) =>
    levels.slice(0, -1).flatMap((level, height) => {
      const at = leaf >> height;
      const beside = level[at ^ 1];
      return beside === undefined ? [] : [{ side: at % 2 === 0 ? 'right' : 'left', hash: beside } as const];
    }),
  );
}

function levelsOf(hashes: readonly string[], hash: Hash): readonly (readonly string[])[] {
  let level: readonly string[] = hashes.map((entryHash) => leafHash(entryHash, hash));
  const levels = [level];
  while (level.length > 1) {
    level = pairsOf(level, hash);
    levels.push(level);
  }
  return levels;
}

function pairsOf(level: readonly string[], hash: Hash): readonly string[] {
  const above: string[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left = '', right] = level.slice(at, at + 2);
    above.push(right === undefined ? left : nodeHash(left, right, hash));
  }
  return above;
}

function leafHash(entryHash: string, hash: Hash): string {
  return hash(`tuntas-leaf-1\n${entryHash}`);
}

function nodeHash(left: string, right: string, hash: Hash): string {
  return hash(`tuntas-node-1\n${left}\n${right}`);
}

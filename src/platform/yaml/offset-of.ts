import { type Document, isMap, isNode, isScalar, isSeq } from 'yaml';

/**
 * Where a place in a parsed YAML text stands: the offset, in UTF-16 units, of the deepest part of the path (keys and
 * indexes from the top) that the text has. Of a key, where the key begins; of an entry of a list, where the entry does.
 */
export function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    const child = childOf(node, part);
    if (child === undefined) break;
    offset = startOf(child.at) ?? offset;
    node = child.node;
  }
  return offset;
}

function childOf(node: unknown, part: string | number): { at: unknown; node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
    return pair === undefined ? undefined : { at: pair.key, node: pair.value };
  }
  if (!isSeq(node) || typeof part !== 'number' || node.items[part] === undefined) return undefined;
  return { at: node.items[part], node: node.items[part] };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

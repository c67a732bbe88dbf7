/** What comes first by key, and of equal keys what was put in first. Putting in and taking out cost log n. */
export interface MinHeap<T> {
  readonly size: () => number;
  push(key: number, item: T): void;
  /** The key of the first; Infinity where there is none. */
  firstKey(): number;
  pop(): T | undefined;
  /** In no order. */
  items(): readonly T[];
}

interface Entry<T> {
  readonly key: number;
  readonly order: number;
  readonly item: T;
}

export function makeMinHeap<T>(): MinHeap<T> {
  const heap: Entry<T>[] = [];
  let order = 0;

  const rise = (entry: Entry<T>): void => {
    let place = heap.length;
    heap.push(entry);
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || comesBefore(parent, entry)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = entry;
  };

  const sink = (entry: Entry<T>): void => {
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      const left = heap[below];
      const right = heap[below + 1];
      if (left === undefined) break;
      let child = left;
      if (right !== undefined && comesBefore(right, left)) {
        child = right;
        below += 1;
      }
      if (comesBefore(entry, child)) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = entry;
  };

  return {
    size: () => heap.length,
    push(key, item) {
      rise({ key, order, item });
      order += 1;
    },
    firstKey: () => heap[0]?.key ?? Number.POSITIVE_INFINITY,
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (heap.length > 0) sink(last);
      return first.item;
    },
    items: () => heap.map(({ item }) => item),
  };
}

function comesBefore<T>(one: Entry<T>, other: Entry<T>): boolean {
  return one.key < other.key || (one.key === other.key && one.order < other.order);
}

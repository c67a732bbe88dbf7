import { high, type Level, low, type Way } from './way.ts';

/** The lines that turn in one gutter, in tracks from the top down. */
export interface Gutter {
  readonly tracks: number;
  trackOf(piece: Level): number;
}

/** A line that turns in a gutter. */
export interface Turn {
  readonly piece: Level;
  readonly target: string;
  /** Where its ends go on: x of those that rise, x of those that fall. */
  readonly rises: readonly number[];
  readonly falls: readonly number[];
}

/** More lines than this are put in order one by one instead of trying every order. */
const tryAllUpTo = 6;
const never = 1_000_000;

/**
 * Puts the lines of a gutter under each other so that they cross least. A line that rises at a place lies over
 * one that falls there, for both would run on one line otherwise. Ties: the shortest nearest to the symbols.
 */
export function orderGutter(ways: readonly Way[], row: number): Gutter {
  const turns = ways.flatMap(turnsOf).filter(({ piece }) => piece.row === row);
  const shortest = turns.toSorted((a, b) => high(a.piece) - low(a.piece) - (high(b.piece) - low(b.piece)));
  const order = shortest.length <= tryAllUpTo ? bestOrder(shortest) : insertedOrder(shortest);
  const trackOf = new Map<Level, number>();
  for (const [place, turn] of order.entries()) {
    const above = order.slice(0, place).filter((other) => areClose(other, turn));
    const track = Math.max(-1, ...above.map(({ piece }) => trackOf.get(piece) ?? 0)) + 1;
    trackOf.set(turn.piece, track);
  }
  return {
    tracks: Math.max(0, ...[...trackOf.values()].map((track) => track + 1)),
    trackOf: (piece) => trackOf.get(piece) ?? 0,
  };
}

/** Where a way turns within gutters. */
export function turnsOf({ pieces, link }: Way): readonly Turn[] {
  return pieces.flatMap((piece, place): readonly Turn[] => {
    if (piece.is !== 'level' || !piece.inGutter) return [];
    const before = pieces[place - 1];
    const after = pieces[place + 1];
    const ends = [
      ...(before?.is === 'upright' ? [{ x: piece.start, rises: before.start < before.end }] : []),
      ...(after?.is === 'upright' ? [{ x: piece.end, rises: after.end < after.start }] : []),
    ];
    return [
      {
        piece,
        target: link.to.id,
        rises: ends.filter(({ rises }) => rises).map(({ x }) => x),
        falls: ends.filter(({ rises }) => !rises).map(({ x }) => x),
      },
    ];
  });
}

/** One would have to lie over the other at one end and under it at the other. */
export function changePlaces(one: Turn, other: Turn): boolean {
  return one.piece.row === other.piece.row && mustLieOver(one, other) && mustLieOver(other, one);
}

/** How often two lines cross within their gutter, whichever of them lies over the other. */
export function leastCrossings(one: Turn, other: Turn): number {
  if (one.piece.row !== other.piece.row) return 0;
  return Math.min(costOfPair(one, other), costOfPair(other, one));
}

/** What rises at a place lies over what falls there. */
function mustLieOver(upper: Turn, lower: Turn): boolean {
  return upper.rises.some((x) => lower.falls.some((there) => Math.abs(x - there) < 4));
}

function bestOrder(turns: readonly Turn[]): readonly Turn[] {
  let best: { readonly order: readonly Turn[]; readonly cost: number } = { order: turns, cost: Infinity };
  for (const order of permutations(turns)) {
    const cost = costOf(order);
    if (cost < best.cost) best = { order, cost };
    if (cost === 0) break;
  }
  return best.order;
}

function* permutations(turns: readonly Turn[]): Generator<readonly Turn[]> {
  if (turns.length <= 1) {
    yield turns;
    return;
  }
  for (const [place, turn] of turns.entries()) {
    for (const rest of permutations([...turns.slice(0, place), ...turns.slice(place + 1)]))
      yield [turn, ...rest];
  }
}

function insertedOrder(turns: readonly Turn[]): readonly Turn[] {
  let order: readonly Turn[] = [];
  for (const turn of turns) {
    const tries = Array.from({ length: order.length + 1 }, (_, place) => [
      ...order.slice(0, place),
      turn,
      ...order.slice(place),
    ]);
    order = tries.reduce((best, one) => (costOf(one) < costOf(best) ? one : best), tries.at(-1) ?? [turn]);
  }
  return order;
}

function costOf(order: readonly Turn[]): number {
  let cost = 0;
  for (const [place, upper] of order.entries()) {
    for (const lower of order.slice(place + 1)) cost += costOfPair(upper, lower);
  }
  return cost;
}

function costOfPair(upper: Turn, lower: Turn): number {
  const isInside = (x: number, { piece }: Turn) => low(piece) < x && x < high(piece);
  return (
    (mustLieOver(lower, upper) ? never : 0) +
    upper.falls.filter((x) => isInside(x, lower)).length +
    lower.rises.filter((x) => isInside(x, upper)).length
  );
}

/** Side by side they need tracks of their own; two that fall on one target from left and right do not. */
function areClose(a: Turn, b: Turn): boolean {
  const [start, end] = [Math.max(low(a.piece), low(b.piece)), Math.min(high(a.piece), high(b.piece))];
  const meet = start === end && a.target === b.target && a.falls.includes(start) && b.falls.includes(start);
  return !meet && start < end + 6;
}

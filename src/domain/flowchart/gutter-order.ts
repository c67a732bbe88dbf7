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
 * Puts the lines of one gutter under each other so that they cross least. A line that rises at a place lies over
 * one that falls there, for both would run on one line otherwise. Ties: the shortest nearest to the symbols.
 */
export function orderGutter(turns: readonly Turn[]): Gutter {
  const shortest = turns.toSorted((a, b) => high(a.piece) - low(a.piece) - (high(b.piece) - low(b.piece)));
  const costs = shortest.map((upper) => shortest.map((lower) => costOfPair(upper, lower)));
  const order = shortest.length <= tryAllUpTo ? bestOrder(costs) : insertedOrder(costs);
  const trackOf = new Map<Level, number>();
  const placed: Turn[] = [];
  for (const turn of order.flatMap((place) => shortest[place] ?? [])) {
    const above = placed.filter((other) => areClose(other, turn));
    trackOf.set(turn.piece, Math.max(-1, ...above.map(({ piece }) => trackOf.get(piece) ?? 0)) + 1);
    placed.push(turn);
  }
  return {
    tracks: Math.max(0, ...[...trackOf.values()].map((track) => track + 1)),
    trackOf: (piece) => trackOf.get(piece) ?? 0,
  };
}

/** Where a way turns within gutters. */
export function turnsOf({ pieces, link }: Way): readonly Turn[] {
  const turns: Turn[] = [];
  for (let place = 0; place < pieces.length; place++) {
    const piece = pieces[place];
    if (piece?.is !== 'level' || !piece.inGutter) continue;
    const [before, after] = [pieces[place - 1], pieces[place + 1]];
    const [rises, falls]: [number[], number[]] = [[], []];
    if (before?.is === 'upright') (before.start < before.end ? rises : falls).push(piece.start);
    if (after?.is === 'upright') (after.end < after.start ? rises : falls).push(piece.end);
    turns.push({ piece, target: link.to.id, rises, falls });
  }
  return turns;
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

/** What it costs that the line of the first number lies over that of the second. */
type Costs = readonly (readonly number[])[];

/** Of all orders the first with the least cost; one that is dearer before its end is not followed further. */
function bestOrder(costs: Costs): readonly number[] {
  let best: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  const goOn = (order: readonly number[], rest: readonly number[], cost: number): void => {
    if (cost >= least) return;
    if (rest.length === 0) [best, least] = [order, cost];
    for (const next of rest) {
      const more = order.reduce((sum, upper) => sum + (costs[upper]?.[next] ?? 0), cost);
      goOn(
        [...order, next],
        rest.filter((one) => one !== next),
        more,
      );
    }
  };
  goOn([], [...costs.keys()], 0);
  return best;
}

/** One by one, each where it costs least among those that have their place; at the end where that is all one. */
function insertedOrder(costs: Costs): readonly number[] {
  const order: number[] = [];
  for (const [turn, over] of costs.entries()) {
    const under = order.map((upper) => costs[upper]?.[turn] ?? 0);
    let cost = under.reduce((sum, one) => sum + one, 0);
    let best = { place: order.length, cost };
    for (let place = order.length - 1; place >= 0; place--) {
      cost += (over[order[place] ?? 0] ?? 0) - (under[place] ?? 0);
      if (cost < best.cost || (cost === best.cost && best.place < order.length)) best = { place, cost };
    }
    order.splice(best.place, 0, turn);
  }
  return order;
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

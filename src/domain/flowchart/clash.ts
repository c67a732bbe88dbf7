import { type Board, type BoardSymbol, level, type Port } from './board.ts';
import { type Form, laneGap } from './form.ts';
import { changePlaces, leastCrossings, type Turn, turnsOf } from './gutter-order.ts';
import { type Label, labelOf } from './label.ts';
import { portHolder } from './ports.ts';
import { high, type Level, low, type Upright, type Way } from './way.ts';

/** A way with everything it takes up. */
export interface Settled {
  readonly way: Way;
  readonly label: Label | null;
  readonly uprights: readonly Upright[];
  readonly levels: readonly Level[];
  readonly turns: readonly Turn[];
  readonly ports: readonly string[];
  /** The way's last piece, where it enters from above: others may come down on it. */
  readonly last: Upright | null;
  readonly top: number;
  readonly bottom: number;
}

/** An upright keeps this from a symbol that it passes. */
const clearance = 3;
const touching = 1e-6;

export function settled(board: Board, way: Way, form: Form): Settled {
  const uprights: Upright[] = [];
  const levels: Level[] = [];
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  // One pass, for this is asked of every way that is tried.
  for (const piece of way.pieces) {
    if (piece.is === 'upright') {
      uprights.push(piece);
      [top, bottom] = [Math.min(top, low(piece)), Math.max(bottom, high(piece))];
    } else {
      levels.push(piece);
      const height = heightOf(piece);
      [top, bottom] = [Math.min(top, height), Math.max(bottom, height)];
    }
  }
  const last = way.pieces.at(-1);
  const { from, to } = way.link;
  const leaves = portOf(board, way, from, way.from);
  return {
    way,
    label: labelOf(board, way, form),
    uprights,
    levels,
    turns: turnsOf(way),
    // Many may enter from above; every other port is for one.
    ports: way.to === 'T' ? [leaves] : [leaves, portOf(board, way, to, way.to)],
    last: last?.is === 'upright' && way.to === 'T' ? last : null,
    top,
    bottom,
  };
}

function heightOf({ row, inGutter }: Level): number {
  return inGutter ? level.gutter(row) : level.middle(row);
}

function portOf(board: Board, way: Way, symbol: BoardSymbol, port: Port): string {
  return `${portHolder(board, way, symbol, port).id}${port}`;
}

/** Whether a way runs through a symbol that it neither leaves nor enters; needs no more than its pieces. */
export function meetsSymbol(board: Board, way: Way): boolean {
  return way.pieces.some((piece) =>
    piece.is === 'upright' ? uprightMeetsSymbol(board, piece) : levelMeetsSymbol(board, piece, way),
  );
}

/**
 * How many lines a way that meets no symbol crosses; null where it may not run: on another line, over a word,
 * out of a port that is taken. Where it meets others only within a gutter the order of the gutter decides.
 */
export function clashOf(board: Board, one: Settled, others: readonly Settled[]): number | null {
  if (one.label !== null && labelMeetsSymbol(board, one.label)) return null;
  let crossings = 0;
  for (const other of others) {
    if (excludeEachOther(one, other)) return null;
    if (other.top > one.bottom || one.top > other.bottom) continue;
    if (shareUpright(one, other) || shareLevel(one, other) || shareGutter(one, other)) return null;
    crossings += crossingsOf(one, other) + crossingsOf(other, one) + crossingsInGutters(one, other);
  }
  return crossings;
}

function excludeEachOther(one: Settled, other: Settled): boolean {
  if (one.ports.some((port) => other.ports.includes(port))) return true;
  if (other.label !== null && meetsLabel(one, other.label)) return true;
  return one.label !== null && (meetsLabel(other, one.label) || labelsMeet(one.label, other.label));
}

function uprightMeetsSymbol({ rows }: Board, piece: Upright): boolean {
  const last = Math.min(rows.length - 1, Math.floor(high(piece)));
  for (let row = Math.max(0, Math.floor(low(piece))); row <= last; row++) {
    const passes = high(piece) > level.top(row) + touching && low(piece) < level.bottom(row) - touching;
    const symbols = passes ? (rows[row]?.symbols ?? []) : [];
    if (symbols.some(({ x, halfWidth }) => Math.abs(piece.x - x) < halfWidth + clearance)) return true;
  }
  return false;
}

function levelMeetsSymbol({ rows }: Board, piece: Level, { link }: Way): boolean {
  if (piece.inGutter) return false;
  return (rows[piece.row]?.symbols ?? []).some((symbol) => {
    const isBeside = symbol.x + symbol.halfWidth <= low(piece) || symbol.x - symbol.halfWidth >= high(piece);
    return !isBeside && symbol !== link.from && symbol !== link.to;
  });
}

/**
 * A word beside a diamond must not reach a neighbour, nor the words beside the actors' columns; the other words
 * stand clear of symbols by their place.
 */
function labelMeetsSymbol({ rows, rules }: Board, label: Label): boolean {
  if (label.place !== 'over-line' && label.place !== 'under-line') return false;
  if (label.left < (rules[0] ?? 0) + 2 || label.right > (rules.at(-1) ?? 0) - 2) return true;
  return (rows[label.row]?.symbols ?? []).some(
    ({ x, halfWidth }) => x + halfWidth > label.left - 2 && x - halfWidth < label.right + 2,
  );
}

function meetsLabel({ uprights }: Settled, label: Label): boolean {
  return uprights.some(
    (piece) =>
      piece.x > label.left - 3 &&
      piece.x < label.right + 3 &&
      low(piece) < label.level &&
      high(piece) > label.level,
  );
}

function labelsMeet(label: Label, other: Label | null): boolean {
  if (other === null || label.row !== other.row || label.place !== other.place) return false;
  return label.left < other.right && other.left < label.right;
}

/** On the same line for more than a point. Two that enter one symbol from above may share the last piece. */
function shareUpright(one: Settled, other: Settled): boolean {
  const merge = one.last !== null && other.last !== null && one.way.link.to === other.way.link.to;
  return one.uprights.some((piece) =>
    other.uprights.some((there) => {
      if (Math.abs(piece.x - there.x) >= laneGap - 1) return false;
      if (merge && piece === one.last && there === other.last) return false;
      return low(piece) < high(there) - touching && low(there) < high(piece) - touching;
    }),
  );
}

/** Through the same row, end to end or over each other; in gutters everyone has a track. */
function shareLevel(one: Settled, other: Settled): boolean {
  return one.levels.some((piece) =>
    other.levels.some(
      (there) =>
        !piece.inGutter &&
        !there.inGutter &&
        piece.row === there.row &&
        low(piece) < high(there) + 4 &&
        low(there) < high(piece) + 4,
    ),
  );
}

function shareGutter(one: Settled, other: Settled): boolean {
  return one.turns.some((turn) => other.turns.some((there) => changePlaces(turn, there)));
}

/** A gutter's order keeps crossings few; those that every order has are counted here. */
function crossingsInGutters(one: Settled, other: Settled): number {
  let count = 0;
  for (const turn of one.turns) for (const there of other.turns) count += leastCrossings(turn, there);
  return count;
}

/** Uprights of one through levels of the other. */
function crossingsOf(one: Settled, other: Settled): number {
  let count = 0;
  for (const piece of one.uprights) {
    for (const there of other.levels) {
      const at = heightOf(there);
      if (low(piece) < at && high(piece) > at && low(there) < piece.x && high(there) > piece.x) count++;
    }
  }
  return count;
}

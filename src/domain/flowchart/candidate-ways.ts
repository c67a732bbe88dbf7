import { type Board, type BoardLink, level, type Port } from './board.ts';
import { laneGap } from './form.ts';
import { outermost, sidePort } from './ports.ts';
import type { Level, Piece, Upright, Way } from './way.ts';

/** How many lanes lie side by side at each side of a rule between columns. */
const lanesPerSide = 4;
/** A lane stays this far from the middle of its column, where arrows enter and leave. */
const fromMiddle = 10;

/**
 * The ways an arrow between two rows may take, in stages, the plainest first: straight down; turning late,
 * early, or between; and last round by a lane beside a rule. Flow and Ya leave below, Tidak and a second
 * assignment from the side that faces the target. A stage is asked for where the one before has nothing clear.
 */
export function candidateWays(board: Board, link: BoardLink): readonly (() => readonly Way[])[] {
  const leavesAside = link.kind === 'tidak' || link.kind === 'assign';
  return leavesAside
    ? sidesOf(link).flatMap((side, place) => [
        () => directFromSide(board, link, side, place * 5),
        () => roundFromSide(board, link, side, 3 + place * 5),
      ])
    : [() => plainFromBelow(link), () => roundFromBelow(board, link)];
}

function plainFromBelow(link: BoardLink): readonly Way[] {
  const { from, to } = link;
  const start = level.bottom(from.row);
  if (to.row <= from.row) return [];
  if (from.x === to.x) return [way(link, 'B', 'T', [upright(from.x, start, level.top(to.row))], 0)];
  return gutters(from.row, to.row).map((row, place) => {
    const pieces = [
      upright(from.x, start, level.gutter(row)),
      inGutter(row, from.x, to.x),
      upright(to.x, level.gutter(row), level.top(to.row)),
    ];
    return way(link, 'B', 'T', pieces, 1 + Math.min(place, 3));
  });
}

/** Late first, then early, then between. */
function gutters(from: number, to: number): readonly number[] {
  const between = Array.from({ length: Math.max(0, to - from - 2) }, (_, place) => to - 2 - place);
  return to - 1 === from ? [from] : [to - 1, from, ...between];
}

/** Down into the row's own gutter, to a lane, along it, and in from there. */
function roundFromBelow(board: Board, link: BoardLink): readonly Way[] {
  const { from, to } = link;
  if (to.row === from.row + 1) return [];
  const gutter = level.gutter(from.row);
  return lanes(board).flatMap(({ x, rank }) => {
    const lead = [upright(from.x, level.bottom(from.row), gutter), inGutter(from.row, from.x, x)];
    return arrivals(board, link, x, gutter).map(({ pieces, port, more }) =>
      way(link, 'B', port, [...lead, ...pieces], 10 + rank + more),
    );
  });
}

/** Tidak may leave on both sides, the one that faces the target first. */
function sidesOf({ kind, from, to }: BoardLink): readonly ('L' | 'R')[] {
  const facing = to.x < from.x ? 'L' : 'R';
  if (kind !== 'tidak' && to.x !== from.x) return [facing];
  return facing === 'L' ? ['L', 'R'] : ['R', 'L'];
}

function directFromSide(board: Board, link: BoardLink, side: 'L' | 'R', rank: number): readonly Way[] {
  const { from, to } = link;
  const start = sidePort(outermost(board, from, side), side);
  if (to.row <= from.row || !isBeyond(to.x, start, side)) return [];
  const pieces = [
    throughRow(from.row, start, to.x),
    upright(to.x, level.middle(from.row), level.top(to.row)),
  ];
  return [way(link, side, 'T', pieces, rank)];
}

function roundFromSide(board: Board, link: BoardLink, side: 'L' | 'R', rank: number): readonly Way[] {
  const { from } = link;
  const start = sidePort(outermost(board, from, side), side);
  return lanes(board)
    .filter(({ x }) => isBeyond(x, start, side))
    .flatMap((lane) => {
      const lead = [throughRow(from.row, start, lane.x)];
      return arrivals(board, link, lane.x, level.middle(from.row)).map(({ pieces, port, more }) =>
        way(link, side, port, [...lead, ...pieces], rank + lane.rank + more),
      );
    });
}

function isBeyond(x: number, start: number, side: 'L' | 'R'): boolean {
  return side === 'L' ? x <= start - 6 : x >= start + 6;
}

/** From a lane into the target: forward from above; back into the side that faces the lane, or from above. */
function arrivals(
  board: Board,
  { from, to }: BoardLink,
  x: number,
  start: number,
): readonly { readonly pieces: readonly Piece[]; readonly port: Port; readonly more: number }[] {
  const above = {
    pieces: [
      upright(x, start, level.gutter(to.row - 1)),
      inGutter(to.row - 1, x, to.x),
      upright(to.x, level.gutter(to.row - 1), level.top(to.row)),
    ],
    port: 'T',
    more: 2,
  } as const;
  if (to.row >= from.row) return [above];
  const side = x < to.x ? 'L' : 'R';
  const outer = outermost(board, to, side);
  const end = sidePort(outer, side);
  const fits = side === 'L' ? x <= end - 9 : x >= end + 9;
  const aside = {
    pieces: [upright(x, start, level.middle(to.row)), throughRow(to.row, x, end)],
    port: side,
    more: 0,
  } as const;
  return fits ? [aside, above] : [above];
}

interface Lane {
  readonly x: number;
  readonly rank: number;
}

const lanesOfBoard = new WeakMap<Board, readonly Lane[]>();

/** Beside every rule, within the actors' columns. */
function lanes(board: Board): readonly Lane[] {
  const known = lanesOfBoard.get(board);
  if (known !== undefined) return known;
  const found = findLanes(board);
  lanesOfBoard.set(board, found);
  return found;
}

function findLanes({ rules }: Board): readonly Lane[] {
  return rules.flatMap((rule, place) => {
    const left = rules[place - 1];
    const right = rules[place + 1];
    return Array.from({ length: lanesPerSide }, (_, rank) => (rank + 1) * laneGap).flatMap((away, rank) => {
      const fits = (other: number | undefined) =>
        other !== undefined && Math.abs(other - rule) / 2 - away >= fromMiddle;
      return [
        ...(fits(left) ? [{ x: rule - away, rank }] : []),
        ...(fits(right) ? [{ x: rule + away, rank }] : []),
      ];
    });
  });
}

function way(link: BoardLink, from: Port, to: Port, pieces: readonly Piece[], rank: number): Way {
  return { link, from, to, pieces, rank };
}

function upright(x: number, start: number, end: number): Upright {
  return { is: 'upright', x, start, end };
}

function inGutter(row: number, start: number, end: number): Level {
  return { is: 'level', row, inGutter: true, start, end };
}

function throughRow(row: number, start: number, end: number): Level {
  return { is: 'level', row, inGutter: false, start, end };
}

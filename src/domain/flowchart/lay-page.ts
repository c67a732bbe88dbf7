import type { Board, BoardSymbol, Port } from './board.ts';
import { type Form, gutterGap, laneGap, lastPiece } from './form.ts';
import { type Gutter, orderGutter, turnsOf } from './gutter-order.ts';
import type { Label } from './label.ts';
import { portHolder, sidePort } from './ports.ts';
import { settleWays } from './settle-ways.ts';
import type { Point } from './sheet.ts';
import type { Piece, Way } from './way.ts';

/** A page with every line in px, from the first row down. */
export interface LaidPage {
  readonly heights: readonly number[];
  readonly tops: readonly number[];
  readonly ways: readonly { readonly way: Way; readonly points: readonly Point[] }[];
  readonly labels: readonly { readonly label: Label; readonly x: number; readonly y: number }[];
  /** How many links found no way. */
  readonly stuck: number;
}

/** Room under a tip that says Ya, and under any other symbol, before the first line of the gutter. */
const underYa = 16;
const underSymbol = 6;

/** `least`: what each row needs for its words and by its kind. */
export function layPage(board: Board, least: readonly number[], form: Form): LaidPage {
  const { ways, labels, stuck } = settleWays(board, form);
  const turns = ways.flatMap(turnsOf);
  const gutters = [-1, ...board.rows.keys()].map((row) =>
    orderGutter(turns.filter(({ piece }) => piece.row === row)),
  );
  const gutter = (row: number): Gutter => gutters[row + 1] ?? orderGutter([]);
  const heights = board.rows.map((_, row) => heightOf(board, row, least[row] ?? 0, gutter));
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height, 0));
  const scale = scaleOf(board, heights, tops, gutter);
  return {
    heights,
    tops,
    ways: ways.map((way) => ({ way, points: pointsOf(board, way, scale) })),
    labels: labels.map((label) => ({ label, ...placeOf(label, scale) })),
    stuck: stuck.length,
  };
}

/** The symbol stands in the middle, so what one side needs the other gets as well. */
function heightOf(board: Board, row: number, least: number, gutter: (row: number) => Gutter): number {
  const symbols = board.rows[row]?.symbols ?? [];
  const half = Math.max(0, ...symbols.map(({ halfHeight }) => halfHeight));
  const below = gutter(row).tracks;
  const saysYa = board.links.some(({ kind, from }) => kind === 'ya' && from.row === row);
  const needBelow = below === 0 ? 0 : gutterGap + laneGap * (below - 1) + (saysYa ? underYa : underSymbol);
  const above = row === 0 ? gutter(-1).tracks : 0;
  const needAbove = above === 0 ? 0 : gutterGap + laneGap * (above - 1) + lastPiece;
  return Math.max(least, Math.ceil(2 * (half + Math.max(needBelow, needAbove))));
}

interface Scale {
  middle(row: number): number;
  half(row: number, column: number): number;
  gutter(row: number, piece: Piece): number;
}

function scaleOf(
  board: Board,
  heights: readonly number[],
  tops: readonly number[],
  gutter: (row: number) => Gutter,
): Scale {
  const middle = (row: number) => (tops[row] ?? 0) + Math.round((heights[row] ?? 0) / 2);
  return {
    middle,
    half: (row, column) =>
      board.rows[row]?.symbols.find((symbol) => symbol.column === column)?.halfHeight ?? 0,
    gutter: (row, piece) => {
      const { tracks, trackOf } = gutter(row);
      const track = piece.is === 'level' ? trackOf(piece) : 0;
      if (row < 0) return gutterGap + laneGap * track;
      const bottom = (tops[row] ?? 0) + (heights[row] ?? 0);
      return bottom - gutterGap - laneGap * (tracks - 1 - track);
    },
  };
}

/** From port to port: the corners of the way. */
function pointsOf(board: Board, way: Way, scale: Scale): readonly Point[] {
  const { link, pieces } = way;
  const start = portPoint(board, way, link.from, way.from, scale);
  const end = portPoint(board, way, link.to, way.to, scale);
  const corners = pieces.slice(1).map((piece, place): Point => {
    const before = pieces[place] ?? piece;
    const upright = piece.is === 'upright' ? piece : before;
    const across = piece.is === 'level' ? piece : before;
    const x = upright.is === 'upright' ? upright.x : 0;
    const y =
      across.is === 'level' && across.inGutter
        ? scale.gutter(across.row, across)
        : scale.middle(across.is === 'level' ? across.row : 0);
    return [x, y];
  });
  return [start, ...corners, end];
}

function portPoint(board: Board, way: Way, symbol: BoardSymbol, port: Port, scale: Scale): Point {
  if (port === 'L' || port === 'R') {
    const at = portHolder(board, way, symbol, port);
    return [sidePort(at, port), scale.middle(at.row)];
  }
  const half = port === 'T' ? -symbol.halfHeight : symbol.halfHeight;
  return [symbol.x, scale.middle(symbol.row) + half];
}

/** Baselines: Ya 11 px under the tip, a word over its line 4 px above, under it 11 below. */
function placeOf(label: Label, scale: Scale): { readonly x: number; readonly y: number } {
  const x = { start: label.left, end: label.right, middle: (label.left + label.right) / 2 }[label.anchor];
  const middle = scale.middle(label.row);
  const y = {
    'under-tip': () => middle + tipOf(label, scale) + 11,
    'over-line': () => middle - 4,
    'under-line': () => middle + 11,
    'over-gap': () => middle - tipOf(label, scale) - 4,
  }[label.place]();
  return { x, y };
}

function tipOf(label: Label, scale: Scale): number {
  return scale.half(label.row, label.column);
}

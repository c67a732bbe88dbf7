import type { BoardLink, Port } from './board.ts';

/** A way over the board: the pieces from port to port, upright and level in turn. */
export interface Way {
  readonly link: BoardLink;
  readonly from: Port;
  readonly to: Port;
  readonly pieces: readonly Piece[];
  /** How far the shape is from the one that is tried first. */
  readonly rank: number;
}

export type Piece = Upright | Level;

export interface Upright {
  readonly is: 'upright';
  readonly x: number;
  /** Levels, in the direction of the way. */
  readonly start: number;
  readonly end: number;
}

export interface Level {
  readonly is: 'level';
  /** In the gutter under this row, or through its middle. */
  readonly row: number;
  readonly inGutter: boolean;
  /** Px, in the direction of the way. */
  readonly start: number;
  readonly end: number;
}

export function low(piece: Piece): number {
  return Math.min(piece.start, piece.end);
}

export function high(piece: Piece): number {
  return Math.max(piece.start, piece.end);
}

/** Uprights count their rows as 80 px, so that a detour across weighs like one down. */
export function lengthOf({ pieces }: Way): number {
  return pieces.reduce(
    (sum, piece) => sum + (high(piece) - low(piece)) * (piece.is === 'upright' ? 80 : 1),
    0,
  );
}

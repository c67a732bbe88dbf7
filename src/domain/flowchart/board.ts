import type { ChartLink, ChartSymbol } from './chart.ts';
import { type Form, pentagon } from './form.ts';

/**
 * One page while its lines are sought. Across, everything has its px, for columns are fixed. Down, nothing has
 * a height yet: a level counts rows, and within a row T is at .3, the middle at .5, B at .7 and the gutter
 * under the symbols at .9. Rows get their heights from the lines that turn in their gutters.
 */
export interface Board {
  /** x of each rule between the actors' columns, the two outer ones with them. */
  readonly rules: readonly number[];
  readonly rows: readonly BoardRow[];
  readonly links: readonly BoardLink[];
}

export interface BoardRow {
  readonly symbols: readonly BoardSymbol[];
}

/** A symbol in its place; `of` is null for the pentagon of a letter. */
export interface BoardSymbol {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly kind: ChartSymbol['kind'];
  readonly of: ChartSymbol | null;
  readonly letter: string | null;
  readonly x: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export interface BoardLink {
  readonly kind: ChartLink['kind'];
  readonly from: BoardSymbol;
  readonly to: BoardSymbol;
  readonly link: ChartLink;
}

export type Port = 'T' | 'B' | 'L' | 'R';

export const level = {
  top: (row: number) => row + 0.3,
  middle: (row: number) => row + 0.5,
  bottom: (row: number) => row + 0.7,
  /** The gutter under the symbols of a row; of row -1: above the symbols of the first. */
  gutter: (row: number) => row + 0.9,
} as const;

/** The height and width of a symbol in a column of this width. */
export function symbolSize(
  kind: ChartSymbol['kind'],
  columnWidth: number,
  form: Form,
): { readonly halfWidth: number; readonly halfHeight: number } {
  if (kind === 'pentagon') return { halfWidth: pentagon.width / 2, halfHeight: pentagon.height / 2 };
  const [least, most] = form.boxWidth;
  const box = Math.min(most, Math.max(least, columnWidth - 22));
  if (kind === 'capsule')
    return { halfWidth: (box + form.capsuleMore) / 2, halfHeight: form.capsuleHeight / 2 };
  if (kind === 'diamond')
    return { halfWidth: (box + form.diamondMore) / 2, halfHeight: form.diamondHeight / 2 };
  return { halfWidth: box / 2, halfHeight: form.boxHeight / 2 };
}

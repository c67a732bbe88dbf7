/**
 * The sizes of a drawing, in px of 96 to the inch. `paper` is A4 landscape as the office signs it, `living`
 * the drawing on a screen that shows a case in it.
 */
export interface Form {
  /** Without margins. */
  readonly width: number;
  /** Room for rows, total and legend of one page; null: one page as high as it must be. */
  readonly height: number | null;
  readonly numberWidth: number;
  /** From, to. */
  readonly activityWidth: Range;
  readonly actorWidth: Range;
  /** What narrow columns need: with more than 12 actors, heads turned upright. */
  readonly upright: { readonly above: number; readonly width: number; readonly least: number };
  readonly boxWidth: Range;
  readonly boxHeight: number;
  readonly capsuleHeight: number;
  readonly diamondHeight: number;
  /** How much wider than a box. */
  readonly capsuleMore: number;
  readonly diamondMore: number;
  /** A row with nothing to grow it, and one with a diamond. */
  readonly rowHeight: number;
  readonly diamondRowHeight: number;
  readonly bandHeight: number;
  readonly totalHeight: number;
  readonly legendHeight: number;
  readonly text: number;
  readonly head: number;
  readonly label: number;
  readonly leading: number;
  readonly padding: { readonly x: number; readonly y: number };
}

export type Range = readonly [least: number, most: number];

/** 1122 × 793, margins 38 and 28. */
export const paper: Form = {
  width: 1046,
  height: 713,
  numberWidth: 32,
  activityWidth: [216, 262],
  actorWidth: [66, 98],
  upright: { above: 12, width: 40, least: 48 },
  boxWidth: [24, 60],
  boxHeight: 30,
  capsuleHeight: 28,
  diamondHeight: 38,
  capsuleMore: 2,
  diamondMore: 6,
  rowHeight: 66,
  diamondRowHeight: 90,
  bandHeight: 46,
  totalHeight: 34,
  legendHeight: 40,
  text: 10.67,
  head: 9.33,
  label: 10,
  leading: 1.32,
  padding: { x: 6, y: 5 },
};

export const living: Form = {
  ...paper,
  width: 1152,
  height: null,
  numberWidth: 40,
  activityWidth: [272, 272],
  actorWidth: [84, 84],
  boxWidth: [24, 56],
  boxHeight: 34,
  capsuleHeight: 34,
  diamondHeight: 44,
  rowHeight: 76,
  diamondRowHeight: 96,
  text: 14,
  head: 12,
  label: 12,
  leading: 1.4,
  padding: { x: 12, y: 10 },
};

/** The pentagon between pages, and the head of an arrow. */
export const pentagon = { width: 26, height: 30 } as const;
export const arrowHead = { length: 8, width: 7 } as const;

/** A line keeps this from the rule beside it, and lines side by side keep this from each other. */
export const laneGap = 5;
/** Between the lowest line of a gutter and the rule under it. */
export const gutterGap = 9;
/** The last piece of a way, with the head on it. */
export const lastPiece = 9;

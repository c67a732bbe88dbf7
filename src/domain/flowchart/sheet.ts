import type { LinkKind, SymbolKind } from './chart.ts';
import type { Weight } from './wrap-text.ts';

/**
 * A drawn page: everything in px from the upper left corner of the table, ready to be painted as SVG, as PDF or
 * beside an HTML table. Nothing here knows how it is painted.
 */
export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly headHeight: number;
  readonly rows: readonly SheetRow[];
  readonly symbols: readonly SheetSymbol[];
  readonly arrows: readonly SheetArrow[];
  readonly labels: readonly SheetLabel[];
  readonly width: number;
  /** Of the table with its head. */
  readonly height: number;
}

export interface SheetColumn {
  readonly key: string;
  /** An actor's column, or text. */
  readonly isActor: boolean;
  readonly x: number;
  readonly width: number;
  /** Set in the middle, as numbers and times are. */
  readonly isCentred: boolean;
  /** The head broken into lines; upright where the column is too narrow for it. */
  readonly head: readonly string[];
  readonly isUpright: boolean;
}

export type SheetRow = StepRow | BandRow;

export interface StepRow {
  readonly is: 'step';
  /** Of the chart. */
  readonly row: number;
  readonly step: string;
  /** The rest of a row that is taller than a page. */
  readonly isContinued: boolean;
  readonly y: number;
  readonly height: number;
  readonly cells: readonly SheetCell[];
}

export interface BandRow {
  readonly is: 'band';
  readonly y: number;
  readonly height: number;
  readonly letters: readonly BandLetter[];
  readonly lines: readonly SheetLine[];
}

export interface BandLetter {
  readonly letter: string;
  /** Out of this page, or into it. */
  readonly goes: 'out' | 'in';
  /** The sheet at the other end, counted from 0. */
  readonly sheet: number;
}

export interface SheetCell {
  readonly column: string;
  readonly lines: readonly SheetLine[];
}

/** One line of text; y is its baseline. */
export interface SheetLine {
  readonly text: string;
  readonly weight: Weight;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  readonly tone: string | null;
  readonly bar: number | null;
}

export interface SheetSymbol {
  readonly kind: SymbolKind;
  readonly row: number | null;
  readonly column: number;
  readonly letter: string | null;
  /** Index in the chart's row; null for a pentagon. */
  readonly place: number | null;
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export interface SheetArrow {
  readonly kind: LinkKind;
  /** Index in the chart's links. */
  readonly link: number;
  readonly points: readonly Point[];
  readonly hasHead: boolean;
}

export type Point = readonly [x: number, y: number];

export interface SheetLabel {
  readonly text: string;
  readonly link: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

import type { Point } from './sheet.ts';
import type { Weight } from './wrap-text.ts';

/** A printed page as a tree of parts with their marks: what a painter needs, and the order in which it is read. */
export interface PrintedPage {
  readonly kind: 'identity' | 'flowchart';
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly parts: readonly Part[];
}

/** The tags of a PDF that we use; `Artifact` is what nobody reads (rules, running heads). */
export type Tag = 'Artifact' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

export interface Part {
  readonly tag: Tag;
  /** What a figure shows, in words. */
  readonly alt?: string;
  /** Of a head: what it is the head of. */
  readonly scope?: 'Row' | 'Column';
  readonly span?: number;
  readonly marks: readonly Mark[];
  readonly parts: readonly Part[];
}

export type Ink = 'ink' | 'ink-2' | 'ink-3' | 'line' | 'line-strong' | 'surface' | 'sunken';

export type Mark = BoxMark | LineMark | ShapeMark | TextMark;

export interface BoxMark {
  readonly is: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Ink | null;
  readonly stroke: Ink | null;
  readonly line: number;
  readonly radius: number;
}

export interface LineMark {
  readonly is: 'line';
  readonly points: readonly Point[];
  readonly ink: Ink;
  readonly line: number;
  readonly isDashed: boolean;
}

/** A closed figure. */
export interface ShapeMark {
  readonly is: 'shape';
  readonly points: readonly Point[];
  readonly fill: Ink;
  readonly stroke: Ink | null;
  readonly line: number;
}

export interface TextMark {
  readonly is: 'text';
  readonly text: string;
  /** y is the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly ink: Ink;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Read from below upwards, about its own place. */
  readonly isUpright: boolean;
  /** A halo in the ground's colour, where a word stands over lines. */
  readonly hasHalo: boolean;
}

export function part(
  tag: Tag,
  marks: readonly Mark[],
  parts: readonly Part[] = [],
  more: Partial<Part> = {},
): Part {
  return { tag, marks, parts, ...more };
}

export function ruleMark(points: readonly Point[], ink: Ink, line = 1): LineMark {
  return { is: 'line', points, ink, line, isDashed: false };
}

export function groundMark(x: number, y: number, width: number, height: number, fill: Ink): BoxMark {
  return { is: 'box', x, y, width, height, fill, stroke: null, line: 0, radius: 0 };
}

export function textMark(
  text: string,
  [x, y]: Point,
  { size, weight = 'regular', ink = 'ink', anchor = 'start', isUpright = false, hasHalo = false }: TextStyle,
): TextMark {
  return { is: 'text', text, x, y, size, weight, ink, anchor, isUpright, hasHalo };
}

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly ink?: Ink;
  readonly anchor?: TextMark['anchor'];
  readonly isUpright?: boolean;
  readonly hasHalo?: boolean;
}

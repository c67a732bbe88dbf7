import type { Chart, ChartSymbol } from './chart.ts';
import type { Cut } from './cut-pages.ts';
import type { PageRow } from './page-rows.ts';

/** One arrow that goes on over a page's end: the same letter in a pentagon on both pages. */
export interface Letter {
  readonly letter: string;
  /** Index among the chart's links. */
  readonly link: number;
  /** The sheet it leaves and the sheet it comes to, from 0. */
  readonly out: number;
  readonly into: number;
}

/** Into one symbol from more pages than this, arrows share a letter, or the letters would fill the page. */
const lettersIntoOne = 2;

/** A, B, … through the whole document, in the order in which the arrows leave. */
export function lettersOf(chart: Chart, rows: readonly PageRow[], cuts: readonly Cut[]): readonly Letter[] {
  const sheetOf = new Map(
    cuts.flatMap(({ first, end }, sheet) =>
      rows
        .slice(first, end)
        .filter(({ hasSymbols }) => hasSymbols)
        .map(({ row }) => [row, sheet] as const),
    ),
  );
  const cut = chart.links
    .map(({ from, to }, link) => ({
      link,
      from: from.row,
      to,
      out: sheetOf.get(from.row) ?? 0,
      into: sheetOf.get(to.row) ?? 0,
    }))
    .filter(({ out, into }) => out !== into)
    .toSorted((a, b) => a.out - b.out || a.from - b.from || a.link - b.link);
  const isShared = (symbol: ChartSymbol) => cut.filter(({ to }) => to === symbol).length > lettersIntoOne;
  const names = [...new Set(cut.map(({ link, to }) => (isShared(to) ? to : link)))];
  return cut.map(({ link, to, out, into }) => ({
    letter: letterOf(names.indexOf(isShared(to) ? to : link)),
    link,
    out,
    into,
  }));
}

/** A to Z, then AA, AB, …, as columns of a table are counted. */
function letterOf(place: number): string {
  const last = String.fromCodePoint(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}

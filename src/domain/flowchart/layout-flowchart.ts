import type { ProcedureDraft } from '../procedures/draft.ts';
import type { Chart } from './chart.ts';
import { placeColumns } from './columns.ts';
import { type Cut, cutPages, type Span } from './cut-pages.ts';
import { drawChart } from './draw-chart.ts';
import type { FlowchartWords } from './flowchart-words.ts';
import type { Form } from './form.ts';
import { layPage } from './lay-page.ts';
import { type Letter, lettersOf } from './letters.ts';
import { boardOf, type PageParts } from './page-board.ts';
import { breakRows, type PageRow } from './page-rows.ts';
import { sheetOf } from './page-sheet.ts';
import type { Sheet, SheetColumn } from './sheet.ts';

export interface Flowchart {
  readonly chart: Chart;
  readonly sheets: readonly Sheet[];
  /** Some arrow found no clear way: a line may touch a word. */
  readonly isCramped: boolean;
}

/** Rounds of growing: columns for lines that find no way, rows that push a page over its end. */
const mostRounds = 12;
const growth = 14;
const mostGrowths = 4;

/**
 * Draws a procedure as the form of PermenPANRB 35/2012 asks: rows down, actors across, arrows between. Pure: the
 * same input gives the same px. A draft may be unfinished; what cannot be drawn yet is left out.
 */
export function layoutFlowchart(draft: ProcedureDraft, words: FlowchartWords, form: Form): Flowchart {
  const chart = drawChart(draft);
  let grown = 0;
  let learned: Learned = { heights: new Map(), band: form.bandHeight };
  let sheets: readonly Sheet[] = [];
  let isCramped = false;
  let table = tableOf(chart, words, form, grown);
  for (let round = 0; round < mostRounds; round++) {
    const drawn = drawOnce(chart, words, form, table, learned);
    sheets = drawn.sheets;
    isCramped = drawn.stuck > 0;
    const wider = drawn.stuck > 0 && round < mostGrowths ? tableOf(chart, words, form, grown + growth) : null;
    if (wider !== null && fits(wider, form)) {
      grown += growth;
      table = wider;
    } else if (drawn.learned === null) break;
    else learned = drawn.learned;
  }
  return { chart, sheets, isCramped };
}

/** What an earlier round has shown: rows that need more than their words, and rows of letters. */
interface Learned {
  readonly heights: ReadonlyMap<string, number>;
  readonly band: number;
}

/** Columns and broken rows: the same in every round but where the columns grow. */
interface Table {
  readonly columns: readonly SheetColumn[];
  readonly headHeight: number;
  readonly rows: readonly PageRow[];
  /** Room for rows and bands on a page. */
  readonly page: number;
}

function tableOf(chart: Chart, words: FlowchartWords, form: Form, grown: number): Table {
  const columns = placeColumns(chart, words.columns, words.heads, form, grown);
  const headHeight = headHeightOf(columns, form);
  const page = form.height === null ? Number.MAX_SAFE_INTEGER : form.height - headHeight;
  const rows = breakRows(chart, words.rows, columns, form, page - 2 * form.bandHeight);
  return { columns, headHeight, rows, page };
}

/** Paper has an end; a screen can be pushed aside. */
function fits({ columns }: Table, form: Form): boolean {
  const last = columns.at(-1);
  return form.height === null || last === undefined || last.x + last.width <= form.width;
}

function drawOnce(
  chart: Chart,
  words: FlowchartWords,
  form: Form,
  { columns, headHeight, rows, page }: Table,
  learned: Learned,
): { readonly sheets: readonly Sheet[]; readonly stuck: number; readonly learned: Learned | null } {
  const kept = form.totalHeight + form.legendHeight;
  const heights = rows.map((row) => Math.max(leastHeight(row, form), learned.heights.get(keyOf(row)) ?? 0));
  const cuts = cutPages(heights, spansOf(chart, rows), { page, kept, band: learned.band });
  const letters = lettersOf(chart, rows, cuts);
  const parts = cuts.map((cut, sheet) => partsOf(rows, cut, letters, sheet));
  const laid = parts.map((part) => {
    const board = boardOf(chart, part, columns, form);
    const least = board.kinds.map((kind) =>
      kind === 'band' ? form.bandHeight : leastHeight(rowOf(part, kind), form),
    );
    return { part, board, page: layPage(board.board, least, form) };
  });
  const sheets = laid.map((one) => sheetOf({ ...one, columns, headHeight, form, band: words.band, chart }));
  const tooHigh = laid.filter(
    (one, sheet) => sum(one.page.heights) > page - (sheet === laid.length - 1 ? kept : 0),
  );
  return {
    sheets,
    stuck: sum(laid.map((one) => one.page.stuck)),
    learned: tooHigh.length === 0 ? null : learnFrom(laid, learned),
  };
}

type Laid = {
  readonly part: PageParts;
  readonly board: ReturnType<typeof boardOf>;
  readonly page: ReturnType<typeof layPage>;
};

/** Null where nothing new was learned: a row that is too high by itself stays so. */
function learnFrom(laid: readonly Laid[], before: Learned): Learned | null {
  const heights = new Map(before.heights);
  let band = before.band;
  for (const { part, board, page } of laid) {
    for (const [place, kind] of board.kinds.entries()) {
      const height = page.heights[place] ?? 0;
      if (kind === 'band') band = Math.max(band, height);
      else
        heights.set(keyOf(rowOf(part, kind)), Math.max(heights.get(keyOf(rowOf(part, kind))) ?? 0, height));
    }
  }
  const isSame =
    band === before.band && [...heights].every(([key, height]) => before.heights.get(key) === height);
  return isSame ? null : { heights, band };
}

function partsOf(rows: readonly PageRow[], cut: Cut, letters: readonly Letter[], sheet: number): PageParts {
  return {
    rows: rows.slice(cut.first, cut.end),
    into: onePerLetter(letters.filter((letter) => letter.into === sheet)),
    out: letters.filter((letter) => letter.out === sheet),
  };
}

function onePerLetter(letters: readonly Letter[]): readonly Letter[] {
  return letters.filter(({ letter }, place) => letters.findIndex((one) => one.letter === letter) === place);
}

function rowOf({ rows }: PageParts, place: number): PageRow {
  const row = rows[place];
  if (row === undefined) throw new RangeError(`no row ${place} on this page`);
  return row;
}

function leastHeight({ textHeight, hasSymbols, hasDiamond }: PageRow, form: Form): number {
  const bySymbol = hasDiamond ? form.diamondRowHeight : form.rowHeight;
  return Math.max(textHeight, hasSymbols ? bySymbol : 0);
}

function keyOf({ row, hasSymbols }: PageRow): string {
  return `${row}${hasSymbols ? '' : '+'}`;
}

/** Of the lines between rows, by their place among the broken rows. */
function spansOf(chart: Chart, rows: readonly PageRow[]): readonly Span[] {
  const placeOf = new Map(rows.flatMap((row, place) => (row.hasSymbols ? [[row.row, place] as const] : [])));
  return chart.links.flatMap((link): readonly Span[] => {
    const from = placeOf.get(link.from.row) ?? 0;
    const to = placeOf.get(link.to.row) ?? 0;
    if (from === to) return [];
    const ends = link.to.kind === 'capsule';
    const holds = to < from || (link.kind === 'tidak' && ends);
    return [{ from, to, out: link.from.column, in: link.to.column, holds }];
  });
}

/** Two lines of heads: the groups, and the columns, as high as the longest title. */
function headHeightOf(columns: readonly SheetColumn[], form: Form): number {
  const leading = form.head * 1.2;
  const heights = columns.map(({ head, isUpright }) => (isUpright ? 92 : head.length * leading));
  return 24 + Math.max(76, Math.ceil(Math.max(...heights)) + 8);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

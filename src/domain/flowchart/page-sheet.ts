import type { Chart } from './chart.ts';
import type { FlowchartWords } from './flowchart-words.ts';
import type { Form } from './form.ts';
import type { LaidPage } from './lay-page.ts';
import type { PageBoard, PageParts } from './page-board.ts';
import { lineHeight, type Paragraph } from './page-rows.ts';
import type {
  BandLetter,
  Point,
  Sheet,
  SheetArrow,
  SheetCell,
  SheetColumn,
  SheetLine,
  SheetRow,
  SheetSymbol,
} from './sheet.ts';
import { wrapText } from './wrap-text.ts';

interface PageInput {
  readonly part: PageParts;
  readonly board: PageBoard;
  readonly page: LaidPage;
  readonly columns: readonly SheetColumn[];
  readonly headHeight: number;
  readonly form: Form;
  readonly band: FlowchartWords['band'];
  readonly chart: Chart;
}

/** Moves what was laid on a page under its head, and sets the words of every cell in the middle of its row. */
export function sheetOf(input: PageInput): Sheet {
  const { page, columns, headHeight, chart } = input;
  const down = ([x, y]: Point): Point => [x, y + headHeight];
  const arrows = page.ways.map(
    ({ way, points }): SheetArrow => ({
      kind: way.link.link.kind,
      link: chart.links.indexOf(way.link.link),
      points: points.map(down),
      hasHead: way.link.kind !== 'join',
    }),
  );
  const last = columns.at(-1);
  return {
    columns,
    headHeight,
    rows: rowsOf(input),
    symbols: symbolsOf(input),
    arrows,
    labels: page.labels.map(({ label, x, y }) => ({
      text: label.text,
      link: chart.links.findIndex(
        ({ kind, from }) =>
          kind === kindOfLabel[label.text] &&
          from.column === label.column &&
          isRow(input, label.row, from.row),
      ),
      x,
      y: y + headHeight,
      anchor: label.anchor,
    })),
    width: last === undefined ? 0 : last.x + last.width,
    height: headHeight + page.heights.reduce((sum, height) => sum + height, 0),
  };
}

const kindOfLabel: Readonly<Record<string, string>> = { Ya: 'ya', Tidak: 'tidak', tembusan: 'copy' };

function isRow({ board, part }: PageInput, line: number, row: number): boolean {
  const kind = board.kinds[line];
  return typeof kind === 'number' && part.rows[kind]?.row === row;
}

function rowsOf(input: PageInput): readonly SheetRow[] {
  const { part, board, page, columns, headHeight, form, band } = input;
  return board.kinds.map((kind, place): SheetRow => {
    const y = headHeight + (page.tops[place] ?? 0);
    const height = page.heights[place] ?? 0;
    const row = typeof kind === 'number' ? part.rows[kind] : undefined;
    if (row === undefined) {
      const letters = (board.letters[place] ?? []).map((letter): BandLetter => {
        const goes = part.out.includes(letter) ? 'out' : 'in';
        return { letter: letter.letter, goes, sheet: goes === 'out' ? letter.into : letter.out };
      });
      return { is: 'band', y, height, letters, lines: bandLines(band(letters), columns, y, height, form) };
    }
    const cells = columns
      .filter(({ isActor }) => !isActor)
      .map(
        (column): SheetCell => ({
          column: column.key,
          lines: cellLines(row.lines[column.key] ?? [], column, y, height, form),
        }),
      );
    return { is: 'step', row: row.row, step: row.step, isContinued: !row.hasSymbols, y, height, cells };
  });
}

function bandLines(
  text: string,
  columns: readonly SheetColumn[],
  y: number,
  height: number,
  form: Form,
): readonly SheetLine[] {
  const activity = columns.find(({ key }) => key === 'activity');
  if (activity === undefined) return [];
  const lines = wrapped(text, activity.width - 2 * form.padding.x, form);
  return cellLines(lines, activity, y, height, form);
}

function wrapped(text: string, width: number, form: Form): readonly Paragraph[] {
  return wrapText(text, width, { size: form.text, weight: 'regular' }).map((line) => ({
    text: line,
    weight: 'regular',
  }));
}

function cellLines(
  lines: readonly Paragraph[],
  column: SheetColumn,
  y: number,
  height: number,
  form: Form,
): readonly SheetLine[] {
  const leading = lineHeight(form);
  const top = y + (height - lines.length * leading) / 2;
  const isCentred = column.isCentred;
  return lines.map(({ text, weight, tone = null, bar = null }, place) => ({
    text,
    weight,
    tone,
    bar,
    x: isCentred ? column.x + column.width / 2 : column.x + form.padding.x,
    // The baseline lies where ascent and descent of the face share the leading.
    y: round(top + leading * place + leading / 2 + form.text * 0.36),
    anchor: isCentred ? 'middle' : 'start',
  }));
}

function symbolsOf({ board, page, part, chart, headHeight }: PageInput): readonly SheetSymbol[] {
  return board.board.rows.flatMap(({ symbols }, line) => {
    const kind = board.kinds[line];
    const row = typeof kind === 'number' ? (part.rows[kind]?.row ?? null) : null;
    const middle = headHeight + (page.tops[line] ?? 0) + Math.round((page.heights[line] ?? 0) / 2);
    return symbols.map(
      (symbol): SheetSymbol => ({
        kind: symbol.kind,
        row,
        column: symbol.column,
        letter: symbol.letter,
        place:
          symbol.of === null || row === null ? null : (chart.rows[row]?.symbols.indexOf(symbol.of) ?? null),
        x: symbol.x,
        y: middle,
        halfWidth: symbol.halfWidth,
        halfHeight: symbol.halfHeight,
      }),
    );
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

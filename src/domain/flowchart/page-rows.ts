import type { Chart, ChartRow } from './chart.ts';
import type { Form } from './form.ts';
import type { SheetColumn } from './sheet.ts';
import { type Weight, wrapText } from './wrap-text.ts';

/** The words of one row, by the key of the column. */
export type RowWords = Readonly<Record<string, readonly Paragraph[]>>;

export interface Paragraph {
  readonly text: string;
  readonly weight: Weight;
  /** What a line is about, for whoever paints it: a tone of time. Kept by every line it is broken into. */
  readonly tone?: string;
  /** Instead of words: a bar, this much of it filled (0 to 1). */
  readonly bar?: number;
}

/** A row of the table before it stands on a page: its words in lines, and how high they are. */
export interface PageRow {
  readonly row: number;
  readonly step: string;
  /** Its symbols stand in the first part of a row that is split. */
  readonly hasSymbols: boolean;
  readonly hasDiamond: boolean;
  readonly lines: Readonly<Record<string, readonly Paragraph[]>>;
  /** What the words need, with the space around them. */
  readonly textHeight: number;
}

/** Breaks the words of every row; a row that is higher than `room` px goes on as another row. */
export function breakRows(
  chart: Chart,
  words: readonly RowWords[],
  columns: readonly SheetColumn[],
  form: Form,
  room: number,
): readonly PageRow[] {
  return chart.rows.flatMap((row, index) => {
    const lines = linesOf(words[index] ?? {}, columns, form);
    const most = Math.max(4, Math.floor((room - 2 * form.padding.y) / (form.text * form.leading)));
    return slices(lines, most).map((part, place) => pageRow(row, index, part, place === 0, form));
  });
}

export function lineHeight(form: Form): number {
  return form.text * form.leading;
}

function pageRow(
  { step, symbols }: ChartRow,
  row: number,
  lines: PageRow['lines'],
  hasSymbols: boolean,
  form: Form,
): PageRow {
  const most = Math.max(1, ...Object.values(lines).map((one) => one.length));
  return {
    row,
    step: step.id,
    hasSymbols,
    hasDiamond: hasSymbols && symbols.some(({ kind }) => kind === 'diamond'),
    lines,
    textHeight: Math.ceil(most * lineHeight(form) + 2 * form.padding.y),
  };
}

function linesOf(words: RowWords, columns: readonly SheetColumn[], form: Form): PageRow['lines'] {
  return Object.fromEntries(
    columns
      .filter(({ isActor }) => !isActor)
      .map(({ key, width }) => {
        const room = width - 2 * (key === 'number' ? 2 : form.padding.x);
        const lines = (words[key] ?? []).flatMap((paragraph) =>
          wrapText(paragraph.text, room, { size: form.text, weight: paragraph.weight }).map((text) => ({
            ...paragraph,
            text,
          })),
        );
        return [key, lines] as const;
      }),
  );
}

function slices(lines: PageRow['lines'], most: number): readonly PageRow['lines'][] {
  const longest = Math.max(1, ...Object.values(lines).map((one) => one.length));
  return Array.from({ length: Math.ceil(longest / most) }, (_, place) =>
    Object.fromEntries(
      Object.entries(lines).map(([key, all]) => [key, all.slice(place * most, (place + 1) * most)]),
    ),
  );
}

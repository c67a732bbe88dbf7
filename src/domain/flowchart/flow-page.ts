import type { Chart, ChartRow } from './chart.ts';
import { paper } from './form.ts';
import { legendPart } from './legend.ts';
import { groundMark, type Mark, type Part, type PrintedPage, part, ruleMark, textMark } from './marks.ts';
import { moveSheet } from './move-sheet.ts';
import { type RowChange, rowChangePart } from './row-change.ts';
import type { Sheet, SheetCell, SheetColumn, SheetRow, SheetSymbol, StepRow } from './sheet.ts';
import { arrowMarks, symbolMarks } from './symbol-marks.ts';
import { type TotalWords, totalPart } from './total-part.ts';
import { measureText } from './wrap-text.ts';

/** The words around a sheet of the flowchart. */
export interface FlowPageWords {
  readonly actors: string;
  readonly quality: string;
  /** Which of the columns of words stand under `quality`. */
  readonly qualityKeys: readonly string[];
  /** Left to right in the running head: name, institution, number, page n of m. */
  readonly running: readonly string[];
  readonly title: string;
  /** What a symbol is and where it leads, for those who do not see it. */
  symbol(row: ChartRow, place: number): string;
  pentagon(letter: string): string;
  readonly arrows: string;
  /** Null but on the last sheet. */
  readonly total: TotalWords | null;
  readonly legend: readonly string[];
  /** What is different in a row (index in the chart) from an earlier version. */
  change?(row: number): RowChange | null;
}

export const page = { width: 1122, height: 793, left: 38, top: 28, running: 24 } as const;

const line = { symbol: 1.5, arrow: 1.4, legend: 1.1 } as const;

/** One sheet on A4 landscape: running head, table, arrows over it; the total and the legend on the last. */
export function flowPage(chart: Chart, sheet: Sheet, words: FlowPageWords): PrintedPage {
  const top = page.top + page.running;
  const moved = moveSheet(sheet, page.left, top);
  const rows = moved.rows.map((row) => rowPart(chart, moved, row, words));
  const total = words.total === null ? [] : [totalPart(moved, words.total)];
  const table = part('Table', [], [...headParts(moved, words), ...rows, ...total]);
  const arrows = moved.arrows.flatMap((arrow) => arrowMarks(arrow, line.arrow));
  const changes = moved.rows.flatMap((row) => {
    const change = row.is === 'step' ? words.change?.(row.row) : null;
    return change == null ? [] : [rowChangePart(change, page.left, row)];
  });
  const labels = moved.labels.map(({ text, x, y, anchor }) =>
    textMark(text, [x, y], { size: paper.label, weight: 'bold', anchor, hasHalo: true }),
  );
  return {
    kind: 'flowchart',
    width: page.width,
    height: page.height,
    title: words.title,
    parts: [
      part('Artifact', runningMarks(words.running)),
      part('Artifact', gridMarks(moved, words)),
      part('Artifact', arrows),
      table,
      ...(labels.length + arrows.length === 0 ? [] : [part('Figure', labels, [], { alt: words.arrows })]),
      ...changes,
      ...(words.total === null ? [] : [legendPart(page.left, page.height - 40, words.legend, line.legend)]),
    ],
  };
}

/** Name, institution, number, page; a long name pushes the institution on, and what does not fit is cut. */
function runningMarks(running: readonly string[]): readonly Mark[] {
  const [name = '', institution = '', number = '', count = ''] = running;
  const right = page.width - page.left;
  const wide = (text: string, weight: 'bold' | 'regular') => measureText(text, { size: paper.text, weight });
  const y = page.top + 11;
  const style = { size: paper.text, ink: 'ink-2' } as const;
  const title = cutToFit(name, 420, 'bold');
  const second = Math.max(330, page.left + wide(title, 'bold') + 24);
  const third = right - wide(count, 'regular') - 40 - wide(number, 'regular');
  return [
    textMark(title, [page.left, y], { size: paper.text, weight: 'bold' }),
    textMark(cutToFit(institution, third - second - 24, 'regular'), [second, y], style),
    textMark(number, [third, y], style),
    textMark(count, [right, y], { ...style, anchor: 'end' }),
  ];
}

function cutToFit(text: string, room: number, weight: 'bold' | 'regular'): string {
  const fits = (one: string) => measureText(one, { size: paper.text, weight }) <= room;
  if (fits(text)) return text;
  // No letter is narrower than a pixel: a title of thousands of letters is not measured letter by letter.
  let end = Math.min(text.length, Math.ceil(room));
  while (end > 0 && !fits(`${text.slice(0, end).trimEnd()}…`)) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Grounds and rules; the actors' columns are parted by lighter ones, for arrows cross them. */
function gridMarks(
  { columns, rows, headHeight, width, height }: Sheet,
  words: FlowPageWords,
): readonly Mark[] {
  const [x0, y0] = [columns[0]?.x ?? 0, (rows[0]?.y ?? headHeight) - headHeight];
  const bottom = y0 + height;
  const total = words.total === null ? 0 : paper.totalHeight;
  const uprights = columns.slice(1).map((column, place) => {
    const light = column.isActor && columns[place]?.isActor === true;
    const isGroup = light || (words.qualityKeys.includes(column.key) && column.key !== words.qualityKeys[0]);
    return ruleMark(
      [
        [column.x, isGroup ? y0 + 24 : y0],
        [column.x, bottom],
      ],
      light ? 'line' : 'line-strong',
    );
  });
  const levels = rows.map(({ y, height: high, is }) =>
    ruleMark(
      [
        [x0, y + high],
        [x0 + width, y + high],
      ],
      is === 'band' ? 'line' : 'line-strong',
    ),
  );
  const groups = groupsOf(columns, words).map(({ x, width: wide }) =>
    ruleMark(
      [
        [x, y0 + 24],
        [x + wide, y0 + 24],
      ],
      'line-strong',
    ),
  );
  return [
    groundMark(x0, y0, width, headHeight, 'sunken'),
    ...(total === 0 ? [] : [groundMark(x0, bottom, width, total, 'sunken')]),
    ...uprights,
    ...groups,
    ...levels,
    {
      is: 'box',
      x: x0,
      y: y0,
      width,
      height: height + total,
      fill: null,
      stroke: 'line-strong',
      line: 1,
      radius: 0,
    },
    ruleMark(
      [
        [x0, y0],
        [x0 + width, y0],
      ],
      'ink',
    ),
    ruleMark(
      [
        [x0, y0 + headHeight],
        [x0 + width, y0 + headHeight],
      ],
      'ink',
      1.5,
    ),
  ];
}

interface Group {
  readonly title: string;
  readonly x: number;
  readonly width: number;
  readonly count: number;
}

function groupsOf(columns: readonly SheetColumn[], words: FlowPageWords): readonly Group[] {
  return [
    { title: words.actors, members: columns.filter(({ isActor }) => isActor) },
    { title: words.quality, members: columns.filter(({ key }) => words.qualityKeys.includes(key)) },
  ].flatMap(({ title, members }) => {
    const [first] = members;
    const last = members.at(-1);
    if (first === undefined || last === undefined) return [];
    return [{ title, x: first.x, width: last.x + last.width - first.x, count: members.length }];
  });
}

function headParts(sheet: Sheet, words: FlowPageWords): readonly Part[] {
  const top = (sheet.rows[0]?.y ?? sheet.headHeight) - sheet.headHeight;
  const groups = groupsOf(sheet.columns, words);
  const isGrouped = ({ isActor, key }: SheetColumn) => isActor || words.qualityKeys.includes(key);
  const group = groups.map(({ title, x, width, count }) =>
    part('TH', [textMark(title, [x + width / 2, top + 16], headStyle)], [], { scope: 'Column', span: count }),
  );
  const heads = sheet.columns.map((column) =>
    part('TH', headMarks(column, top, sheet.headHeight, isGrouped(column)), [], { scope: 'Column' }),
  );
  return [part('TR', [], group), part('TR', [], heads)];
}

const headStyle = { size: paper.text, weight: 'bold', anchor: 'middle' } as const;

function headMarks(column: SheetColumn, top: number, height: number, isGrouped: boolean): readonly Mark[] {
  const { head, x, width, isUpright } = column;
  const [from, room] = isGrouped ? [top + 24, height - 24] : [top, height];
  const size = isGrouped ? paper.head : paper.text;
  const leading = size * 1.2;
  if (isUpright) {
    return head.map((text, place) =>
      textMark(
        text,
        [x + width / 2 + size * 0.36 + (place - (head.length - 1) / 2) * leading, from + room / 2],
        {
          ...headStyle,
          size,
          isUpright: true,
        },
      ),
    );
  }
  const first = from + (room - head.length * leading) / 2 + leading / 2 + size * 0.36;
  return head.map((text, place) =>
    textMark(text, [x + width / 2, first + place * leading], { ...headStyle, size }),
  );
}

function rowPart(chart: Chart, sheet: Sheet, row: SheetRow, words: FlowPageWords): Part {
  if (row.is === 'band') {
    const symbols = sheet.symbols.filter(
      ({ y, letter }) => letter !== null && y > row.y && y < row.y + row.height,
    );
    return part(
      'TR',
      [],
      [
        part('TD', cellMarks(row.lines, 'ink-2')),
        ...symbols.map((symbol) =>
          part(
            'TD',
            [],
            [
              part('Figure', symbolMarks(symbol, line.symbol), [], {
                alt: words.pentagon(symbol.letter ?? ''),
              }),
            ],
          ),
        ),
      ],
    );
  }
  const cells = sheet.columns.map((column): Part => {
    if (column.isActor) return part('TD', [], symbolParts(chart, sheet, row, column, words));
    const lines = row.cells.find((cell) => cell.column === column.key)?.lines ?? [];
    const marks = cellMarks(lines, column.key === 'remark' ? 'ink-2' : 'ink');
    return column.key === 'number' ? part('TH', marks, [], { scope: 'Row' }) : part('TD', marks);
  });
  return part('TR', [], cells);
}

function cellMarks(lines: SheetCell['lines'], ink: 'ink' | 'ink-2'): readonly Mark[] {
  return lines.map(({ text, x, y, weight, anchor }) =>
    textMark(text, [x, y], { size: paper.text, weight, anchor, ink }),
  );
}

function symbolParts(
  chart: Chart,
  sheet: Sheet,
  row: StepRow,
  column: SheetColumn,
  words: FlowPageWords,
): readonly Part[] {
  const index = sheet.columns.filter(({ isActor }) => isActor).indexOf(column);
  const shown = row.isContinued
    ? []
    : sheet.symbols.filter((one) => one.row === row.row && one.column === index);
  return shown.map((symbol: SheetSymbol) => {
    const of = chart.rows[row.row];
    const alt = of === undefined || symbol.place === null ? '' : words.symbol(of, symbol.place);
    return part('Figure', symbolMarks(symbol, line.symbol), [], { alt });
  });
}

import { type Board, type BoardLink, type BoardSymbol, symbolSize } from './board.ts';
import type { Chart, ChartSymbol } from './chart.ts';
import type { Form } from './form.ts';
import type { Letter } from './letters.ts';
import type { PageRow } from './page-rows.ts';
import type { SheetColumn } from './sheet.ts';

/** What stands on one page. */
export interface PageParts {
  readonly rows: readonly PageRow[];
  readonly into: readonly Letter[];
  readonly out: readonly Letter[];
}

export interface PageBoard {
  readonly board: Board;
  /** For each line of the board: a row of letters, or the place among the page's rows. */
  readonly kinds: readonly ('band' | number)[];
  /** The letters of each line of the board. */
  readonly letters: readonly (readonly Letter[])[];
}

/** Rows of letters above and below where arrows are cut, and between them the page's own rows. */
export function boardOf(
  chart: Chart,
  parts: PageParts,
  columns: readonly SheetColumn[],
  form: Form,
): PageBoard {
  const actors = columns.filter(({ isActor }) => isActor);
  const columnOf = (letter: Letter, end: 'from' | 'to') => chart.links[letter.link]?.[end].column ?? 0;
  const above = bands(parts.into, (letter) => columnOf(letter, 'to'));
  const below = bands(parts.out, (letter) => columnOf(letter, 'from'));
  const symbolAt = (
    row: number,
    column: number,
    kind: ChartSymbol['kind'],
    more: Pick<BoardSymbol, 'of' | 'letter'>,
  ): BoardSymbol => {
    const { x = 0, width = 0 } = actors[column] ?? {};
    const id = `${row}:${column}`;
    return { id, row, column, kind, ...more, x: x + width / 2, ...symbolSize(kind, width, form) };
  };
  const pentagons = (letters: readonly Letter[], row: number, end: 'from' | 'to') =>
    letters.map((letter) =>
      symbolAt(row, columnOf(letter, end), 'pentagon', { of: null, letter: letter.letter }),
    );
  const own = parts.rows.map(({ row, hasSymbols }, place) =>
    (hasSymbols ? (chart.rows[row]?.symbols ?? []) : []).map((of) =>
      symbolAt(above.length + place, of.column, of.kind, { of, letter: null }),
    ),
  );
  const rows = [
    ...above.map((letters, place) => pentagons(letters, place, 'to')),
    ...own,
    ...below.map((letters, place) => pentagons(letters, above.length + own.length + place, 'from')),
  ].map((symbols) => ({ symbols }));
  const rules = actors.flatMap(({ x, width }, place) => (place === 0 ? [x, x + width] : [x + width]));
  const all = rows.flatMap(({ symbols }) => symbols);
  return {
    board: { rules, rows, links: linksOf(chart, parts, all) },
    kinds: [...above.map(() => 'band' as const), ...own.keys(), ...below.map(() => 'band' as const)],
    letters: [...above, ...own.map(() => []), ...below],
  };
}

/** Letters whose columns differ stand in one row; a second one of the same column under the first. */
function bands(
  letters: readonly Letter[],
  columnOf: (letter: Letter) => number,
): readonly (readonly Letter[])[] {
  const found: Letter[][] = [];
  for (const letter of letters) {
    const free = found.find((band) => band.every((one) => columnOf(one) !== columnOf(letter)));
    if (free === undefined) found.push([letter]);
    else free.push(letter);
  }
  return found;
}

function linksOf(
  chart: Chart,
  { into, out }: PageParts,
  symbols: readonly BoardSymbol[],
): readonly BoardLink[] {
  const find = (symbol: ChartSymbol) => symbols.find(({ of }) => of === symbol);
  const pentagon = (letter: string, column: number) =>
    symbols.find((symbol) => symbol.letter === letter && symbol.column === column);
  return chart.links.flatMap((link, index): readonly BoardLink[] => {
    const [from, to] = [find(link.from), find(link.to)];
    if (from !== undefined && to !== undefined) return [{ kind: link.kind, from, to, link }];
    const leaving = out.find((letter) => letter.link === index);
    const coming = into.find((letter) => letter.link === index);
    const below = leaving === undefined ? undefined : pentagon(leaving.letter, link.from.column);
    const above = coming === undefined ? undefined : pentagon(coming.letter, link.to.column);
    return [
      ...(from !== undefined && below !== undefined ? [{ kind: link.kind, from, to: below, link }] : []),
      ...(above !== undefined && to !== undefined ? [{ kind: 'flow' as const, from: above, to, link }] : []),
    ];
  });
}

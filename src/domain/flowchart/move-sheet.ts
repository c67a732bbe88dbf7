import type { Sheet } from './sheet.ts';

/** The sheet with its upper left corner at a place of the page. */
export function moveSheet(sheet: Sheet, dx: number, dy: number): Sheet {
  const line = <T extends { readonly x: number; readonly y: number }>(one: T): T => ({
    ...one,
    x: one.x + dx,
    y: one.y + dy,
  });
  return {
    ...sheet,
    columns: sheet.columns.map((column) => ({ ...column, x: column.x + dx })),
    rows: sheet.rows.map((row) =>
      row.is === 'band'
        ? { ...row, y: row.y + dy, lines: row.lines.map(line) }
        : {
            ...row,
            y: row.y + dy,
            cells: row.cells.map((cell) => ({ ...cell, lines: cell.lines.map(line) })),
          },
    ),
    symbols: sheet.symbols.map(line),
    labels: sheet.labels.map(line),
    arrows: sheet.arrows.map((arrow) => ({
      ...arrow,
      points: arrow.points.map(([x, y]) => [x + dx, y + dy]),
    })),
  };
}

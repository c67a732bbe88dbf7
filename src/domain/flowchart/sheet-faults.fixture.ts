import type { Form } from './form.ts';
import type { Point, Sheet, SheetArrow, SheetLabel, SheetSymbol } from './sheet.ts';
import { measureText } from './wrap-text.ts';

/** One thing that is wrong on a sheet, measured on the px that are painted and on nothing the layout says of itself. */
export interface SheetFault {
  readonly rule: string;
  readonly what: string;
}

interface Rect {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Segment {
  readonly arrow: SheetArrow;
  readonly place: number;
  readonly a: Point;
  readonly b: Point;
}

/** The rules of the form that can be measured; each fault names its rule. */
export function sheetFaults(sheet: Sheet, form: Form): readonly SheetFault[] {
  const segments = sheet.arrows.flatMap(segmentsOf);
  return [
    ...orthogonal(segments),
    ...throughSymbols(sheet, segments),
    ...alongRules(sheet, segments),
    ...shared(segments),
    ...lastPieces(sheet),
    ...symbolsInColumns(sheet),
    ...labelsClear(sheet, segments, form),
    ...textInCells(sheet, form),
    ...rowsEdgeToEdge(sheet),
  ];
}

export function crossingsOf(sheet: Sheet): number {
  const segments = sheet.arrows.flatMap(segmentsOf);
  let count = 0;
  for (const one of segments.filter(isUpright)) {
    for (const other of segments.filter((segment) => !isUpright(segment))) {
      if (one.arrow === other.arrow) continue;
      const [x, y] = [one.a[0], other.a[1]];
      const { y1, y2 } = rectOf(one);
      const { x1, x2 } = rectOf(other);
      if (x > x1 + 0.5 && x < x2 - 0.5 && y > y1 + 0.5 && y < y2 - 0.5) count++;
    }
  }
  return count;
}

function segmentsOf(arrow: SheetArrow): readonly Segment[] {
  return arrow.points.slice(1).map((b, place) => ({ arrow, place, a: arrow.points[place] ?? b, b }));
}

function isUpright({ a, b }: Segment): boolean {
  return a[0] === b[0];
}

function rectOf({ a, b }: Segment): Rect {
  return {
    x1: Math.min(a[0], b[0]),
    x2: Math.max(a[0], b[0]),
    y1: Math.min(a[1], b[1]),
    y2: Math.max(a[1], b[1]),
  };
}

function meet(one: Rect, other: Rect, apart = 0): boolean {
  return (
    one.x1 < other.x2 + apart &&
    other.x1 < one.x2 + apart &&
    one.y1 < other.y2 + apart &&
    other.y1 < one.y2 + apart
  );
}

function symbolRect({ x, y, halfWidth, halfHeight }: SheetSymbol): Rect {
  return { x1: x - halfWidth, x2: x + halfWidth, y1: y - halfHeight, y2: y + halfHeight };
}

function orthogonal(segments: readonly Segment[]): readonly SheetFault[] {
  return segments
    .filter(({ a, b }) => a[0] !== b[0] && a[1] !== b[1])
    .map((segment) => ({ rule: 'orthogonal', what: describe(segment) }));
}

function throughSymbols({ symbols }: Sheet, segments: readonly Segment[]): readonly SheetFault[] {
  return segments.flatMap((segment) =>
    symbols
      .filter((symbol) => meet(rectOf(segment), symbolRect(symbol), -0.5) || isWithin(segment, symbol))
      .map((symbol) => ({
        rule: 'no line through a symbol',
        what: `${describe(segment)} at ${symbol.x},${symbol.y}`,
      })),
  );
}

/** A line has no width, so a rectangle test with a margin would let it through. */
function isWithin(segment: Segment, symbol: SheetSymbol): boolean {
  const line = rectOf(segment);
  const box = symbolRect(symbol);
  return line.x1 < box.x2 - 0.5 && line.x2 > box.x1 + 0.5 && line.y1 < box.y2 - 0.5 && line.y2 > box.y1 + 0.5;
}

function alongRules(sheet: Sheet, segments: readonly Segment[]): readonly SheetFault[] {
  const xs = sheet.columns.map(({ x }) => x);
  const ys = sheet.rows.map(({ y }) => y);
  return segments
    .filter((segment) =>
      isUpright(segment)
        ? xs.some((x) => Math.abs(x - segment.a[0]) < 4)
        : ys.some((y) => Math.abs(y - segment.a[1]) < 4),
    )
    .map((segment) => ({ rule: '4 px from a rule', what: describe(segment) }));
}

function shared(segments: readonly Segment[]): readonly SheetFault[] {
  const faults: SheetFault[] = [];
  for (const [place, one] of segments.entries()) {
    for (const other of segments.slice(place + 1)) {
      if (one.arrow === other.arrow || isUpright(one) !== isUpright(other)) continue;
      const lastBoth = isLast(one) && isLast(other) && samePoint(one.b, other.b);
      if (!lastBoth && lieOver(one, other))
        faults.push({ rule: 'no shared line', what: `${describe(one)} and ${describe(other)}` });
    }
  }
  return faults;
}

function lieOver(one: Segment, other: Segment): boolean {
  const [r, s] = [rectOf(one), rectOf(other)];
  return isUpright(one)
    ? Math.abs(r.x1 - s.x1) < 3 && r.y1 < s.y2 - 0.5 && s.y1 < r.y2 - 0.5
    : Math.abs(r.y1 - s.y1) < 3 && r.x1 < s.x2 - 0.5 && s.x1 < r.x2 - 0.5;
}

function isLast({ arrow, place }: Segment): boolean {
  return place === arrow.points.length - 2;
}

function samePoint(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function lastPieces({ arrows }: Sheet): readonly SheetFault[] {
  return arrows
    .filter(({ hasHead }) => hasHead)
    .filter(({ points }) => {
      const [b = [0, 0], a = [0, 0]] = [points.at(-1), points.at(-2)] as [Point, Point];
      return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < 9;
    })
    .map(({ points }) => ({ rule: 'last piece of 9 px', what: JSON.stringify(points) }));
}

function symbolsInColumns(sheet: Sheet): readonly SheetFault[] {
  const actors = sheet.columns.filter(({ isActor }) => isActor);
  return sheet.symbols
    .filter(({ x, halfWidth, column }) => {
      const at = actors[column];
      return at === undefined || x - halfWidth < at.x + 5 || x + halfWidth > at.x + at.width - 5;
    })
    .map((symbol) => ({
      rule: '5 px between symbol and column',
      what: `${symbol.kind} in ${symbol.column}`,
    }));
}

function labelRect({ text, x, y, anchor }: SheetLabel, form: Form): Rect {
  const width = measureText(text, { size: form.label, weight: 'bold' });
  const x1 = { start: x, end: x - width, middle: x - width / 2 }[anchor];
  return { x1, x2: x1 + width, y1: y - form.label * 0.75, y2: y + 1 };
}

function labelsClear(sheet: Sheet, segments: readonly Segment[], form: Form): readonly SheetFault[] {
  return sheet.labels.flatMap((label, place) => {
    const rect = labelRect(label, form);
    const lines = segments.filter((segment) => {
      const line = rectOf(segment);
      return line.x1 < rect.x2 && line.x2 > rect.x1 && line.y1 < rect.y2 && line.y2 > rect.y1;
    });
    const others = sheet.labels.slice(place + 1).filter((other) => meet(rect, labelRect(other, form)));
    const boxes = sheet.symbols.filter(
      (symbol) => meet(rect, symbolRect(symbol)) && !touchesTip(rect, symbol),
    );
    return [
      ...lines.map((segment) => ({
        rule: 'label meets no line',
        what: `${label.text} and ${describe(segment)}`,
      })),
      ...others.map((other) => ({ rule: 'label meets no label', what: `${label.text} and ${other.text}` })),
      ...boxes.map(({ x, y }) => ({ rule: 'label meets no symbol', what: `${label.text} at ${x},${y}` })),
    ];
  });
}

/** Beside the sloping side of a diamond there is room within its rectangle. */
function touchesTip(rect: Rect, symbol: SheetSymbol): boolean {
  return symbol.kind === 'diamond' && rect.y1 > symbol.y && rect.x1 > symbol.x;
}

function textInCells(sheet: Sheet, form: Form): readonly SheetFault[] {
  return sheet.rows.flatMap((row) => {
    if (row.is === 'band') return [];
    return row.cells.flatMap(({ column, lines }) => {
      const at = sheet.columns.find(({ key }) => key === column);
      if (at === undefined) return [{ rule: 'text in its cell', what: column }];
      return lines
        .filter(({ text, weight, y }) => {
          const width = measureText(text, { size: form.text, weight });
          return width > at.width - 4 || y > row.y + row.height || y - form.text < row.y - 1;
        })
        .map(({ text }) => ({ rule: 'text in its cell', what: `${column}: ${text}` }));
    });
  });
}

function rowsEdgeToEdge({ rows, headHeight }: Sheet): readonly SheetFault[] {
  let y = headHeight;
  const faults: SheetFault[] = [];
  for (const row of rows) {
    if (Math.abs(row.y - y) > 0.01)
      faults.push({ rule: 'rows edge to edge', what: `${row.y} instead of ${y}` });
    y += row.height;
  }
  return faults;
}

function describe({ arrow, a, b }: Segment): string {
  return `${arrow.kind} ${a.join(',')} to ${b.join(',')}`;
}

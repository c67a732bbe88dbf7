import type { LinkKind } from './chart.ts';
import { arrowHead } from './form.ts';
import type { Mark, ShapeMark, TextMark } from './marks.ts';
import type { Point, SheetArrow, SheetSymbol } from './sheet.ts';

type Outline = Pick<SheetSymbol, 'kind' | 'x' | 'y' | 'halfWidth' | 'halfHeight'>;

/** The outline of a symbol, empty as the form asks; a pentagon bears its letter. */
export function symbolMarks(symbol: Outline & Pick<SheetSymbol, 'letter'>, line: number): readonly Mark[] {
  return [outlineMark(symbol, line), ...(symbol.letter === null ? [] : [letterMark(symbol, symbol.letter)])];
}

function outlineMark({ kind, x, y, halfWidth, halfHeight }: Outline, line: number): Mark {
  if (kind === 'box' || kind === 'capsule') {
    return {
      is: 'box',
      x: x - halfWidth,
      y: y - halfHeight,
      width: halfWidth * 2,
      height: halfHeight * 2,
      fill: 'surface',
      stroke: 'ink',
      line,
      radius: kind === 'capsule' ? halfHeight : 0,
    };
  }
  return {
    is: 'shape',
    points: cornersOf({ kind, x, y, halfWidth, halfHeight }),
    fill: 'surface',
    stroke: 'ink',
    line,
  };
}

/** A diamond's four tips; a pentagon's five corners, its tip down. */
function cornersOf({ kind, x, y, halfWidth, halfHeight }: Outline): readonly Point[] {
  if (kind === 'diamond') {
    return [
      [x, y - halfHeight],
      [x + halfWidth, y],
      [x, y + halfHeight],
      [x - halfWidth, y],
    ];
  }
  const shoulder = y + halfHeight * 0.16;
  return [
    [x - halfWidth, y - halfHeight],
    [x + halfWidth, y - halfHeight],
    [x + halfWidth, shoulder],
    [x, y + halfHeight],
    [x - halfWidth, shoulder],
  ];
}

function letterMark({ x, y }: Outline, letter: string): TextMark {
  return {
    is: 'text',
    text: letter,
    x,
    y: y + 1.5,
    size: 12,
    weight: 'bold',
    ink: 'ink',
    anchor: 'middle',
    isUpright: false,
    hasHalo: false,
  };
}

/** The line up to its head, and the head. Dashed is a copy and nothing else. */
export function arrowMarks(arrow: SheetArrow, line: number): readonly Mark[] {
  const { points, hasHead, kind } = arrow;
  const last = points.at(-1);
  const before = points.at(-2);
  if (last === undefined || before === undefined) return [];
  const stem = hasHead ? [...points.slice(0, -1), back(last, before, arrowHead.length - 1)] : points;
  return [
    { is: 'line', points: stem, ink: 'ink', line, isDashed: isDashed(kind) },
    ...(hasHead ? [headMark(last, before)] : []),
  ];
}

function isDashed(kind: LinkKind): boolean {
  return kind === 'copy';
}

/** `far` px back from the end of a piece, towards where it comes from. */
function back([x, y]: Point, [fromX, fromY]: Point, far: number): Point {
  return [x + Math.sign(fromX - x) * far, y + Math.sign(fromY - y) * far];
}

function headMark(end: Point, before: Point): ShapeMark {
  const [x, y] = back(end, before, arrowHead.length);
  const half = arrowHead.width / 2;
  const isLevel = before[1] === end[1];
  const points: readonly Point[] = isLevel
    ? [end, [x, y - half], [x, y + half]]
    : [end, [x - half, y], [x + half, y]];
  return { is: 'shape', points, fill: 'ink', stroke: null, line: 0 };
}

import type { Chart } from '../../domain/flowchart/chart.ts';
import { living } from '../../domain/flowchart/form.ts';
import type { LinkState } from '../../domain/flowchart/living-state.ts';
import type { Sheet, SheetArrow, SheetLine, SheetRow, SheetSymbol } from '../../domain/flowchart/sheet.ts';
import type { LivingRowWords, LivingWords } from './living-words.ts';
import { escaped, pathOf, px } from './svg-text.ts';

export interface LivingPainting {
  readonly chart: Chart;
  readonly sheet: Sheet;
  readonly rows: readonly LivingRowWords[];
  readonly links: readonly LinkState[];
  readonly words: LivingWords;
}

/**
 * The living drawing as an `svg` element with classes: its colours are the page's own, light or dark, and every
 * state has a form besides its colour (tick, thick outline, dots), so that nothing is lost without colour.
 */
export function paintLiving({ chart, sheet, rows, links, words }: LivingPainting): string {
  const { width, height } = sheet;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="living" viewBox="0 0 ${px(width)} ${px(height)}" role="img" aria-labelledby="bagan-judul bagan-isi" word-spacing="0.045em">`,
    `<title id="bagan-judul">${escaped(words.title)}</title><desc id="bagan-isi">${escaped(words.description)}</desc>`,
    ...sheet.rows.map((row) => rowGround(sheet, row, rows)),
    gridLines(sheet),
    ...heads(sheet),
    ...sheet.rows.flatMap((row) => rowTexts(row, rows)),
    ...inOrder(sheet.arrows, links).map((arrow) => arrowPath(arrow, links[arrow.link] ?? 'may')),
    ...sheet.symbols.map((symbol) => symbolShape(chart, symbol, rows)),
    ...sheet.labels.map(
      ({ text, x, y, anchor, link }) =>
        `<text class="lb ${links[link] ?? 'may'}" x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escaped(text)}</text>`,
    ),
    '</svg>',
  ].join('');
}

/** What the case took lies over what it did not. */
function inOrder(arrows: readonly SheetArrow[], links: readonly LinkState[]): readonly SheetArrow[] {
  const rank = { skipped: 0, may: 1, went: 2 } as const;
  return arrows.toSorted((a, b) => rank[links[a.link] ?? 'may'] - rank[links[b.link] ?? 'may']);
}

function rowGround({ width }: Sheet, row: SheetRow, rows: readonly LivingRowWords[]): string {
  if (row.is === 'band' || rows[row.row]?.state !== 'here') return '';
  return `<rect class="now" y="${px(row.y)}" width="${px(width)}" height="${px(row.height)}"/><rect class="bar" y="${px(row.y)}" width="4" height="${px(row.height)}"/>`;
}

function gridLines({ columns, rows, width, headHeight, height }: Sheet): string {
  const levels = rows.map(({ y, height: high }) => `M0 ${px(y + high)}H${px(width)}`);
  const uprights = columns.slice(2).map(({ x }) => `M${px(x)} ${px(headHeight)}V${px(height)}`);
  return `<path class="grid" d="${[...levels, ...uprights].join('')}"/><path class="rule" d="M0 ${px(headHeight)}H${px(width)}"/>`;
}

function heads({ columns, headHeight }: Sheet): readonly string[] {
  const leading = living.head * 1.25;
  return columns.flatMap(({ head, x, width, isActor, key }) => {
    const centred = isActor || key === 'number';
    const first = headHeight - 10 - (head.length - 1) * leading;
    return head.map(
      (text, place) =>
        `<text class="hd" x="${px(centred ? x + width / 2 : x + living.padding.x)}" y="${px(first + place * leading)}"${centred ? ' text-anchor="middle"' : ''}>${escaped(text)}</text>`,
    );
  });
}

function rowTexts(row: SheetRow, rows: readonly LivingRowWords[]): readonly string[] {
  if (row.is === 'band') return [];
  const state = rows[row.row]?.state ?? 'next';
  return row.cells.flatMap(({ column, lines }) =>
    lines.map((line) => (line.bar === null ? lineText(line, column, state) : barShape(line, line.bar))),
  );
}

function lineText({ text, x, y, weight, anchor, tone }: SheetLine, column: string, state: string): string {
  const classes = [
    'tx',
    state,
    column,
    ...(tone === null ? [] : [`t-${tone}`]),
    ...(weight === 'bold' ? ['b'] : []),
  ];
  const middle = anchor === 'middle' ? ' text-anchor="middle"' : '';
  return `<text class="${classes.join(' ')}" x="${px(x)}" y="${px(y)}"${middle}>${escaped(text)}</text>`;
}

const barWidth = 112;

function barShape({ x, y, tone }: SheetLine, filled: number): string {
  const wide = Math.round(barWidth * Math.min(1, Math.max(0, filled)));
  const rect = (name: string, width: number) =>
    `<rect class="${name}" x="${px(x)}" y="${px(y - 7)}" width="${width}" height="6" rx="3"/>`;
  return `<g class="use t-${tone ?? 'none'}">${rect('bg', barWidth)}${wide === 0 ? '' : rect('fg', wide)}</g>`;
}

function arrowPath({ points, kind, hasHead }: SheetArrow, state: LinkState): string {
  const end = points.at(-1) ?? [0, 0];
  const before = points.at(-2) ?? end;
  const back = (far: number) => [
    end[0] + Math.sign(before[0] - end[0]) * far,
    end[1] + Math.sign(before[1] - end[1]) * far,
  ];
  const stem = hasHead ? [...points.slice(0, -1), back(7) as [number, number]] : points;
  const line = `<path class="l" d="${pathOf(stem)}"/>`;
  if (!hasHead) return `<g class="a ${state} ${kind}">${line}</g>`;
  const [x = 0, y = 0] = back(9);
  const [dx, dy] = before[1] === end[1] ? [0, 4] : [4, 0];
  const head = `<path class="h" d="M${px(end[0])} ${px(end[1])}L${px(x - dx)} ${px(y - dy)}L${px(x + dx)} ${px(y + dy)}Z"/>`;
  return `<g class="a ${state} ${kind}">${line}${head}</g>`;
}

function symbolShape(chart: Chart, symbol: SheetSymbol, rows: readonly LivingRowWords[]): string {
  const { kind, x, y, halfWidth, halfHeight, row, place } = symbol;
  const living = row === null ? undefined : rows[row];
  const part = row === null || place === null ? undefined : chart.rows[row]?.symbols[place]?.part;
  const tone = part === 'copy' ? null : (living?.tone ?? null);
  const classes = ['s', living?.state ?? 'next', ...(tone === null ? [] : [`t-${tone}`])];
  const shape =
    kind === 'diamond'
      ? `<path d="M${px(x)} ${px(y - halfHeight)}L${px(x + halfWidth)} ${px(y)}L${px(x)} ${px(y + halfHeight)}L${px(x - halfWidth)} ${px(y)}Z"/>`
      : `<rect x="${px(x - halfWidth)}" y="${px(y - halfHeight)}" width="${px(halfWidth * 2)}" height="${px(halfHeight * 2)}"${kind === 'capsule' ? ` rx="${px(halfHeight)}"` : ''}/>`;
  const sign = living?.sign ?? '';
  const text =
    sign === '' ? '' : `<text x="${px(x)}" y="${px(y + 5)}" text-anchor="middle">${escaped(sign)}</text>`;
  return `<g class="${classes.join(' ')}">${shape}${text}</g>`;
}

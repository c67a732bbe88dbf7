import type { Ink, Mark, Part, PrintedPage } from '../../domain/flowchart/marks.ts';
import { measureText } from '../../domain/flowchart/wrap-text.ts';
import { escaped, pathOf, px } from './svg-text.ts';

/** Paper is white and its ink dark, whatever the reader's scheme. */
export const inks: Readonly<Record<Ink, string>> = {
  ink: '#1d1b17',
  'ink-2': '#514d45',
  'ink-3': '#6b665c',
  line: '#ddd8cc',
  'line-strong': '#8d877a',
  surface: '#ffffff',
  sunken: '#f3f0e8',
};

export const typeface = 'Plus Jakarta Sans';

/**
 * A page as an `svg` element: presentation attributes only, so that it stands in a page that allows no inline
 * styles; every figure with its title, in the order in which the table is read. `id` is unique in the document.
 */
export function paintSvg(page: PrintedPage, id: string): string {
  const { width, height, title } = page;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="${id}" font-family="SOP Sans, ${typeface}, system-ui, sans-serif" word-spacing="0.045em">`,
    `<title id="${id}">${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${inks.surface}"/>`,
    ...page.parts.map(paintPart),
    '</svg>',
  ].join('');
}

function paintPart({ marks, parts, alt }: Part): string {
  const inside = [...marks.map(paintMark), ...parts.map(paintPart)].join('');
  return alt === undefined || alt === '' ? inside : `<g><title>${escaped(alt)}</title>${inside}</g>`;
}

function paintMark(mark: Mark): string {
  switch (mark.is) {
    case 'box': {
      const { x, y, width, height, radius, fill, stroke, line } = mark;
      const round = radius === 0 ? '' : ` rx="${radius}"`;
      return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"${round} fill="${fill === null ? 'none' : inks[fill]}"${outline(stroke, line)}/>`;
    }
    case 'line': {
      const dash = mark.isDashed ? ' stroke-dasharray="4 2.5"' : '';
      return `<path d="${pathOf(mark.points)}" fill="none"${outline(mark.ink, mark.line)}${dash}/>`;
    }
    case 'shape':
      return `<path d="${pathOf(mark.points)}Z" fill="${inks[mark.fill]}"${outline(mark.stroke, mark.line)}/>`;
    case 'text':
      return paintText(mark);
  }
}

function paintText(mark: Extract<Mark, { is: 'text' }>): string {
  const { text, x, y, size, weight, ink, anchor, isUpright, hasHalo } = mark;
  const attributes = [
    isUpright ? `transform="translate(${px(x)} ${px(y)}) rotate(-90)"` : `x="${px(x)}" y="${px(y)}"`,
    `font-size="${size}"`,
    // Another face must not run out of its cell: it is set as wide as ours.
    `textLength="${px(measureText(text, { size, weight }))}" lengthAdjust="spacingAndGlyphs"`,
    `fill="${inks[ink]}"`,
    ...(weight === 'bold' ? ['font-weight="700"'] : []),
    ...(anchor === 'start' ? [] : [`text-anchor="${anchor}"`]),
    ...(hasHalo
      ? [`stroke="${inks.surface}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`]
      : []),
  ];
  return `<text ${attributes.join(' ')}>${escaped(text)}</text>`;
}

function outline(stroke: Ink | null, line: number): string {
  return stroke === null ? '' : ` stroke="${inks[stroke]}" stroke-width="${line}"`;
}

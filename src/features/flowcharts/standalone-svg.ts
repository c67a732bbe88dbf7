import type { PrintedPage } from '../../domain/flowchart/marks.ts';
import { fontBytes } from './font-bytes.ts';
import { paintSvg, typeface } from './paint-svg.ts';
import { escaped } from './svg-text.ts';

const gap = 16;

const faces = [
  [400, new URL('./typeface/plus-jakarta-sans-400.woff', import.meta.url)],
  [700, new URL('./typeface/plus-jakarta-sans-700.woff', import.meta.url)],
] as const;

/** All pages under each other in one file that needs nothing beside it: the typeface lies inside. */
export function standaloneSvg(pages: readonly PrintedPage[], title: string): string {
  const width = Math.max(0, ...pages.map((page) => page.width));
  const height = pages.reduce((sum, page) => sum + page.height + gap, -gap);
  let y = 0;
  const placed = pages.map((page, index) => {
    const svg = paintSvg(page, `halaman-${index + 1}`).replace('<svg ', `<svg y="${y}" `);
    y += page.height + gap;
    return svg;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="id">`,
    `<title>${escaped(title)}</title>`,
    `<style>${faces.map(([weight, file]) => fontFace(weight, file)).join('')}</style>`,
    ...placed,
    '</svg>\n',
  ].join('');
}

function fontFace(weight: number, file: URL): string {
  const data = fontBytes(file).toString('base64');
  return `@font-face{font-family:"${typeface}";font-weight:${weight};src:url(data:font/woff;base64,${data}) format("woff")}`;
}

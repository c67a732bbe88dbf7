/** The procedure as the government's form draws it (SOP AP, PermenPANRB 35/2012): one layout, painted as SVG and as PDF. */

export { caseDrawing } from './case-drawing.ts';
export { type DrawnPage, drawnPages } from './drawn-pages.ts';
export { officialDocument } from './official-document.ts';
export { limitText } from './official-words.ts';
export { openPdf, type Pdf, type Structure } from './open-pdf.ts';
export { paintPdf } from './paint-pdf.ts';
export { paintSvg } from './paint-svg.ts';
export { flowchartsRoutes } from './routes.ts';
export { standaloneSvg } from './standalone-svg.ts';

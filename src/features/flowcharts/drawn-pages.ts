import type { PrintedPage } from '../../domain/flowchart/marks.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { officialDocument } from './official-document.ts';
import { paintSvg } from './paint-svg.ts';

export interface DrawnPage {
  readonly kind: PrintedPage['kind'];
  readonly title: string;
  readonly svg: string;
}

const drawn = new WeakMap<Procedure, readonly DrawnPage[]>();

/** The pages of a released version as SVG, drawn once: a version never changes. */
export function drawnPages(procedure: Procedure): readonly DrawnPage[] {
  const known = drawn.get(procedure);
  if (known !== undefined) return known;
  const pages = officialDocument(procedure).map((page, place) => ({
    kind: page.kind,
    title: page.title,
    svg: paintSvg(page, `lembar-${place + 1}`),
  }));
  drawn.set(procedure, pages);
  return pages;
}

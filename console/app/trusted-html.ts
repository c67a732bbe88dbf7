/**
 * What may be set as HTML here. The page's content policy (`require-trusted-types-for 'script'`) refuses every text
 * that no policy has passed, so that a slip of ours, or of a package, cannot become a script:
 * - `tuntas-drawing`: drawings from our own painter, looked through once more before they are shown;
 * - `default`: the empty text, with which the packages for charts and announcements clear their places.
 * A browser that knows no such policies shows the same.
 */
interface Policy {
  createHTML(text: string): string;
}

interface Policies {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): Policy;
}

const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
const rules = { createHTML: checkedDrawing };
const drawings: Policy = policies?.createPolicy('tuntas-drawing', rules) ?? rules;
policies?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });

/** A drawing as HTML for `dangerouslySetInnerHTML`. Throws where it holds what no drawing of ours does. */
export function drawingHtml(svg: string): { readonly __html: string } {
  return { __html: drawings.createHTML(svg) };
}

const foreign =
  /<(?:script|foreignObject|iframe|object|embed|image|use|set|animate)\b|<[^>]*\s(?:on\w+|(?:xlink:)?href)\s*=/i;

function checkedDrawing(svg: string): string {
  if (!svg.startsWith('<svg') || foreign.test(svg)) throw new TypeError('this is no drawing of ours');
  return svg;
}

/**
 * What a page of ours may load and do: our own files and nothing else, no inline script or style, no frame of
 * another's, in no frame of another's. Texts become HTML through the named policies of the page alone (Trusted
 * Types); pages that name none set no HTML at all.
 */
const everywhere = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'frame-src': "'self'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
} as const;

const trusted = (names: string) => ({
  'require-trusted-types-for': "'script'",
  'trusted-types': names,
});

/** `Content-Security-Policy` by the kind of page. */
export const contentPolicy = {
  site: written({ ...everywhere, ...trusted("'none'") }),
  /** A page of the site whose browser solves a puzzle (`src/site/islands/work.ts`). */
  solver: written({ ...everywhere, ...trusted('tuntas-solver') }),
  /** `console/app/trusted-html.ts` makes these two. */
  console: written({ ...everywhere, ...trusted('tuntas-drawing default') }),
  /** The packaged interface of the API's description sets HTML in its own way; it shows nothing but that description. */
  apiDocs: written({ ...everywhere, 'form-action': "'none'", 'frame-src': "'none'" }),
} as const;

function written(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join(';');
}

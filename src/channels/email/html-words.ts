/** Whatever stands in these is no word of the writer's. */
const silent = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg']);
const breaking = new Set(
  'address article blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td th tr ul'.split(
    ' ',
  ),
);
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  deg: '°',
  euro: '€',
  eacute: 'é',
  egrave: 'è',
};

/**
 * The words of an HTML mail as plain text: paragraphs and lines as they were, quoted passages behind `> `, as a mail in
 * plain text has them. In linear time, whatever was sent; nothing is loaded and nothing is run.
 */
export function htmlWords(html: string): string {
  const sheet = openSheet();
  const lastEnd = html.lastIndexOf('>');
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    sheet.words(html.slice(at, open === -1 ? undefined : open));
    if (open === -1) break;
    const tag = readTag(html, open, lastEnd);
    sheet.tag(tag);
    at = tag.end;
  }
  return sheet.text();
}

/** Takes what a reader would see, tag by tag, and gives its lines. */
function openSheet() {
  const lines: string[] = [];
  let [line, quoted] = ['', 0];
  let muted: string | null = null;

  function endLine(): void {
    const words = line.replaceAll(/[\t\n\r ]+/g, ' ').trim();
    if (words !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(quoteOf(quoted) + words);
    line = '';
  }

  function endBlock({ name, closes }: Tag): void {
    if (line.trim() !== '') endLine();
    if (name === 'p' && closes) endLine();
    if (name === 'li' && !closes) line = '- ';
    if (name === 'blockquote') quoted = Math.max(0, quoted + (closes ? -1 : 1));
  }

  return {
    words(html: string): void {
      if (muted === null) line += decode(html);
    },
    tag(tag: Tag): void {
      if (silent.has(muted ?? tag.name)) muted = muteAfter(muted, tag);
      else if (tag.name === 'br') endLine();
      else if (breaking.has(tag.name)) endBlock(tag);
      else line += tag.words;
    },
    text(): string {
      endLine();
      const text = lines.join('\n');
      return text.replaceAll(/\n{3,}/g, '\n\n').trim();
    },
  };
}

/** What is passed over until it ends. */
function muteAfter(muted: string | null, { name, closes }: Tag): string | null {
  if (muted === null) return closes ? null : name;
  return closes && name === muted ? null : muted;
}

function quoteOf(depth: number): string {
  return '> '.repeat(Math.min(depth, 5));
}

interface Tag {
  /** In small letters; empty where it is no tag: then `words` stands there. */
  readonly name: string;
  readonly closes: boolean;
  readonly end: number;
  readonly words: string;
}

const tagName = /<(\/?)([a-z][a-z0-9]*)/iy;

/** `lastEnd`: behind it no tag ends, and none is looked for. */
function readTag(html: string, open: number, lastEnd: number): Tag {
  if (html.startsWith('<!--', open)) {
    const close = html.indexOf('-->', open);
    return { name: '!', closes: false, end: close === -1 ? html.length : close + 3, words: '' };
  }
  tagName.lastIndex = open;
  const [, slash, name] = tagName.exec(html) ?? [];
  const isMarkup = name !== undefined || html[open + 1] === '!' || html[open + 1] === '?';
  const close = open > lastEnd ? -1 : html.indexOf('>', open);
  // "gaji < 2 juta": a sign of the writer's own; so is a tag that never ends.
  if (!isMarkup || close === -1) return { name: '', closes: false, end: open + 1, words: '<' };
  return { name: name?.toLowerCase() ?? '!', closes: slash === '/', end: close + 1, words: '' };
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : whole;
  });
}

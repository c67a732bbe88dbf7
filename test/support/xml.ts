/** An element as a reader of XML sees it: its name and either text or elements, never both. */
export interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
}

/**
 * Reads a document without attributes, comments or anything else that our answers have no use for; throws on whatever
 * is not well-formed, so that a text that got out of its element is found.
 */
export function readXml(document: string): Element {
  const head = '<?xml version="1.0" encoding="utf-8"?>';
  if (!document.startsWith(head)) throw new Error('no declaration');
  // What a reader does with line ends before anything else (XML 1.0, 2.11).
  const body = document.slice(head.length).replaceAll(/\r\n?/g, '\n').trim();
  const [root, rest] = readElement(body);
  if (rest !== '') throw new Error(`after the root: ${rest.slice(0, 40)}`);
  return root;
}

/** The text of each child by its name; the last where there are several. */
export function fieldsOf({ children }: Element): Readonly<Record<string, string>> {
  return Object.fromEntries(children.map(({ name, text }) => [name, text]));
}

function readElement(from: string): readonly [Element, string] {
  const [start, name = '', empty = ''] = /^<([a-z_]+)(\/?)>/.exec(from) ?? [];
  if (start === undefined) throw new Error(`no element: ${from.slice(0, 40)}`);
  let rest = from.slice(start.length);
  if (empty === '/') return [{ name, text: '', children: [] }, rest];
  const children: Element[] = [];
  while (/^<[a-z_]/.test(rest)) {
    const [child, after] = readElement(rest);
    children.push(child);
    rest = after;
  }
  const text = /^[^<]*/.exec(rest)?.[0] ?? '';
  const end = `</${name}>`;
  if (!rest.startsWith(end, text.length)) throw new Error(`${name} is not closed: ${rest.slice(0, 60)}`);
  if (children.length > 0 && text !== '') throw new Error(`text beside elements in ${name}`);
  return [{ name, text: unescaped(text), children }, rest.slice(text.length + end.length)];
}

function unescaped(text: string): string {
  if (notChar.test(text) || /[>"]|&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text))
    throw new Error(`not escaped: ${text}`);
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replaceAll(/&(#?\w+);/g, (_, word: string) =>
    word.startsWith('#') ? String.fromCodePoint(Number(word.slice(1))) : (named[word] ?? ''),
  );
}

/** What the production Char of XML 1.0 leaves out. */
const notChar = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

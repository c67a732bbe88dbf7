/**
 * Every relative link in a *.md leads to a file (and its #part to a heading), every back-ticked path of the
 * repository is there, and docs/adr/README.md lists every decision by its number and title.
 */
import { readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { type Findings, lineAt, report } from './report.ts';
import { listFiles, root } from './tree.ts';

/** A Markdown file: its path from the root and its text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

const LINK = /!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s+(\S+)/gm;
const CODE = /`([^`\n]+)`/g;
/** A path as people write it: `src/x/y.ts`, `docs/adr/`, `locales/{id,en}/*.json`, `procedures/<institution>/`. */
const PATH = /^\.?[\w@{][\w@.{},<>*-]*(\/[\w@.{},<>*-]+)*\/?$/;

/** Links and back-ticked paths of one page that lead nowhere. `files` are all files of the repository. */
export function deadEnds(page: Page, files: ReadonlySet<string>, read: (path: string) => string): Findings {
  const folders = foldersOf(files);
  const text = withoutFences(page.text);
  const at = (position: number) => `${page.path}:${lineAt(text, position)}`;
  const links = [...text.matchAll(LINK)].flatMap((hit) => {
    const why = deadLink(page, hit[1] ?? hit[2] ?? '', files, folders, read);
    return why === undefined ? [] : [`${at(hit.index)} ${why}`];
  });
  const paths = [...text.matchAll(CODE)]
    .filter((hit) => isMissingPath(hit[1] ?? '', page.path, files, folders))
    .map((hit) => `${at(hit.index)} names ${hit[1]}, which is not there`);
  return [...links, ...paths];
}

/** Decisions that the index does not list under their own title, and numbers used twice or left out. */
export function unlistedDecisions(index: string, decisions: readonly Page[]): Findings {
  const unlisted = decisions.flatMap(({ path, text }) => {
    const title = /^# (.+)$/m.exec(text)?.[1]?.replace(/^\d+[.:]?\s+/, '') ?? '';
    const line = index.split('\n').find((one) => one.includes(`(${basename(path)})`));
    if (line === undefined) return [`docs/adr/README.md does not list ${basename(path)}`];
    return line.includes(title) ? [] : [`docs/adr/README.md lists ${basename(path)} not as "${title}"`];
  });
  const numbers = decisions.map(({ path }) => Number(basename(path).slice(0, 4)));
  const gaps = numbers.flatMap((number, i) =>
    number === i + 1 ? [] : [`docs/adr: ${number} stands where ${i + 1} is due`],
  );
  return [...unlisted, ...gaps];
}

function deadLink(
  page: Page,
  target: string,
  files: ReadonlySet<string>,
  folders: ReadonlySet<string>,
  read: (path: string) => string,
): string | undefined {
  if (/^([a-z][a-z+.-]*:|\/\/)/i.test(target)) return undefined;
  const [path = '', part] = decodeURI(target).split('#');
  const full = path === '' ? page.path : posix.normalize(posix.join(posix.dirname(page.path), path));
  const place = full.replace(/\/$/, '');
  if (!files.has(place) && !folders.has(place) && place !== '.')
    return `links to ${target}, which is not there`;
  if (part === undefined || !place.endsWith('.md')) return undefined;
  const text = place === page.path ? page.text : read(place);
  return headingsOf(text).has(part) ? undefined : `links to ${target}, but no heading there is called so`;
}

function isMissingPath(
  code: string,
  from: string,
  files: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): boolean {
  if (!PATH.test(code) || !code.includes('/')) return false;
  // Only what begins with a folder of ours is meant as a path: `application/json` and `id/en` are not.
  const [first = ''] = code.split('/');
  if (!folders.has(first) || code === `${first}/`) return false;
  const place = code.replace(/\/$/, '');
  const beside = posix.join(posix.dirname(from), place);
  if (files.has(place) || folders.has(place) || files.has(beside) || folders.has(beside)) return false;
  const pattern = patternOf(place);
  return ![...files, ...folders].some((one) => pattern.test(one));
}

/** `a/{b,c}/*.json` and `a/<name>/` as an expression over whole paths. */
function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]+)\}/g, (_, names: string) => `(${names.split(',').join('|')})`)
    .replace(/<[^>]+>/g, '[^/]+')
    .replace(/\*\*\/?/g, '\u0000')
    .replace(/\*/g, '[^/]*')
    .replaceAll('\u0000', '.*');
  return new RegExp(`^${source}$`);
}

function headingsOf(text: string): Set<string> {
  const headings = [...withoutFences(text).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((hit) => hit[1] ?? '');
  const slugs = headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
  return new Set(slugs);
}

// Fenced examples may show what need not exist; their lines stay, so that line numbers hold.
function withoutFences(text: string): string {
  return text.replace(/^(```|~~~)[\s\S]*?^\1.*$/gm, (fence) => fence.replace(/[^\n]/g, ' '));
}

function foldersOf(files: ReadonlySet<string>): Set<string> {
  const folders = new Set<string>();
  for (const file of files)
    for (let folder = posix.dirname(file); folder !== '.'; folder = posix.dirname(folder))
      folders.add(folder);
  return folders;
}

if (process.argv[1] === import.meta.filename) {
  const all = listFiles();
  const files = new Set(all);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const pages = all.filter((path) => path.endsWith('.md')).map((path) => ({ path, text: read(path) }));
  const decisions = pages.filter(({ path }) => /^docs\/adr\/\d{4}-[\w-]+\.md$/.test(path));
  const index = pages.find(({ path }) => path === 'docs/adr/README.md')?.text ?? '';
  const findings = [
    ...pages.flatMap((page) => deadEnds(page, files, read)),
    ...unlistedDecisions(index, decisions),
  ];
  report('docs', findings, `${pages.length} pages, ${decisions.length} decisions`);
}

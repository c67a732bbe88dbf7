/**
 * `locales/{id,en}/*.json` hold ICU messages, flat or nested. Both languages must hold the same files, the
 * same keys and the same placeholders; every message must parse; every key the source asks for must exist,
 * and every key must be asked for.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { slotsOf } from './message-slots.ts';
import { keysIn, type Usage } from './message-usage.ts';
import { type Findings, report } from './report.ts';
import { listFiles, root } from './tree.ts';

const LANGUAGES = ['id', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** Keys made of data at run time, where no source text shows them. Each prefix says who makes them. */
const MADE_AT_RUN_TIME: readonly string[] = [];

/** Key to message, over all files of one language. The key is the path inside the file. */
export type Messages = ReadonlyMap<string, string>;

/** The messages of one file; what is neither a message nor a group of them is found. */
export function flatten(value: unknown, path: string): { messages: [string, string][]; findings: Findings } {
  const messages: [string, string][] = [];
  const findings: string[] = [];
  const visit = (node: unknown, key: string): void => {
    if (typeof node === 'string') messages.push([key, node]);
    else if (typeof node === 'object' && node !== null && !Array.isArray(node))
      for (const [name, child] of Object.entries(node)) visit(child, key === '' ? name : `${key}.${name}`);
    else findings.push(`${path} ${key} is neither a message nor a group of messages`);
  };
  visit(value, '');
  return { messages, findings };
}

/** What differs between two languages: keys, placeholders, choices of a select. */
export function compare(id: Messages, en: Messages): Findings {
  const missing = (has: Messages, lacks: Messages, language: Language) =>
    [...has.keys()].filter((key) => !lacks.has(key)).map((key) => `locales/${language} lacks ${key}`);
  const unlike = [...id].flatMap(([key, message]) => {
    const other = en.get(key);
    if (other === undefined) return [];
    const [one, two] = [slotsOf(message, 'id'), slotsOf(other, 'en')];
    if (one === undefined || two === undefined || one === two) return [];
    return [`locales ${key} takes {${one}} in id and {${two}} in en`];
  });
  return [...missing(id, en, 'en'), ...missing(en, id, 'id'), ...unlike];
}

/** Messages that do not parse or say nothing. */
export function unreadable(messages: Messages, language: Language): Findings {
  return [...messages].flatMap(([key, message]) => {
    if (message.trim() === '') return [`locales/${language} ${key} is empty`];
    try {
      new IntlMessageFormat(message, language);
      return [];
    } catch (error) {
      return [`locales/${language} ${key} does not parse: ${(error as Error).message}`];
    }
  });
}

/** Keys asked for that are not there, and keys there that nothing asks for. */
export function compareUsage(keys: ReadonlySet<string>, usages: readonly Usage[]): Findings {
  const asked = usages.filter((usage) => usage.certain);
  const startsAny = (prefix: string) => [...keys].some((key) => key.startsWith(prefix));
  const lost = asked
    .filter(({ text, whole }) => (whole ? !keys.has(text) : !startsAny(text)))
    .map(({ at, text, whole }) => `${at} asks for ${text}${whole ? '' : '…'}, which no locale has`);
  const exact = new Set(usages.filter(({ whole }) => whole).map(({ text }) => text));
  const prefixes = [...usages.filter(({ whole }) => !whole).map(({ text }) => text), ...MADE_AT_RUN_TIME];
  const unused = [...keys]
    .filter((key) => !exact.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
    .map((key) => `locales ${key} is never asked for`);
  return [...lost, ...unused];
}

function read(language: Language): { files: string[]; messages: Messages; findings: Findings } {
  const paths = listFiles(`locales/${language}`).filter((path) => path.endsWith('.json'));
  const messages = new Map<string, string>();
  const findings: string[] = [];
  for (const path of paths) {
    const flat = flatten(JSON.parse(readFileSync(join(root, path), 'utf8')), path);
    findings.push(...flat.findings);
    for (const [key, message] of flat.messages) {
      if (messages.has(key)) findings.push(`${path} says ${key} a second time`);
      messages.set(key, message);
    }
  }
  return { files: paths.map((path) => basename(path)), messages, findings };
}

function sourceUsages(): Usage[] {
  const files = ['src', 'console', 'seeds']
    .flatMap(listFiles)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
  return files.flatMap((path) => keysIn(path, readFileSync(join(root, path), 'utf8')));
}

if (process.argv[1] === import.meta.filename) {
  const [id, en] = [read('id'), read('en')];
  const files = new Set([...id.files, ...en.files]);
  const halves = LANGUAGES.flatMap((language) =>
    [...files]
      .filter((file) => !existsSync(join(root, 'locales', language, file)))
      .map((file) => `locales/${language} lacks the file ${file}`),
  );
  const findings = [
    ...halves,
    ...id.findings,
    ...en.findings,
    ...unreadable(id.messages, 'id'),
    ...unreadable(en.messages, 'en'),
    ...compare(id.messages, en.messages),
    ...compareUsage(new Set([...id.messages.keys(), ...en.messages.keys()]), sourceUsages()),
  ];
  report('locales', findings, `${id.messages.size} messages in ${files.size} files, two languages`);
}

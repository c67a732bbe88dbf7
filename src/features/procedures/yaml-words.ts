import { CST, Lexer } from 'yaml';

/** What a YAML text holds that we do not read: where it stands (offset in UTF-16 units), and why. */
export interface YamlFault {
  readonly code: YamlFaultCode;
  readonly offset: number;
  readonly params: Readonly<Record<string, string>>;
}

export const yamlFaultCodes = [
  'yaml-too-large',
  'yaml-too-deep',
  'yaml-too-many-entries',
  'yaml-control-character',
  'yaml-half-character',
  'yaml-anchor',
  'yaml-alias',
  'yaml-tag',
  'yaml-directive',
  'yaml-merge-key',
  'text-too-long',
] as const;
export type YamlFaultCode = (typeof yamlFaultCodes)[number];

/** Far above any SOP: the ministry's, with notes, has 10 kB, 20 rows and texts of 400 characters. */
export const yamlLimits = {
  bytes: 512 * 1024,
  depth: 16,
  indent: 60,
  entries: 12_000,
  text: 4_000,
} as const;

/**
 * Looks through a YAML text word by word, before anything is built from it: nothing is expanded, nothing
 * recurses, and the time taken grows with the length alone. Gives every fault, at most a hundred.
 */
export function yamlFaults(text: string): readonly YamlFault[] {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > yamlLimits.bytes) {
    const params = { kilobytes: String(Math.ceil(bytes / 1024)), most: String(yamlLimits.bytes / 1024) };
    return [{ code: 'yaml-too-large', offset: 0, params }];
  }
  const characters = characterFaults(text);
  return (characters.length > 0 ? characters : wordFaults(text)).slice(0, 100);
}

/** Characters that no database keeps and no reader sees; also for texts that escapes have built. */
export function characterFaults(text: string): readonly YamlFault[] {
  const controls = [...text.matchAll(/\p{Cc}/gu)]
    .filter(([character]) => !['\n', '\r', '\t'].includes(character))
    .map(({ 0: character, index }) => {
      const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return fault('yaml-control-character', index, { character: `U+${point}` });
    });
  const halves = [...text.matchAll(/\p{Cs}/gu)].map(({ index }) => fault('yaml-half-character', index));
  return [...controls, ...halves].toSorted((a, b) => a.offset - b.offset);
}

/** Where the walk through the words stands. */
interface Walk {
  readonly faults: YamlFault[];
  offset: number;
  /** Brackets open now. */
  flow: number;
  /** Marks of nesting (`-`, `?`) since the line began, and blanks before its first word. */
  marks: number;
  atLineStart: boolean;
  entries: number;
  /** Where a bare `<<` stood that may yet turn out to be a key. */
  merge: number | null;
}

function wordFaults(text: string): readonly YamlFault[] {
  const walk: Walk = { faults: [], offset: 0, flow: 0, marks: 0, atLineStart: true, entries: 0, merge: null };
  let isContent = false;
  for (const word of new Lexer().lex(text)) {
    if (isContent) contentFaults(walk, word);
    else markFaults(walk, word);
    // These two marks stand in the stream of words, not in the text.
    if (!['\u0002', '\u0018', '\u001f'].includes(word)) walk.offset += word.length;
    isContent = word === '\u001f';
    if (walk.faults.length > 100) break;
  }
  return walk.faults;
}

function contentFaults(walk: Walk, word: string): void {
  walk.atLineStart = word.endsWith('\n');
  walk.merge = word === '<<' ? walk.offset : null;
  lengthFault(walk, word);
}

function markFaults(walk: Walk, word: string): void {
  const { faults, offset } = walk;
  const type = CST.tokenType(word);
  switch (type) {
    case 'anchor':
      faults.push(fault('yaml-anchor', offset, { word: word.slice(0, 40) }));
      break;
    case 'alias':
      faults.push(fault('yaml-alias', offset, { word: word.slice(0, 40) }));
      break;
    case 'tag':
      faults.push(fault('yaml-tag', offset, { word: word.slice(0, 40) }));
      break;
    case 'directive-line':
      faults.push(fault('yaml-directive', offset));
      break;
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      lengthFault(walk, word);
      break;
    case 'map-value-ind':
      if (walk.merge !== null) faults.push(fault('yaml-merge-key', walk.merge));
      nestingFaults(walk, word, type);
      break;
    default:
      nestingFaults(walk, word, type);
  }
  if (type !== 'doc-mode') walk.atLineStart = type === 'newline';
  if (type !== 'space' && type !== 'scalar') walk.merge = null;
}

function nestingFaults(walk: Walk, word: string, type: CST.TokenType | null): void {
  const { depth, indent, entries: most } = yamlLimits;
  const { flow, marks, entries } = walk;
  nest(walk, type);
  const isIndented = type === 'space' && walk.atLineStart && flow === 0 && word.length > indent;
  const isDeeper = Math.max(walk.flow, walk.marks) > Math.max(depth, flow, marks);
  if (isIndented || isDeeper) walk.faults.push(fault('yaml-too-deep', walk.offset, { most: String(depth) }));
  if (walk.entries > most && entries === most) {
    walk.faults.push(fault('yaml-too-many-entries', walk.offset, { most: String(most) }));
  }
}

function nest(walk: Walk, type: CST.TokenType | null): void {
  switch (type) {
    case 'newline':
      walk.marks = 0;
      break;
    case 'flow-seq-start':
    case 'flow-map-start':
      walk.flow += 1;
      break;
    case 'flow-seq-end':
    case 'flow-map-end':
      walk.flow = Math.max(0, walk.flow - 1);
      break;
    case 'seq-item-ind':
    case 'explicit-key-ind':
      walk.marks += 1;
      walk.entries += 1;
      break;
    case 'map-value-ind':
    case 'comma':
      walk.entries += 1;
      break;
    default:
  }
}

function lengthFault({ faults, offset }: Walk, word: string): void {
  if (word.length <= yamlLimits.text) return;
  faults.push(fault('text-too-long', offset, { length: String(word.length), most: String(yamlLimits.text) }));
}

function fault(code: YamlFaultCode, offset: number, params: YamlFault['params'] = {}): YamlFault {
  return { code, offset, params };
}

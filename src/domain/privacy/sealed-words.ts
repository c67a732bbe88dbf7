import { type Span, spansOf } from './signals.ts';

/** What the reporter gave about themselves; it lies sealed, so their own words beside it must not tell it either. */
export interface Own {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

export const nobody: Own = { name: null, phone: null, email: null, address: null };

/**
 * The words as the office reads them: national numbers (NIK and KK have 16 digits) show their last four, and the
 * name, telephone, e-mail and address of whoever brought it are dots. What a reader may see only after opening the identity
 * is told there in full.
 */
export function maskOwn(words: string, ...own: readonly Own[]): string {
  const numbered = words.replace(nationalNumber, maskNumber);
  return own.flatMap(patternsOf).reduce((masked, pattern) => masked.replace(pattern, hidden), numbered);
}

/** Whether words, as the office reads them, hide something. */
export function hidesOwn(words: string): boolean {
  return words.includes(hidden);
}

/** Where a text tells who reports: what is hidden there already, and the reporter's own words that still stand open. */
export function ownSpans(words: string, ...own: readonly Own[]): readonly Span[] {
  return [hiddenRun, ...own.flatMap(patternsOf)].flatMap((pattern) => spansOf(words, pattern));
}

/** The national numbers in a text, digits only, each once. */
export function nationalNumbersIn(words: string): readonly string[] {
  return [...new Set([...words.matchAll(nationalNumber)].map(([found]) => digitsOf(found)))];
}

/**
 * One form for all the ways in which a telephone number is written: `0812-3456-789`, `62 812 3456 789` and
 * `+62812…` are `62812…`.
 */
export function samePhone(typed: string): string {
  const digits = digitsOf(typed);
  if (digits.startsWith('0')) return `62${digits.slice(1)}`;
  return digits.startsWith('8') ? `62${digits}` : digits;
}

export function digitsOf(typed: string): string {
  return typed.replace(/\D/g, '');
}

/** Sixteen digits, also in groups with one blank, dot or dash between. */
const nationalNumber = /(?<![\d])\d(?:[ .-]?\d){15}(?![\d])/g;

function patternsOf({ name, phone, email, address }: Own): readonly RegExp[] {
  return [namePattern(name), phonePattern(phone), wordsPattern(email, 5), wordsPattern(address, 8)].flatMap(
    (pattern) => pattern ?? [],
  );
}

/** One word alone is a name only where it begins with a capital, and is none of those that many give for a name. */
function namePattern(name: string | null): RegExp | null {
  const word = name?.trim() ?? '';
  if (/\s/.test(word)) return wordsPattern(word, 3);
  if (word.length < 3 || noNames.test(word)) return null;
  const capital = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  const pattern = wordsPattern(capital, 3);
  return pattern === null ? null : new RegExp(pattern.source, 'gu');
}

const noNames =
  /^(?:warga|masyarakat|anonim|ibu|bapak|pak|bu|saya|pelapor|orang|hamba|mahasiswa|siswa|guru)$/i;

/** In any case, with any white space or, as in names of files, strokes between; shorter ones would hit ordinary words. */
export function wordsPattern(value: string | null, least: number): RegExp | null {
  const words = value?.trim() ?? '';
  if (words.length < least) return null;
  const escaped = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '[\\s_-]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu');
}

/** However the same number was grouped, with 0, 62 or +62 before it. */
function phonePattern(phone: string | null): RegExp | null {
  const digits = digitsOf(phone ?? '');
  if (digits.length < 8) return null;
  const rest = [...samePhone(digits).replace(/^62/, '')].join('[ .()-]{0,3}');
  return new RegExp(`(?<!\\d)(?:\\+?62|0)?[ .()-]{0,3}${rest}(?!\\d)`, 'g');
}

/** Of one width, so that a name does not give itself away by its length. */
const hidden = '•••••';

/** What `maskOwn` leaves: the dots, of a number with its last four digits. */
const hiddenRun = /•{5,}\d{0,4}/g;

/** The last four tell two numbers of one text apart. */
function maskNumber(found: string): string {
  return `${'•'.repeat(12)}${digitsOf(found).slice(-4)}`;
}

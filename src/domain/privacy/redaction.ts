import { type Span, spansOf } from './signals.ts';

/** Why words are not for everybody; it decides what stands in their place. */
export const maskReasons = ['name', 'number', 'contact', 'address', 'other'] as const;
export type MaskReason = (typeof maskReasons)[number];

/** Words that stay out of the public text. */
export interface Mask extends Span {
  readonly reason: MaskReason;
}

/** What of a case a public text is made of. */
export const publicParts = ['title', 'text', 'answer'] as const;
export type PublicPart = (typeof publicParts)[number];

/** In the language of the texts, which are Indonesian; of one width for each reason, so that it tells no length. */
const labels: Readonly<Record<MaskReason, string>> = {
  name: '[nama]',
  number: '[nomor]',
  contact: '[kontak]',
  address: '[alamat]',
  other: '[disamarkan]',
};

/** A stretch of a text: as it was written, or with what is read in its place. */
export interface Piece extends Span {
  readonly mask: Mask | null;
  readonly words: string;
}

/** Whether all masks lie in a text of this length and hide something. */
export function areMasksOf(length: number, masks: readonly Mask[]): boolean {
  return masks.every(
    ({ from, to }) =>
      Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= length,
  );
}

/**
 * The masks in order, of whole characters, none touching another: those that overlap or adjoin are one, so that the
 * public text does not tell where a name ends. The first one's reason stands for all of it.
 */
export function joinMasks(text: string, masks: readonly Mask[]): readonly Mask[] {
  const ordered = masks.map((mask) => widen(text, mask)).sort((a, b) => a.from - b.from || b.to - a.to);
  const joined: Mask[] = [];
  for (const mask of ordered) {
    const last = joined.at(-1);
    if (last === undefined || mask.from > last.to) joined.push(mask);
    else if (mask.to > last.to) joined[joined.length - 1] = { ...last, to: mask.to };
  }
  return joined;
}

/** The text cut at its masks; put together, the spans are the text. */
export function redact(text: string, masks: readonly Mask[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const open = (to: number) => {
    if (to > at) pieces.push({ from: at, to, mask: null, words: text.slice(at, to) });
  };
  for (const mask of joinMasks(text, masks)) {
    open(mask.from);
    pieces.push({ from: mask.from, to: mask.to, mask, words: labels[mask.reason] });
    at = mask.to;
  }
  open(text.length);
  return pieces;
}

/** What everybody reads: nothing of what is masked, not even its length. The original is only read. */
export function publicText(text: string, masks: readonly Mask[]): string {
  return redact(text, masks)
    .map(({ words }) => words)
    .join('');
}

/**
 * A mask wherever these words stand, in whatever case: a name left in one place tells it in all. As whole words, or
 * where they are none, as a part of others.
 */
export function masksOfWords(text: string, words: string, reason: MaskReason): readonly Mask[] {
  const parts = words.trim().split(/\s+/);
  if (parts[0] === '') return [];
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s+');
  const whole = spansOf(text, new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu'));
  const found = whole.length > 0 ? whole : spansOf(text, new RegExp(escaped, 'giu'));
  return found.map((span) => ({ ...span, reason }));
}

/** Half of a character outside the basic plane is none: the mask takes all of it. */
function widen(text: string, { from, to, reason }: Mask): Mask {
  return { from: isInside(text, from) ? from - 1 : from, to: isInside(text, to) ? to + 1 : to, reason };
}

function isInside(text: string, index: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(index - 1, 0), index + 1));
}

import type { Arrived } from './message.ts';

/** So long a long message waits for its last part; what is there then is read without it. */
const patienceMs = 10 * 60_000;

interface Piece {
  readonly id: string;
  readonly account: string;
  readonly receivedAt: string;
  readonly content: Pick<Arrived, 'text' | 'part'>;
}

export interface Joined<P extends Piece> {
  /** In order; the first one stands for the whole. */
  readonly pieces: readonly [P, ...P[]];
  readonly text: string;
  /** A part of it never came. */
  readonly isTorn: boolean;
}

/**
 * Puts the parts of long messages of one sender together, in the order in which their first parts came. What still lacks
 * a part waits for it; `until` says when the first of them has waited long enough. A part that came twice is there once, and `gap` is what stands
 * for one that never came.
 */
export function joinParts<P extends Piece>(
  pieces: readonly P[],
  now: string,
  gap: (number: number, total: number) => string,
): { readonly whole: readonly Joined<P>[]; readonly until: string | null } {
  const groups = new Map<string, [P, ...P[]]>();
  for (const piece of pieces) {
    const { part } = piece.content;
    const name = part === null ? piece.id : `${piece.account} ${part.reference} ${part.total}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [piece]);
    else group.push(piece);
  }
  const whole: Joined<P>[] = [];
  let until: string | null = null;
  for (const group of groups.values()) {
    const { text, lacks } = textOf(group, gap);
    const patience = new Date(Date.parse(group[0].receivedAt) + patienceMs).toISOString();
    if (!lacks || patience <= now) whole.push({ pieces: group, text, isTorn: lacks });
    else if (until === null || patience < until) until = patience;
  }
  return { whole, until };
}

/** The words in their order, with a mark where a part never came. */
function textOf(
  [first, ...others]: readonly [Piece, ...Piece[]],
  gap: (number: number, total: number) => string,
): {
  readonly text: string;
  readonly lacks: boolean;
} {
  const { part } = first.content;
  if (part === null) return { text: first.content.text, lacks: false };
  const byNumber = new Map([first, ...others].map(({ content }) => [content.part?.number, content.text]));
  const words = Array.from({ length: part.total }, (_, index) => byNumber.get(index + 1));
  const text = words.map((one, index) => one ?? ` ${gap(index + 1, part.total)} `).join('');
  return { text: text.trim(), lacks: words.includes(undefined) };
}

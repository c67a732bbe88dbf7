import { type Entry, entryText, type Hash } from './entry.ts';

/** What a chain begins with, in the place of a hash before it. */
export const genesis = '0'.repeat(64);

/** Where a chain stands: its last number and hash. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const emptyChain: Head = { seq: 0, hash: genesis };

/** The hash of an entry behind the one before it. */
export function entryHash(previous: string, entry: Entry, hash: Hash): string {
  return linkHash(previous, entry.seq, hash(entryText(entry)), hash);
}

/** The same where of an entry only its digest is left. */
export function linkHash(previous: string, seq: number, digest: string, hash: Hash): string {
  return hash(`tuntas-link-1\n${previous}\n${seq}\n${digest}`);
}

/** Puts entries behind the head of their chain, in the order given; each gets its number and its hash. */
export function appendEntries(
  head: Head,
  entries: readonly Omit<Entry, 'seq'>[],
  hash: Hash,
): readonly (Entry & { readonly hash: string })[] {
  let { seq, hash: previous } = head;
  return entries.map((unnumbered) => {
    seq += 1;
    const entry = { ...unnumbered, seq };
    previous = entryHash(previous, entry, hash);
    return { ...entry, hash: previous };
  });
}

/** The statement that is signed with every addition. */
export function headText(chain: string, { seq, hash }: Head, at: string): string {
  return `tuntas-head-1\n${chain}\n${seq}\n${hash}\n${at}\n`;
}

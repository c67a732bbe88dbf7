import type { Kysely } from 'kysely';
import { localDate } from '../../domain/clocks/calendar.ts';
import { type Anchor, anchorText } from '../../domain/ledger/anchor.ts';
import { emptyChain, genesis } from '../../domain/ledger/chain.ts';
import { growTree } from '../../domain/ledger/tree.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import type { Book, SignedAnchor } from './book.ts';
import { ordinaryBook } from './ordinary-book.ts';
import { exactly } from './store.ts';

const page = 20_000;

/**
 * Signs where every chain stands that has grown since its last anchor, once a day (by Jakarta's calendar); returns how
 * many. Again on the same day it does nothing.
 */
export async function anchorChains(
  { tx, office, now }: Pick<Context, 'tx' | 'office' | 'now'>,
  book: Book = ordinaryBook,
): Promise<number> {
  let signed = 0;
  for (const chain of await book.listChains(tx)) {
    const { seq, hash } = (await book.findHead(tx, chain)) ?? emptyChain;
    const anchors = await book.listAnchors(tx, chain);
    const before = anchors.at(-1);
    const date = localDate(now, 'Asia/Jakarta');
    if (before !== undefined && (before.seq >= seq || before.date >= date)) continue;
    const anchor: Anchor = {
      chain,
      date,
      at: exactly(now),
      seq,
      hash,
      root: await rootBetween(tx, book, chain, anchors.findLast(hasNumber)?.seq ?? 0, seq),
      previous: anchorHash(before),
    };
    const signature = office.keys.signer.sign(anchorText(anchor)).toString('hex');
    await book.addAnchor(tx, { ...anchor, signature });
    signed += 1;
  }
  return signed;
}

/** Of an anchor that can no longer be read not even the number is known: the tree goes on from the one before it. */
export function hasNumber({ seq }: SignedAnchor): boolean {
  return seq > 0;
}

/** What the next anchor says of this one. */
export function anchorHash(anchor: SignedAnchor | undefined): string {
  return anchor === undefined ? genesis : sha256(anchorText(anchor));
}

async function rootBetween(
  db: Kysely<Schema>,
  book: Book,
  chain: string,
  after: number,
  upTo: number,
): Promise<string> {
  const tree = growTree(sha256);
  for (let from = after; from < upTo; from += page) {
    const hashes = await book.hashesBetween(db, chain, from, Math.min(from + page, upTo));
    for (const hash of hashes) tree.add(hash);
  }
  return tree.root();
}

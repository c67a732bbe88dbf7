import type { Transaction } from 'kysely';
import { appendEntries, emptyChain, type Head, headText } from '../../domain/ledger/chain.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { isSignedBy, type Signer } from '../../platform/crypto/signing.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Book } from './book.ts';
import { exactly } from './store.ts';

type Tx = Transaction<Schema>;

/** An entry before the chain gives it its number. */
export type Unnumbered = Omit<Entry, 'seq'>;

/** Everything that an entry may leave out. */
export const emptyEntry = {
  at: null,
  actor: null,
  subject: null,
  details: null,
  caseId: null,
  factSeq: null,
  fact: null,
} as const;

export interface Addition {
  readonly chain: string;
  readonly entries: readonly Unnumbered[];
  /** The mark of a chain whose end was tampered with, should it be needed. */
  readonly mark: Unnumbered;
  readonly now: string;
}

/**
 * Puts entries behind the end of their chain and signs where it stands then. The caller holds the lock of the chain
 * until the end of the transaction.
 */
export async function append(
  tx: Tx,
  book: Book,
  signer: Signer,
  { chain, entries, mark, now }: Addition,
): Promise<void> {
  const { head, broken } = await whereItStands(tx, book, signer, chain);
  const appended = appendEntries(head, broken ? [mark, ...entries] : entries, sha256);
  const last = appended.at(-1);
  if (last === undefined) return;
  await book.addEntries(tx, chain, appended);
  const at = exactly(now);
  const signature = signer.sign(headText(chain, last, at)).toString('hex');
  await book.moveHead(tx, chain, { seq: last.seq, hash: last.hash, at, signature });
}

/**
 * The kind of entry that stands where the chain did not end as its signed head says: somebody has cut or lengthened
 * it. It goes on from there, and the mark stays.
 */
export const brokenMark = 'ledger.broken';

async function whereItStands(
  tx: Tx,
  book: Book,
  signer: Signer,
  chain: string,
): Promise<{ readonly head: Head; readonly broken: boolean }> {
  const head = await book.findHead(tx, chain);
  const last = await book.findLast(tx, chain);
  if (head === undefined) return { head: last, broken: last.seq !== emptyChain.seq };
  const isOurs = isSignedBy(
    signer.publicKey,
    headText(chain, head, head.at),
    Buffer.from(head.signature, 'hex'),
  );
  return { head: last, broken: !isOurs || head.seq !== last.seq || head.hash !== last.hash };
}

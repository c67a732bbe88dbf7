import type { Kysely } from 'kysely';
import { anchorText } from '../../domain/ledger/anchor.ts';
import { emptyChain, entryHash, type Head, headText } from '../../domain/ledger/chain.ts';
import { growTree } from '../../domain/ledger/tree.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { isSignedBy } from '../../platform/crypto/signing.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { anchorHash, hasNumber } from './anchor-chains.ts';
import { brokenMark } from './append.ts';
import type { Book, SignedAnchor, SignedHead, StoredEntry } from './book.ts';
import type { Fault } from './faults.ts';

type Db = Kysely<Schema>;

export interface ChainVerified {
  readonly chain: string;
  readonly entries: number;
  readonly anchors: number;
  /** In the order of the chain; the first names the place. Empty: whole. */
  readonly faults: readonly Fault[];
}

const page = 5000;
/** So many faults of one chain are named; after the first, the others may follow from it. */
const mostFaults = 20;

/**
 * Walks one chain from its beginning and computes every hash, tree and signature anew. `db` should see one moment of
 * the database (a transaction that repeats its reads).
 */
export async function verifyChain(
  db: Db,
  book: Book,
  publicKey: string,
  chain: string,
): Promise<ChainVerified> {
  const faults: Fault[] = [];
  const found = (fault: Fault): void => {
    if (faults.length < mostFaults) faults.push(fault);
  };
  const anchors = await book.listAnchors(db, chain);
  const anchored = checkAnchors(anchors, { publicKey, chain, found });
  let head: Head = emptyChain;
  let entries = 0;
  let next = book.listEntries(db, chain, 0, page);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (last === undefined) break;
    // The database reads the next page while this one is computed.
    next = book.listEntries(db, chain, last.seq, page);
    for (const entry of rows) {
      const fault = faultOf(head, entry);
      if (fault !== null && !(fault.code === 'entry-altered' && (await book.isExcused(db, head.hash, entry))))
        found(fault);
      head = { seq: entry.seq, hash: entry.hash };
      anchored.pass(head);
    }
    entries += rows.length;
  }
  anchored.end(head);
  checkHead(await book.findHead(db, chain), { publicKey, chain, found }, head);
  return { chain, entries, anchors: anchors.length, faults };
}

type Found = (fault: Fault) => void;

function faultOf(head: Head, entry: StoredEntry): Fault | null {
  const { chain, seq, caseId, factSeq } = entry;
  if (seq !== head.seq + 1) {
    return { code: 'entry-missing', chain, seq: head.seq + 1 };
  }
  if (factSeq !== null && entry.fact === null) return { code: 'fact-missing', chain, seq, caseId, factSeq };
  if (entryHash(head.hash, entry, sha256) !== entry.hash) {
    return { code: 'entry-altered', chain, seq, caseId, factSeq };
  }
  return entry.kind === brokenMark ? { code: 'was-broken', chain, seq } : null;
}

interface Checking {
  readonly publicKey: string;
  readonly chain: string;
  readonly found: Found;
}

/** Holds the anchors against the chain while it passes by. */
function checkAnchors(anchors: readonly SignedAnchor[], { publicKey, chain, found }: Checking) {
  let before: SignedAnchor | undefined;
  for (const anchor of anchors) {
    const { date, seq } = anchor;
    const isOurs = isSignedBy(publicKey, anchorText(anchor), Buffer.from(anchor.signature, 'hex'));
    if (!isOurs) found({ code: 'anchor-altered', chain, date, seq });
    else if (anchor.previous !== anchorHash(before)) found({ code: 'anchor-missing', chain, date, seq });
    before = anchor;
  }
  const numbered = anchors.filter(hasNumber);
  let waiting = 0;
  let tree = growTree(sha256);
  return {
    pass({ seq, hash }: Head): void {
      const anchor = numbered[waiting];
      if (anchor === undefined) return;
      tree.add(hash);
      if (seq < anchor.seq) return;
      // What lies between this anchor and the one before is not what was signed, whatever the hashes say now.
      if (seq !== anchor.seq || hash !== anchor.hash || tree.root() !== anchor.root) {
        found({ code: 'anchor-disagrees', chain, date: anchor.date, seq: anchor.seq });
      }
      waiting += 1;
      tree = growTree(sha256);
    },
    end({ seq }: Head): void {
      const anchor = numbered[waiting];
      if (anchor !== undefined) found({ code: 'cut-before-anchor', chain, date: anchor.date, seq: seq + 1 });
    },
  };
}

function checkHead(head: SignedHead | undefined, { publicKey, chain, found }: Checking, last: Head): void {
  if (head === undefined) found({ code: 'head-missing', chain, seq: last.seq });
  else if (!isSignedBy(publicKey, headText(chain, head, head.at), Buffer.from(head.signature, 'hex')))
    found({ code: 'head-altered', chain, seq: head.seq });
  else if (last.seq < head.seq) found({ code: 'cut', chain, seq: last.seq + 1 });
  else if (last.seq > head.seq) found({ code: 'entry-inserted', chain, seq: head.seq + 1 });
  else if (last.hash !== head.hash)
    found({ code: 'entry-altered', chain, seq: last.seq, caseId: null, factSeq: null });
}

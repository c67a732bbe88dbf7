import { type Kysely, sql } from 'kysely';
import { anchorText } from '../../domain/ledger/anchor.ts';
import { emptyChain, entryHash, type Head, headText } from '../../domain/ledger/chain.ts';
import { growTree } from '../../domain/ledger/tree.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { isSignedBy } from '../../platform/crypto/signing.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { anchorHash } from './anchor-chains.ts';
import { brokenMark } from './chain-committed.ts';
import type { Fault } from './faults.ts';
import { isEmptied } from './record-emptied.ts';
import { findHead, listAnchors, listEntries, type SignedAnchor, type StoredEntry } from './store.ts';

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
export async function verifyChain(db: Db, publicKey: string, chain: string): Promise<ChainVerified> {
  const faults: Fault[] = [];
  const found = (fault: Fault): void => {
    if (faults.length < mostFaults) faults.push(fault);
  };
  const anchors = await listAnchors(db, chain);
  const anchored = checkAnchors(anchors, { publicKey, chain, found });
  let head: Head = emptyChain;
  let entries = 0;
  let next = listPage(db, chain, 0);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (last === undefined) break;
    // The database reads the next page while this one is computed.
    next = listPage(db, chain, last.seq);
    for (const entry of rows) {
      const fault = faultOf(head, entry);
      if (fault !== null && !(fault.code === 'entry-altered' && (await isEmptied(db, head.hash, entry))))
        found(fault);
      head = { seq: entry.seq, hash: entry.hash };
      anchored.pass(head);
    }
    entries += rows.length;
  }
  anchored.end(head);
  await checkHead(db, { publicKey, chain, found }, head);
  return { chain, entries, anchors: anchors.length, faults };
}

function listPage(db: Db, chain: string, after: number): Promise<readonly StoredEntry[]> {
  return listEntries(db, sql`e.chain = ${chain} and e.seq > ${after}`, page);
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
  let waiting = 0;
  let tree = growTree(sha256);
  return {
    pass({ seq, hash }: Head): void {
      const anchor = anchors[waiting];
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
      const anchor = anchors[waiting];
      if (anchor !== undefined) found({ code: 'cut-before-anchor', chain, date: anchor.date, seq: seq + 1 });
    },
  };
}

async function checkHead(db: Db, { publicKey, chain, found }: Checking, last: Head): Promise<void> {
  const head = await findHead(db, chain);
  if (head === undefined) return found({ code: 'head-missing', chain, seq: last.seq });
  const isOurs = isSignedBy(publicKey, headText(chain, head, head.at), Buffer.from(head.signature, 'hex'));
  if (!isOurs) return found({ code: 'head-altered', chain, seq: head.seq });
  if (last.seq < head.seq) found({ code: 'cut', chain, seq: last.seq + 1 });
  else if (last.seq > head.seq) found({ code: 'entry-inserted', chain, seq: head.seq + 1 });
  else if (last.hash !== head.hash)
    found({ code: 'entry-altered', chain, seq: last.seq, caseId: null, factSeq: null });
}

import type { Kysely, Transaction } from 'kysely';
import type { Anchor } from '../../domain/ledger/anchor.ts';
import type { Head } from '../../domain/ledger/chain.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import type { Schema } from '../../platform/db/schema.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;

/**
 * Where chains are kept: the ledger itself, and the one of the sealed door that nobody else may see. What is hashed,
 * signed and checked is the same in both.
 */
export interface Book {
  /** Entries after a number, in the order of the chain, each with the fact that it stands for. */
  listEntries(db: Db, chain: string, after: number, limit: number): Promise<readonly StoredEntry[]>;
  /** The hashes of the entries after the first number up to and with the second, in hex. */
  hashesBetween(db: Db, chain: string, after: number, upTo: number): Promise<readonly string[]>;
  /** Where the entries themselves end, whatever the head says. */
  findLast(db: Db, chain: string): Promise<Head>;
  findHead(db: Db, chain: string): Promise<SignedHead | undefined>;
  /** The chains that have a signed end, in their order. */
  listChains(db: Db): Promise<readonly string[]>;
  /** The anchors of one chain, the oldest first. */
  listAnchors(db: Db, chain: string): Promise<readonly SignedAnchor[]>;
  /** Whether an entry whose hash no longer fits may stand for content that was lawfully taken away. */
  isExcused(db: Db, previous: string, entry: StoredEntry): Promise<boolean>;

  addEntries(tx: Tx, chain: string, entries: readonly StoredEntry[]): Promise<void>;
  moveHead(tx: Tx, chain: string, head: SignedHead): Promise<void>;
  addAnchor(tx: Tx, anchor: SignedAnchor): Promise<void>;
}

export interface StoredEntry extends Entry {
  readonly hash: string;
}

export interface SignedHead extends Head {
  /** ISO 8601 UTC, to the microsecond. */
  readonly at: string;
  /** In hex. */
  readonly signature: string;
}

export interface SignedAnchor extends Anchor {
  /** In hex. */
  readonly signature: string;
}

import { sql } from 'kysely';
import type { Book } from './book.ts';
import { isEmptied } from './emptied.ts';
import {
  addAnchor,
  addEntries,
  findHead,
  findLast,
  hashesBetween,
  listAnchors,
  listChains,
  listEntries,
  moveHead,
} from './store.ts';

/** The ledger that everybody's acts stand in: the schema `ledger`. */
export const ordinaryBook: Book = {
  listEntries: (db, chain, after, limit) =>
    listEntries(db, sql`e.chain = ${chain} and e.seq > ${after}`, limit),
  hashesBetween,
  findLast,
  findHead,
  listChains,
  listAnchors,
  isExcused: isEmptied,
  addEntries,
  moveHead,
  addAnchor,
};

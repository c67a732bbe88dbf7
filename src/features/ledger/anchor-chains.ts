import { type Kysely, sql } from 'kysely';
import { localDate } from '../../domain/clocks/calendar.ts';
import { type Anchor, anchorText } from '../../domain/ledger/anchor.ts';
import { genesis } from '../../domain/ledger/chain.ts';
import { growTree } from '../../domain/ledger/tree.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import { exactly, listAnchors, type SignedAnchor } from './store.ts';

const page = 20_000;

/**
 * Signs where every chain stands that has grown since its last anchor, once a day (by Jakarta's calendar); returns how
 * many. Again on the same day it does nothing.
 */
export async function anchorChains({
  tx,
  office,
  now,
}: Pick<Context, 'tx' | 'office' | 'now'>): Promise<number> {
  const heads = await tx
    .selectFrom('ledger.heads')
    .select(['chain', 'seq', 'hash'])
    .orderBy('chain')
    .execute();
  let signed = 0;
  for (const { chain, seq, hash } of heads) {
    const before = (await listAnchors(tx, chain)).at(-1);
    const date = localDate(now, 'Asia/Jakarta');
    if (before !== undefined && (before.seq >= seq || before.date >= date)) continue;
    const anchor: Anchor = {
      chain,
      date,
      at: exactly(now),
      seq,
      hash: hash.toString('hex'),
      root: await rootBetween(tx, chain, before?.seq ?? 0, seq),
      previous: anchorHash(before),
    };
    await tx
      .insertInto('ledger.anchors')
      .values({
        ...anchor,
        at: now,
        hash,
        root: Buffer.from(anchor.root, 'hex'),
        previous: Buffer.from(anchor.previous, 'hex'),
        signature: office.keys.signer.sign(anchorText(anchor)),
      })
      .execute();
    signed += 1;
  }
  return signed;
}

/** What the next anchor says of this one. */
export function anchorHash(anchor: SignedAnchor | undefined): string {
  return anchor === undefined ? genesis : sha256(anchorText(anchor));
}

async function rootBetween(db: Kysely<Schema>, chain: string, after: number, upTo: number): Promise<string> {
  const tree = growTree(sha256);
  for (let from = after; from < upTo; from += page) {
    const hashes = await hashesBetween(db, chain, from, Math.min(from + page, upTo));
    for (const hash of hashes) tree.add(hash);
  }
  return tree.root();
}

/** The hashes of the entries after the first number up to and with the second, in hex. */
export async function hashesBetween(
  db: Kysely<Schema>,
  chain: string,
  after: number,
  upTo: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from ledger.entries
     where chain = ${chain} and seq > ${after} and seq <= ${upTo} order by seq`.execute(db);
  return rows.map(({ hash }) => hash);
}

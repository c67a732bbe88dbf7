import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Keys, Seal } from '../../../platform/crypto/keys.ts';
import type { Schema } from '../../../platform/db/schema.ts';
import { writeTogether } from '../../../platform/db/write-together.ts';
import type { Context } from '../../context/index.ts';
import { keepKey } from '../../sealed-keys/index.ts';

/** What chains say, by the name of the chain: null where the key of one is gone. */
export type ChainSeals = ReadonlyMap<string, Seal | null>;

/** One chain for each institution; its name cannot be that of a chain of the ordinary ledger. */
export function chainOf(institution: string): string {
  return `sealed:${institution}`;
}

/**
 * The seal of the institution's chain, which waits for whoever adds to it until the end of their transaction. `isNew`:
 * nothing has stood in it before. Where its key is gone it gets another, so that the door stays open: its end and its
 * anchors no longer open, which leaves a mark in the chain and is named by whoever verifies it.
 */
export async function lockChain(
  { tx, office }: Context,
  institution: string,
): Promise<{ readonly seals: ChainSeals; readonly isNew: boolean }> {
  await sql`select pg_advisory_xact_lock(hashtext('tuntas.sealed'), hashtext(${institution}))`.execute(tx);
  const chain = chainOf(institution);
  const [row] = await listRows(tx, chain);
  if (row != null && row.wrapped !== null)
    return { seals: new Map([sealOf(office.keys, row)]), isNew: false };
  const id = row?.id ?? randomUUID();
  const { wrappedKey, seal } = office.keys.newSeal(id);
  const begun = tx.insertInto('sealed.chains').values({ chain, institution_id: institution, id });
  await writeTogether(tx, [keepKey(tx, id, wrappedKey), ...(row === undefined ? [begun] : [])]);
  return { seals: new Map([[chain, seal]]), isNew: row === undefined };
}

/** The seals of all chains. */
export async function listChainSeals(db: Kysely<Schema>, keys: Keys): Promise<ChainSeals> {
  return new Map((await listRows(db)).map((row) => sealOf(keys, row)));
}

interface Row {
  readonly chain: string;
  readonly id: string;
  readonly wrapped: Buffer | null;
}

function listRows(db: Kysely<Schema>, only?: string): Promise<Row[]> {
  return db
    .selectFrom('sealed.chains as c')
    .leftJoin('vault.keys as k', 'k.subject', 'c.id')
    .select(['c.chain', 'c.id', 'k.wrapped'])
    .$if(only !== undefined, (query) => query.where('c.chain', '=', only ?? ''))
    .orderBy('c.chain')
    .execute();
}

function sealOf(keys: Keys, { chain, id, wrapped }: Row): readonly [string, Seal | null] {
  return [chain, wrapped === null ? null : keys.openSeal(wrapped, id)];
}

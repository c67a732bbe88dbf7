import { type Expression, type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Write } from '../../platform/db/write-together.ts';

type Tx = Transaction<Schema>;

/**
 * Keeps the wrapped key of one sealed thing, apart from the thing: `subject` is the case whose reporter it seals, or
 * the file. What has no key any more cannot be opened by anybody, in whatever backup it lies.
 */
export function keepKey(tx: Kysely<Schema>, subject: string, wrappedKey: Buffer): Write {
  return tx.insertInto('vault.keys').values({ subject, wrapped: wrappedKey });
}

/**
 * The wrapped key of one of them as a column; null where it was destroyed. Nothing else reads a key: the database shows
 * the application those alone that its transaction has named, and this names it (docs/adr/0021).
 */
export function keyOf(subject: Expression<string>): RawBuilder<Buffer | null> {
  return sql<Buffer | null>`vault.key_of(${subject})`;
}

/** Names those whose keys the rest of the transaction changes, locks or destroys. */
export async function nameSealed(tx: Tx, subjects: readonly string[]): Promise<void> {
  await sql`select vault.open(${[...subjects]}::uuid[])`.execute(tx);
}

/** Destroys the keys of these, and with them what they sealed. Gives how many there were. */
export async function destroyKeys(tx: Tx, subjects: readonly string[]): Promise<number> {
  if (subjects.length === 0) return 0;
  await nameSealed(tx, subjects);
  const { numDeletedRows } = await tx
    .deleteFrom('vault.keys')
    .where('subject', 'in', [...subjects])
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export interface Rewrapped {
  /** Now wrapped by the current secret key. */
  readonly rewrapped: number;
  /** No secret key that was given opens them. */
  readonly unopened: number;
  /** Where to go on; null after the last. */
  readonly last: string | null;
}

/**
 * Wraps the next keys after `after` by the current secret key; those that are already stay as they are, so it may be
 * broken off and begun again. `keys.rewrap` throws `KeyMissing` where a secret key is lacking.
 */
export async function rewrapKeys(tx: Tx, keys: Keys, after: string | null, most = 500): Promise<Rewrapped> {
  let query = tx.selectFrom('vault.keys').selectAll().orderBy('subject').limit(most).forUpdate();
  if (after !== null) query = query.where('subject', '>', after);
  const rows = await query.execute();
  let [rewrapped, unopened] = [0, 0];
  for (const { subject, wrapped } of rows) {
    const outcome = rewrapOne(keys, subject, wrapped);
    if (outcome === 'unopened') unopened += 1;
    if (outcome === 'unopened' || outcome === null) continue;
    await tx.updateTable('vault.keys').set({ wrapped: outcome }).where('subject', '=', subject).execute();
    rewrapped += 1;
  }
  return { rewrapped, unopened, last: rows.length < most ? null : (rows.at(-1)?.subject ?? null) };
}

/**
 * One wrapped key under the current secret key; null where it is already, `unopened` where no key that was given opens
 * it. `about` is what it was sealed for.
 */
export function rewrapOne(keys: Keys, about: string, wrapped: Buffer): Buffer | null | 'unopened' {
  try {
    return keys.rewrap(wrapped, about);
  } catch {
    // Another secret key, or a damaged row: counted and told, and no reason to leave the others as they are.
    return 'unopened';
  }
}

import { sql, type Transaction } from 'kysely';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import { type Rewrapped, rewrapOne } from '../sealed-keys/index.ts';
import { newTotpSecret, stepOfCode } from './totp.ts';

/** Keeps a secret that waits for its first code, in place of an earlier one that waited. */
export async function keepPendingTotp(ctx: Context, personId: string, secret: string): Promise<void> {
  const { wrappedKey, sealed } = ctx.office.keys.seal(secret, sealedFor(personId));
  const content = { wrapped_key: wrappedKey, sealed, created_at: ctx.now, last_step: 0 };
  await ctx.tx
    .insertInto('totp_factors')
    .values({ person_id: personId, pending: true, ...content })
    .onConflict((conflict) => conflict.columns(['person_id', 'pending']).doUpdateSet(content))
    .execute();
}

/**
 * Whether the code is one of this person's app, within a step before and after, and later than every code taken
 * before: none is taken twice. The same work is done for somebody who has no app.
 */
export async function takeTotpCode(
  ctx: Context,
  personId: string,
  code: string,
  pending = false,
): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('totp_factors')
    .select(['wrapped_key', 'sealed'])
    .where('person_id', '=', personId)
    .where('pending', '=', pending)
    .executeTakeFirst();
  const secret = row === undefined ? newTotpSecret() : secretOf(ctx, personId, row);
  const step = stepOfCode(secret, code, ctx.now);
  const { numUpdatedRows } = await ctx.tx
    .updateTable('totp_factors')
    .set({ last_step: step ?? 0 })
    .where('person_id', '=', personId)
    .where('pending', '=', pending)
    .where('last_step', '<', step ?? 0)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** What waited for its first code is the person's app from now on. */
export async function adoptPendingTotp(ctx: Context, personId: string): Promise<void> {
  const own = ctx.tx.deleteFrom('totp_factors').where('person_id', '=', personId);
  await own.where('pending', '=', false).execute();
  await ctx.tx
    .updateTable('totp_factors')
    .set({ pending: false, created_at: ctx.now })
    .where('person_id', '=', personId)
    .execute();
}

/**
 * Wraps the keys of the next apps' secrets after `after` by the current secret key, those that still wait for their
 * first code too; as `rewrapKeys` does for what lies in the vault.
 */
export async function rewrapTotpSecrets(
  tx: Transaction<Schema>,
  keys: Keys,
  after: string | null,
  most = 500,
): Promise<Rewrapped> {
  const place = sql<string>`person_id || ':' || pending`;
  let query = tx
    .selectFrom('totp_factors')
    .select(['person_id', 'pending', 'wrapped_key', place.as('place')])
    .orderBy(place)
    .limit(most)
    .forUpdate();
  if (after !== null) query = query.where(place, '>', after);
  const rows = await query.execute();
  let [rewrapped, unopened] = [0, 0];
  for (const { person_id, pending, wrapped_key } of rows) {
    const outcome = rewrapOne(keys, sealedFor(person_id), wrapped_key);
    if (outcome === 'unopened') unopened += 1;
    if (outcome === 'unopened' || outcome === null) continue;
    await tx
      .updateTable('totp_factors')
      .set({ wrapped_key: outcome })
      .where('person_id', '=', person_id)
      .where('pending', '=', pending)
      .execute();
    rewrapped += 1;
  }
  return { rewrapped, unopened, last: rows.length < most ? null : (rows.at(-1)?.place ?? null) };
}

function secretOf(
  ctx: Context,
  personId: string,
  row: { readonly wrapped_key: Buffer; readonly sealed: Buffer },
): string {
  const { wrapped_key: wrappedKey, sealed } = row;
  return ctx.office.keys.open({ wrappedKey, sealed }, sealedFor(personId)).toString();
}

/** Authenticated with the secret: a row moved to another person does not open. */
function sealedFor(personId: string): string {
  return `totp:${personId}`;
}

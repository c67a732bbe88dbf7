import { sql, type Transaction } from 'kysely';
import type { Keys } from '../../platform/crypto/keys.ts';
import { randomBytes, uuidv7 } from '../../platform/crypto/random.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context, Reading } from '../context/index.ts';
import { type Rewrapped, rewrapOne } from '../sealed-keys/index.ts';
import type { SigningKey } from './sign-letter.ts';

/** For so long the secret before still signs beside a new one, in hours. */
const overlapHours = 24;

/** A new secret, `whsec_` and 256 bits in base64; those before it sign for a day more. Shown once, kept sealed. */
export async function addSecret(ctx: Context, subscriptionId: string): Promise<string> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const id = uuidv7(Date.parse(ctx.now));
  const { wrappedKey, sealed } = ctx.office.keys.seal(secret, sealedFor(id));
  const until = new Date(Date.parse(ctx.now) + overlapHours * 3_600_000).toISOString();
  await ctx.tx
    .updateTable('webhook_secrets')
    .set({ expires_at: sql<string>`least(expires_at, ${until}::timestamptz)` })
    .where('subscription_id', '=', subscriptionId)
    .execute();
  await ctx.tx
    .insertInto('webhook_secrets')
    .values({
      id,
      subscription_id: subscriptionId,
      wrapped_key: wrappedKey,
      sealed,
      created_at: ctx.now,
      expires_at: null,
    })
    .execute();
  return secret;
}

/** What letters of this subscription are signed with now, the newest first. */
export async function findSigningKeys(ctx: Reading, subscriptionId: string): Promise<readonly SigningKey[]> {
  const rows = await ctx.tx
    .selectFrom('webhook_secrets')
    .select(['id', 'wrapped_key', 'sealed'])
    .where('subscription_id', '=', subscriptionId)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', ctx.now)]))
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, wrapped_key: wrappedKey, sealed }) => ({
    id,
    secret: ctx.office.keys.open({ wrappedKey, sealed }, sealedFor(id)).toString(),
  }));
}

/** Wraps the keys of the next secrets after `after` by the current secret key; as `rewrapKeys` does in the vault. */
export async function rewrapWebhookSecrets(
  tx: Transaction<Schema>,
  keys: Keys,
  after: string | null,
  most = 500,
): Promise<Rewrapped> {
  let query = tx
    .selectFrom('webhook_secrets')
    .select(['id', 'wrapped_key'])
    .orderBy('id')
    .limit(most)
    .forUpdate();
  if (after !== null) query = query.where('id', '>', after);
  const rows = await query.execute();
  let [rewrapped, unopened] = [0, 0];
  for (const { id, wrapped_key } of rows) {
    const outcome = rewrapOne(keys, sealedFor(id), wrapped_key);
    if (outcome === 'unopened') unopened += 1;
    if (outcome === 'unopened' || outcome === null) continue;
    await tx.updateTable('webhook_secrets').set({ wrapped_key: outcome }).where('id', '=', id).execute();
    rewrapped += 1;
  }
  return { rewrapped, unopened, last: rows.length < most ? null : (rows.at(-1)?.id ?? null) };
}

/** Authenticated with the secret: a row moved to another place does not open. */
function sealedFor(id: string): string {
  return `webhook:${id}`;
}

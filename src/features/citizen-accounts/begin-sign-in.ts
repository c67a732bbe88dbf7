import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { randomDigits, randomToken, uuidv7 } from '../../platform/crypto/random.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { hit } from '../../platform/http/rate-limit.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context, Office } from '../context/index.ts';
import { keepKey } from '../sealed-keys/index.ts';
import { type AccountWay, addressHash, readAddress } from './address.ts';
import { accountLimits, minutesFrom } from './limits.ts';
import { seal } from './sealed-address.ts';

/** With the queue's back-off six attempts fit into the life of a code. */
const deliveryAttempts = 6;

/**
 * Sends a code to the address that was typed, and gives the token that the browser keeps meanwhile. Nobody is looked
 * up: an address that has an account and one that has none are answered and worked on alike. Refusals:
 * `invalid-input` (address), `too-many-requests` for this address.
 */
export async function beginSignIn(
  ctx: Context,
  typed: string,
  offered: readonly AccountWay[],
): Promise<Result<{ readonly token: string }, Refusal>> {
  const address = readAddress(typed, offered);
  if (!address.ok) return err({ code: 'invalid-input', fields: { address: address.error } });
  const key = `account-code:${addressHash(ctx.office, address.value).toString('base64url')}`;
  const { allowed, retryAfter } = await hit(ctx.tx, key, accountLimits.codesPerHour, 3600, ctx.now);
  if (!allowed) return err(refusal('too-many-requests', { retryAfter }));
  const id = uuidv7(Date.parse(ctx.now));
  const [token, code] = [randomToken(), randomDigits(accountLimits.codeDigits)];
  const { wrappedKey, sealed } = seal(ctx.office, id, { ...address.value, code });
  await writeTogether(ctx.tx, [
    ctx.tx.insertInto('citizen_codes').values({
      id,
      token_hash: hashOfCodeToken(ctx.office, token),
      code_hash: hashOfCode(ctx.office, id, code),
      sealed,
      locale: ctx.locale,
      created_at: ctx.now,
      expires_at: minutesFrom(ctx.now, accountLimits.codeMinutes),
    }),
    keepKey(ctx.tx, id, wrappedKey),
    ...jobWrites([{ task: 'deliver-account-code', payload: { id }, maxAttempts: deliveryAttempts }]),
  ]);
  return ok({ token });
}

export function hashOfCodeToken({ keys }: Pick<Office, 'keys'>, token: string): Buffer {
  return keys.hash('account-code-token', token);
}

/** Bound to its row: the same digits elsewhere are another hash. */
export function hashOfCode({ keys }: Pick<Office, 'keys'>, id: string, code: string): Buffer {
  return keys.hash('account-code', `${id}:${code}`);
}

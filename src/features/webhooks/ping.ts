import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import type { Caller } from '../../platform/outside/caller.ts';
import type { Reading } from '../context/index.ts';
import { manages } from '../organizations/index.ts';
import type { PingAnswer } from './contract.ts';
import { findSigningKeys } from './secrets.ts';
import { signLetter } from './sign-letter.ts';

/** So much of what the receiver says is shown, in characters. */
const shown = 500;

/**
 * A trial letter, signed like every other and about no case; gives what the receiver answered, and keeps nothing of it.
 * Also while it is paused. Refuses `not-found`.
 */
export async function pingWebhook(
  ctx: Reading,
  id: string,
  caller: Caller,
): Promise<Result<PingAnswer, Refusal>> {
  const row = await ctx.tx
    .selectFrom('webhook_subscriptions')
    .select(['url', 'institution_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || !manages(ctx.actor, 'webhook.manage', row.institution_id)) {
    return err(refusal('not-found'));
  }
  const body = JSON.stringify({ type: 'ping', timestamp: ctx.now, data: {} });
  const letter = signLetter(uuidv7(Date.parse(ctx.now)), ctx.now, body, await findSigningKeys(ctx, id));
  const answer = await caller.post(row.url, letter);
  if (!answer.ok) return ok({ status: null, fault: answer.error, milliseconds: null, text: '' });
  const { status, milliseconds, text } = answer.value;
  return ok({ status, fault: null, milliseconds, text: text.slice(0, shown) });
}

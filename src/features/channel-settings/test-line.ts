import type { Static } from 'typebox';
import { samePhone } from '../../domain/privacy/sealed-words.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { hit } from '../../platform/http/rate-limit.ts';
import { translate } from '../../platform/i18n/index.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { queueTest } from '../messages/index.ts';
import { trafficReach } from '../traffic/index.ts';
import type { LineTest, TestDone } from './contract.ts';

/** Each costs, and rings at somebody's. */
const perHour = 10;

/**
 * Sends a few words of ours by one SMS line to a number typed there, for whoever sets the line up; what becomes of it
 * stands in the list of what goes out. The number lies sealed, and the ledger says who tested which line, not whom it
 * rang at. `accounts` are the lines that there are. Refusals: `not-authorized`, `not-found`, `invalid-input`,
 * `too-many-requests`.
 */
export async function testLine(
  ctx: Context,
  { account, to }: Static<typeof LineTest>,
  accounts: readonly string[],
): Promise<Result<Static<typeof TestDone>, Refusal>> {
  const { actor } = ctx;
  const own = trafficReach(actor, ['channel.test']);
  if (!own.ok) return err(own.error);
  if (actor.kind !== 'person' || !accounts.includes(account)) return err(refusal('not-found'));
  // Mobile numbers of this country alone: elsewhere it would be at the office's cost and somebody's gain.
  const number = samePhone(to);
  if (!/^628\d{7,12}$/.test(number)) return err({ code: 'invalid-input', fields: { to: 'not-a-phone' } });
  const { allowed, retryAfter } = await hit(ctx.tx, `channel-test:${actor.id}`, perHour, 3600, ctx.now);
  if (!allowed) return err(refusal('too-many-requests', { retryAfter }));
  const institution = own.value.institutions?.[0] ?? null;
  const text = translate(ctx.locale, 'sms.test');
  const id = await queueTest(ctx, { channel: 'sms', account, to: `+${number}`, text, institution });
  await record(ctx, { kind: 'channel.tested', institution, subject: `answer:${id}`, details: { account } });
  return ok({ id });
}

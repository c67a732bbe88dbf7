import { purgeRateCounters } from '../../platform/http/rate-limit.ts';
import type { Context } from '../context/index.ts';
import { minutesFrom, signInLimits } from './limits.ts';

/** Every night: sessions that are over, challenges nobody answered and counters of past windows are forgotten. */
export async function sweepSessions(ctx: Context): Promise<void> {
  await ctx.tx
    .deleteFrom('sessions')
    .where((eb) =>
      eb.or([
        eb('expires_at', '<=', ctx.now),
        eb('last_seen_at', '<=', minutesFrom(ctx.now, -signInLimits.idleMinutes)),
      ]),
    )
    .execute();
  await ctx.tx.deleteFrom('passkey_challenges').where('expires_at', '<=', ctx.now).execute();
  await purgeRateCounters(ctx.tx, ctx.now);
}

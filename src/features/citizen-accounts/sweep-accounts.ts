import { periodStart } from '../../domain/privacy/retention.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { destroyKeys } from '../sealed-keys/index.ts';
import { accountLimits, minutesFrom } from './limits.ts';
import { destroyAccounts } from './own-account.ts';

/** How many accounts one run destroys at most; the next night takes the next. */
const mostAtOnce = 500;

/**
 * Every night: codes and sessions that are over go, and accounts that nobody has come back to for as long as
 * `rules/retention.yaml` says.
 */
export async function sweepAccounts(ctx: Context): Promise<void> {
  const codes = await ctx.tx
    .deleteFrom('citizen_codes')
    .where('expires_at', '<=', ctx.now)
    .returning('id')
    .execute();
  await destroyKeys(
    ctx.tx,
    codes.map(({ id }) => id),
  );
  await ctx.tx
    .deleteFrom('citizen_sessions')
    .where((eb) =>
      eb.or([
        eb('expires_at', '<=', ctx.now),
        eb('last_seen_at', '<=', minutesFrom(ctx.now, -accountLimits.idleHours * 60)),
      ]),
    )
    .execute();
  await destroyForgotten(ctx);
}

async function destroyForgotten(ctx: Context): Promise<void> {
  const keep = ctx.office.privacy.retention.find(({ id }) => id === 'citizen-account')?.keep ?? null;
  if (keep === null) return;
  const forgotten = await ctx.tx
    .selectFrom('citizen_accounts')
    .select('id')
    .where('last_seen_at', '<=', periodStart(ctx.now, keep, 'Asia/Jakarta'))
    .orderBy('last_seen_at')
    .limit(mostAtOnce)
    .forUpdate()
    .execute();
  await destroyAccounts(
    ctx,
    forgotten.map(({ id }) => id),
  );
  if (forgotten.length === 0) return;
  const details = { accounts: forgotten.length };
  await record(ctx, { kind: 'account.destroyed', institution: null, details });
}

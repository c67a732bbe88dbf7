import { sql } from 'kysely';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { randomToken, uuidv7 } from '../../platform/crypto/random.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import type { Context, Reading } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { destroyKeys, keepKey } from '../sealed-keys/index.ts';
import { type Address, addressHash } from './address.ts';
import { hashOfCode, hashOfCodeToken } from './begin-sign-in.ts';
import { accountLimits, minutesFrom } from './limits.ts';
import { openSealed, type SentCode, seal } from './sealed-address.ts';
import { hashOfToken } from './sessions.ts';

/** Where the code of this browser was sent; undefined where none is on its way. For the page on which it is typed. */
export async function findSentCode(ctx: Reading, token: string | null): Promise<Address | undefined> {
  if (token === null) return undefined;
  const row = await ctx.tx
    .selectFrom('citizen_codes')
    .select(['id', 'sealed'])
    .where('token_hash', '=', hashOfCodeToken(ctx.office, token))
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  return row === undefined ? undefined : openSealed<SentCode>(ctx, row);
}

/**
 * Opens a session for whoever types the code that was sent to their address, in the browser that asked for it; the
 * first time, with the account. Each try is counted before it is looked at. Refuses `invalid-input` (code):
 * `wrong-account-code`, or `account-code-over` where there is nothing to try any more.
 */
export async function completeSignIn(
  ctx: Context,
  token: string | null,
  typed: string,
  userAgent: string,
): Promise<Result<{ readonly token: string }, Refusal>> {
  const row = token === null ? undefined : await countTry(ctx, token);
  if (row === undefined) return err(atFault('account-code-over'));
  const hash = hashOfCode(ctx.office, row.id, typed.replace(/\D/g, ''));
  const sent = hash.equals(row.code_hash) ? await openSealed<SentCode>(ctx, row) : undefined;
  if (sent === undefined) {
    await record(ctx, { kind: 'account.refused', institution: null, actor: 'nobody' });
    return err(atFault(row.tries < accountLimits.codeTries ? 'wrong-account-code' : 'account-code-over'));
  }
  await ctx.tx.deleteFrom('citizen_codes').where('id', '=', row.id).execute();
  await destroyKeys(ctx.tx, [row.id]);
  const accountId = await findOrOpenAccount(ctx, { way: sent.way, value: sent.value });
  return ok({ token: await openSession(ctx, accountId, userAgent) });
}

/** Of many tries at the same moment, no more than are allowed get past this. */
async function countTry(ctx: Context, token: string) {
  return ctx.tx
    .updateTable('citizen_codes')
    .set({ tries: sql`tries + 1` })
    .where('token_hash', '=', hashOfCodeToken(ctx.office, token))
    .where('expires_at', '>', ctx.now)
    .where('tries', '<', accountLimits.codeTries)
    .returning(['id', 'code_hash', 'sealed', 'tries'])
    .executeTakeFirst();
}

/** Of two first sign-ins at the same moment, one opens the account and the other finds it. */
async function findOrOpenAccount(ctx: Context, address: Address): Promise<string> {
  const hash = addressHash(ctx.office, address);
  const id = uuidv7(Date.parse(ctx.now));
  const added = await ctx.tx
    .insertInto('vault.account_addresses')
    .values({ hash, account_id: id })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) {
    const known = await ctx.tx
      .selectFrom('vault.account_addresses')
      .select('account_id')
      .where('hash', '=', hash)
      .executeTakeFirstOrThrow();
    return known.account_id;
  }
  const { wrappedKey, sealed } = seal(ctx.office, id, address);
  const account = { id, sealed, created_at: ctx.now, last_seen_at: ctx.now };
  await writeTogether(ctx.tx, [
    ctx.tx.insertInto('citizen_accounts').values(account),
    keepKey(ctx.tx, id, wrappedKey),
  ]);
  return id;
}

async function openSession(ctx: Context, accountId: string, userAgent: string): Promise<string> {
  const token = randomToken();
  await ctx.tx
    .insertInto('citizen_sessions')
    .values({
      token_hash: hashOfToken(ctx.office.keys, token),
      account_id: accountId,
      created_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: minutesFrom(ctx.now, accountLimits.sessionDays * 24 * 60),
      user_agent: userAgent.slice(0, 200),
    })
    .execute();
  await ctx.tx
    .updateTable('citizen_accounts')
    .set({ last_seen_at: ctx.now })
    .where('id', '=', accountId)
    .execute();
  await record(ctx, { kind: 'account.signed-in', institution: null, actor: `account:${accountId}` });
  return token;
}

function atFault(code: string): Refusal {
  return { code: 'invalid-input', fields: { code } };
}

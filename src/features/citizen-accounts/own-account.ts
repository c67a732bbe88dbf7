import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context, Reading } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { destroyKeys } from '../sealed-keys/index.ts';
import type { AccountWay, Address } from './address.ts';
import { openSealed } from './sealed-address.ts';

/** What is kept about the holder of an account, beside their cases and sessions. */
export interface OwnAccount {
  /** Null where its key was destroyed. */
  readonly address: string | null;
  readonly way: AccountWay | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

/** The account of whoever is signed in. Refuses `not-signed-in`. */
export async function getOwnAccount(ctx: Reading): Promise<Result<OwnAccount, Refusal>> {
  if (ctx.account === undefined) return err(refusal('not-signed-in'));
  const row = await ctx.tx
    .selectFrom('citizen_accounts')
    .select(['id', 'sealed', 'created_at', 'last_seen_at'])
    .where('id', '=', ctx.account)
    .executeTakeFirst();
  if (row === undefined) return err(refusal('not-signed-in'));
  const address = await openSealed<Address>(ctx, row);
  const { value = null, way = null } = address ?? {};
  return ok({ address: value, way, createdAt: row.created_at, lastSeenAt: row.last_seen_at });
}

/** Destroys the account of whoever is signed in; their cases stay, by their codes. Refuses `not-signed-in`. */
export async function destroyOwnAccount(ctx: Context): Promise<Result<null, Refusal>> {
  if (ctx.account === undefined) return err(refusal('not-signed-in'));
  const { account } = ctx;
  await destroyAccounts(ctx, [account]);
  await record(ctx, { kind: 'account.destroyed', institution: null, actor: `account:${account}` });
  return ok(null);
}

/** The keys first: what they sealed is gone from every backup, too. Sessions and kept cases go with the account. */
export async function destroyAccounts(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await destroyKeys(ctx.tx, ids);
  await ctx.tx
    .deleteFrom('vault.account_addresses')
    .where('account_id', 'in', [...ids])
    .execute();
  await ctx.tx
    .deleteFrom('citizen_accounts')
    .where('id', 'in', [...ids])
    .execute();
}

import { type RawBuilder, sql } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Write } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';

/** Keeps a case in an account, as one of the writes of a command; kept already, it stays as it is. */
export function keepInAccount(ctx: Context, accountId: string, caseId: string): Write {
  return ctx.tx
    .insertInto('citizen_cases')
    .values({ account_id: accountId, case_id: caseId, kept_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing());
}

/** Takes a case out of the account; whoever has its code opens it as before. Refuses `not-signed-in`, `not-found`. */
export async function releaseCase(ctx: Context, caseId: string): Promise<Result<null, Refusal>> {
  if (ctx.account === undefined) return err(refusal('not-signed-in'));
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('citizen_cases')
    .where('account_id', '=', ctx.account)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return numDeletedRows === 0n ? err(refusal('not-found')) : ok(null);
}

/** Out of every account: a case that goes through the sealed door is in none. */
export async function forgetInAccounts(ctx: Context, caseId: string): Promise<void> {
  await ctx.tx.deleteFrom('citizen_cases').where('case_id', '=', caseId).execute();
}

/** Whether the case of a statement about `cases` is kept in this account. */
export function isKeptIn(accountId: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from citizen_cases kept where kept.account_id = ${accountId} and kept.case_id = cases.id)`;
}

import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { keepInAccount, releaseCase } from '../citizen-accounts/index.ts';
import type { Context } from '../context/index.ts';
import { findByAccess } from './reporter-access.ts';

/**
 * Keeps the case of a code in the account of whoever is signed in; a second time it changes nothing. Refuses
 * `not-signed-in`, and `not-found` for the code or where the case is sealed.
 */
export async function claimCase(
  ctx: Context,
  code: string,
): Promise<Result<{ readonly id: string }, Refusal>> {
  const { account } = ctx;
  if (account === undefined) return err(refusal('not-signed-in'));
  const found = await findByAccess(ctx, code);
  if (found === undefined) return err(refusal('not-found'));
  // Held until the commit: whoever seals it meanwhile finds it kept and takes it out.
  const { status } = await ctx.tx
    .selectFrom('cases')
    .select('status')
    .where('id', '=', found.id)
    .forShare()
    .executeTakeFirstOrThrow();
  if (status === 'sealed') return err(refusal('not-found'));
  await writeTogether(ctx.tx, [keepInAccount(ctx, account, found.id)]);
  return ok(found);
}

/** Takes it out again. Refuses `not-signed-in`, `not-found`. */
export async function unclaimCase(ctx: Context, code: string): Promise<Result<null, Refusal>> {
  if (ctx.account === undefined) return err(refusal('not-signed-in'));
  const found = await findByAccess(ctx, code);
  return found === undefined ? err(refusal('not-found')) : releaseCase(ctx, found.id);
}

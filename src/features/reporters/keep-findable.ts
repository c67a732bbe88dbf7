import { writeTogether } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import { nameSealed } from '../sealed-keys/index.ts';
import { openReporter } from './open-reporter.ts';
import { searchHashWrites } from './search-hashes.ts';

/**
 * Makes the reporter of a new case findable by whoever holds the right. After the submission and not with it, so that
 * whoever files waits for nothing and writes no more than has to be kept; done again it changes nothing.
 */
export async function keepFindable(ctx: Context, caseId: string): Promise<void> {
  await nameSealed(ctx.tx, [caseId]);
  // Held until the commit: an identity that is destroyed meanwhile takes these along.
  await ctx.tx
    .selectFrom('vault.keys')
    .select('subject')
    .where('subject', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  const reporter = await openReporter(ctx, caseId);
  if (reporter !== undefined) await writeTogether(ctx.tx, searchHashWrites(ctx, caseId, reporter));
}

import type { Context } from '../../context/index.ts';
import { anchorChains } from '../../ledger/index.ts';
import { listChainSeals } from './chain-seals.ts';
import { beginChain } from './enter.ts';
import { sealedBook } from './sealed-book.ts';

/**
 * Signs where the chains of the sealed door stand, once a day like those of the ledger; first it begins the chains of
 * institutions whose cases are older than it.
 */
export async function anchorSealed(ctx: Context): Promise<void> {
  const cases = await ctx.tx
    .selectFrom('sealed.cases')
    .select('institution_id')
    .distinct()
    .orderBy('institution_id')
    .execute();
  for (const { institution_id: institution } of cases) await beginChain(ctx, institution);
  await anchorChains(ctx, sealedBook(await listChainSeals(ctx.tx, ctx.office.keys)));
}

import { recount } from '../../domain/cases/timing.ts';
import { ok } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import { actOnSealed } from './act-on-sealed.ts';
import { findSealed, listSealedRunning } from './store.ts';

/** Runs `job` in a transaction of its own, as the system. */
type Work = <T>(job: (ctx: Context) => Promise<T>) => Promise<T>;

/**
 * Counts the deadlines of the sealed door anew by the calendar that is in force, as `recountDeadlines` does the others'.
 * Done by the round that looks at everything every ten minutes: a job that followed a decree would show by its length
 * that there is something to count. Nothing that has moved moves a second time.
 */
export async function recountSealed(work: Work): Promise<void> {
  for (const id of await work(listSealedRunning)) await work((ctx) => recountOne(ctx, id));
}

async function recountOne(ctx: Context, id: string): Promise<void> {
  const found = await findSealed(ctx, { id });
  const clocks = found?.state.clocks ?? [];
  if (!clocks.some((clock) => recount(clock, ctx.now, ctx.office.calendar) !== null)) return;
  const reason = await latestDecree(ctx);
  await actOnSealed(ctx, { id }, 'recalculation', async () => ok({ input: { reason } }));
}

async function latestDecree(ctx: Context): Promise<string> {
  const row = await ctx.tx
    .selectFrom('calendar_revisions')
    .select('decree_number')
    .where('applied_number', 'is not', null)
    .orderBy('applied_number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.decree_number ?? '';
}

import type { Context } from '../context/index.ts';
import { actOnCase } from './act-on-case.ts';
import { findCase } from './store.ts';

/**
 * Runs when a deadline of the case has passed: notes each one missed (which tells the superior) and
 * ends a wait for the reporter that is over. Runs twice without harm: what was noted is refused.
 */
export async function checkDeadlines(ctx: Context, caseId: string): Promise<void> {
  const state = await findCase(ctx.tx, caseId);
  if (state === undefined) return;
  const missed = state.clocks.filter(
    (clock) =>
      clock.outcome === 'running' && clock.due !== null && clock.due < ctx.now && clock.breachedAt === null,
  );
  const office = missed.filter((clock) => clock.owner !== 'reporter');
  for (const clock of office) await actOnCase(ctx, caseId, 'breach', { clock: clock.id });
  if (missed.length > office.length) await actOnCase(ctx, caseId, 'expiry', {});
}

/** Cases whose shown deadline has passed without being noted: a safety net under the jobs. */
export async function listOverdueUnnoted(ctx: Context, limit: number): Promise<readonly string[]> {
  const rows = await ctx.tx
    .selectFrom('cases')
    .select('id')
    .where('queue', '<>', 'none')
    .where('due_at', '<', ctx.now)
    .where('paused', '=', false)
    .where('late', '=', false)
    .orderBy('due_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

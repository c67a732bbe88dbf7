import { sql } from 'kysely';
import { recount } from '../../domain/cases/timing.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites, type NewJob } from '../../platform/jobs/enqueue.ts';
import { actOnCase } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { listRunningCases } from './cases-with-clocks.ts';

const batch = 200;

/** One batch of open cases after another, each its own job, so that a crash loses no more than a batch's way. */
export function recountJob(revisionId: string): NewJob {
  return { task: 'recount-deadlines', payload: { revisionId }, key: `recount:${revisionId}` };
}

/** Runs `job` in a transaction of its own, as the system. */
type Work = <T>(job: (ctx: Context) => Promise<T>) => Promise<T>;

/**
 * Counts the next open cases anew after a revision: each through the one door and in a transaction of its own, so that
 * its events, its row, its job and its notices commit together. Runs twice without harm: a deadline that has moved
 * moves no second time. Whatever stops it, the queue runs it again from the batch it was in.
 */
export async function recountDeadlines(work: Work, revisionId: string): Promise<void> {
  const found = await work((ctx) => findBatch(ctx, revisionId));
  if (found === null) return;
  for (const id of found.moving) await work((ctx) => recountCase(ctx, id, revisionId, found.decrees));
  await work((ctx) => endBatch(ctx, revisionId, found.last));
}

async function findBatch(ctx: Context, revisionId: string) {
  const progress = await ctx.tx
    .selectFrom('calendar_recounts')
    .selectAll()
    .where('revision_id', '=', revisionId)
    .executeTakeFirst();
  if (progress === undefined || progress.done_at !== null) return null;
  const cases = await listRunningCases(ctx.tx, progress.last_case, batch);
  const moving = cases.filter(({ clocks }) =>
    clocks.some((clock) => recount(clock, ctx.now, ctx.office.calendar) !== null),
  );
  return {
    decrees: await decreesNotCounted(ctx),
    moving: moving.map(({ id }) => id),
    last: cases.length < batch ? null : (cases.at(-1)?.id ?? null),
  };
}

/** Clocks are counted by all that is in force; of two decrees applied in a row, either may be why a date moved. */
async function decreesNotCounted(ctx: Context): Promise<string> {
  const rows = await ctx.tx
    .selectFrom('calendar_recounts as recount')
    .innerJoin('calendar_revisions as revision', 'revision.id', 'recount.revision_id')
    .select('revision.decree_number')
    .where('recount.done_at', 'is', null)
    .orderBy('revision.applied_number')
    .execute();
  return rows.map((row) => row.decree_number).join('; ');
}

async function recountCase(ctx: Context, caseId: string, revisionId: string, reason: string): Promise<void> {
  const acted = await actOnCase(ctx, caseId, 'recalculation', { reason });
  if (!acted.ok || acted.value.events.length === 0) return;
  await ctx.tx
    .updateTable('calendar_recounts')
    .set({ moved: sql`moved + 1` })
    .where('revision_id', '=', revisionId)
    .execute();
}

/** `last` null: that was the end. */
async function endBatch(ctx: Context, revisionId: string, last: string | null): Promise<void> {
  const progress = ctx.tx
    .updateTable('calendar_recounts')
    .set(last === null ? { done_at: ctx.now } : { last_case: last })
    .where('revision_id', '=', revisionId);
  await writeTogether(ctx.tx, [progress, ...jobWrites(last === null ? [] : [recountJob(revisionId)])]);
}

import { sql } from 'kysely';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites, type NewJob } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { deliveryJob } from './queue-letters.ts';
import { subjectOf } from './subscriptions.ts';

export interface SentLetter {
  readonly id: string;
  readonly subscriptionId: string;
}

/** What came of sending a letter once: the receiver's status, or why there was none. */
export interface Attempt {
  readonly status: number | null;
  readonly fault: string | null;
  readonly milliseconds: number | null;
}

/** Nothing arrived for so long: we stop, and say so. In milliseconds. */
const patience = 3 * 86_400_000;

/** A single letter that is refused while others arrive is given up after so many tries, some four days. */
const mostTries = 24;

/** The receiver says that it is gone for good. */
const gone = 410;

/**
 * Writes down what came of a letter, and gives whether it arrived. One that did not is tried again after half a minute,
 * then after twice as long each time, six hours at most; so is the receiver as a whole.
 */
export async function noteAttempt(ctx: Context, letter: SentLetter, attempt: Attempt): Promise<boolean> {
  const arrived = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
  const tried = await ctx.tx
    .updateTable('webhook_deliveries')
    .set((eb) => ({
      ...attempt,
      tried_at: ctx.now,
      tries: eb('tries', '+', 1),
      ...(arrived ? { state: 'delivered' as const } : {}),
    }))
    .where('id', '=', letter.id)
    // It may have been taken out while it was on its way.
    .where('state', '=', 'waiting')
    .returning('tries')
    .executeTakeFirst();
  if (arrived) await noteArrival(ctx, letter.subscriptionId);
  else await noteFailure(ctx, letter, attempt, tried?.tries ?? 0);
  return arrived;
}

async function noteArrival(ctx: Context, subscriptionId: string): Promise<void> {
  await ctx.tx
    .updateTable('webhook_subscriptions')
    .set({ failures: 0, failing_since: null, retry_at: null, delivered_at: ctx.now })
    .where('id', '=', subscriptionId)
    .execute();
}

async function noteFailure(
  ctx: Context,
  { id, subscriptionId }: SentLetter,
  attempt: Attempt,
  tries: number,
): Promise<void> {
  const now = Date.parse(ctx.now);
  const failing = await ctx.tx
    .updateTable('webhook_subscriptions')
    .set((eb) => ({
      failures: eb('failures', '+', 1),
      failing_since: sql<string>`coalesce(failing_since, ${ctx.now}::timestamptz)`,
    }))
    .where('id', '=', subscriptionId)
    .where('state', '=', 'active')
    .returning(['failures', 'failing_since', 'institution_id'])
    .executeTakeFirst();
  // Paused, or removed, meanwhile.
  if (failing === undefined) return;
  const since = Date.parse(failing.failing_since ?? ctx.now);
  if (attempt.status === gone || now - since >= patience) {
    return stop(ctx, subscriptionId, failing.institution_id);
  }
  const retryAt = new Date(now + waitAfter(failing.failures)).toISOString();
  const later = new Date(now + waitAfter(tries)).toISOString();
  await writeTogether(ctx.tx, [
    ctx.tx
      .updateTable('webhook_deliveries')
      .set(tries >= mostTries ? { state: 'given-up' } : { next_try_at: later })
      .where('id', '=', id)
      .where('state', '=', 'waiting'),
    ctx.tx.updateTable('webhook_subscriptions').set({ retry_at: retryAt }).where('id', '=', subscriptionId),
    ...jobWrites([deliveryJob(subscriptionId, retryAt)]),
  ]);
}

function waitAfter(failures: number): number {
  return Math.min(30_000 * 2 ** Math.max(failures - 1, 0), 6 * 3_600_000);
}

/** Everything that waits is kept until an administrator begins anew; each of them is told by mail, where there is any. */
async function stop(ctx: Context, id: string, institution: string): Promise<void> {
  await ctx.tx.updateTable('webhook_subscriptions').set({ state: 'stopped' }).where('id', '=', id).execute();
  await record(ctx, { kind: 'webhook.stopped', institution, subject: subjectOf(id) });
  const { rows } = await sql<{ id: string }>`
    select distinct p.id
    from people p join person_roles g on g.person_id = p.id join roles r on r.id = g.role_id
    where p.active and (p.institution_id is null or p.institution_id = ${institution})
      and 'webhook.manage' = any (r.permissions)
      and g.unit_id is null and g.area_code is null and g.category_id is null`.execute(ctx.tx);
  const jobs = rows.map(
    (person): NewJob => ({
      task: 'tell-webhook-stopped',
      payload: { subscriptionId: id, personId: person.id },
      maxAttempts: 10,
    }),
  );
  await writeTogether(ctx.tx, jobWrites(jobs));
}

import type { CaseState } from '../../domain/cases/case.ts';
import { isTellable, messagesOf } from '../../domain/webhooks/case-message.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites, type NewJob } from '../../platform/jobs/enqueue.ts';
import { listEvents } from '../cases/index.ts';
import type { Context } from '../context/index.ts';

/**
 * Writes a letter to every system that is told of the events `from`..`to` of a case, each once however often this
 * runs. Of a case that nobody outside may hear of any more, what was written before is taken out, the log of it too.
 */
export async function queueLetters(
  ctx: Context,
  { caseId, from, to }: { readonly caseId: string; readonly from: number; readonly to: number },
): Promise<void> {
  const told = await findTold(ctx, caseId);
  if (told.length === 0) return;
  if (!told.every(isTellable)) {
    await ctx.tx.deleteFrom('webhook_deliveries').where('case_id', '=', caseId).execute();
    return;
  }
  const events = (await listEvents(ctx.tx, caseId)).filter(({ seq }) => seq <= to);
  const messages = messagesOf(caseId, events, from);
  // In the order of the events, so that the log tells them in it too.
  const ids = messages.flatMap(() => told.map(() => uuidv7(Date.parse(ctx.now)))).toSorted();
  const rows = told.flatMap(({ id, events: wanted }) =>
    messages
      .filter(({ type }) => wanted.includes(type))
      .map(({ type, seq, at, content }) => ({
        id: ids.shift() ?? '',
        subscription_id: id,
        case_id: caseId,
        seq,
        type,
        at,
        content: JSON.stringify(content),
        state: 'waiting' as const,
        next_try_at: ctx.now,
      })),
  );
  if (rows.length === 0) return;
  const called = new Set(rows.map((row) => row.subscription_id));
  await writeTogether(ctx.tx, [
    ctx.tx
      .insertInto('webhook_deliveries')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
    ...jobWrites([...called].map((id) => deliveryJob(id, ctx.now))),
  ]);
}

/** Every subscription of the case's institution, with the case as it is now; one statement, and for most cases the only one. */
function findTold(ctx: Context, caseId: string) {
  return ctx.tx
    .selectFrom('webhook_subscriptions as s')
    .innerJoin('cases', 'cases.institution_id', 's.institution_id')
    .where('cases.id', '=', caseId)
    .select(['s.id', 's.events', 'cases.status', 'cases.secrecy'])
    .$castTo<
      Pick<CaseState, 'status' | 'secrecy'> & { readonly id: string; readonly events: readonly string[] }
    >()
    .execute();
}

/**
 * The job that sends what waits for one receiver, from this moment on. All of them stand in one queue: whoever is slow
 * to answer holds up other receivers for a moment, and never the office's own work.
 */
export function deliveryJob(subscriptionId: string, runAt: string): NewJob {
  const key = `webhook:${subscriptionId}`;
  return { task: 'deliver-webhooks', payload: { subscriptionId }, key, queue: 'webhooks', runAt };
}

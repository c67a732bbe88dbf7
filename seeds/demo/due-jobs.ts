import { sql, type Transaction } from 'kysely';
import { followParent } from '../../src/features/cases/index.ts';
import type { Context } from '../../src/features/context/index.ts';
import { announceFacts } from '../../src/features/ledger/index.ts';
import { tellOfEvents } from '../../src/features/notifications/index.ts';
import { handOver } from '../../src/features/sealed-cases/index.ts';
import type { Schema } from '../../src/platform/db/schema.ts';

/**
 * Does, at the told moment and in the same transaction, what an act of the past left in the queue, and takes
 * it out: the worker never sees it, so nothing is done twice and nothing at today's hour. Deadlines up to
 * `end` come back as (case, instant) to be looked at when the story gets there; later ones stay in the queue
 * and are the worker's. No mail is queued: the people of the demo have no mailbox.
 */
export async function doQueuedJobs(
  ctx: Context,
  caseIds: readonly string[],
  end: string,
): Promise<readonly DeadlineCheck[]> {
  const checks: DeadlineCheck[] = [];
  let answered = false;
  for (const { task, payload, run_at } of await takeJobs(ctx.tx, caseIds, end)) {
    if (task === 'tell-of-events') {
      await announceFacts(ctx, payload.caseId);
      await tellOfEvents(ctx, payload, { mail: false, sms: false });
    } else if (task === 'check-deadlines') checks.push({ caseId: payload.caseId, at: run_at });
    else if (task === 'hand-over-sealed') await handOver(ctx, payload.caseId);
    else {
      await followParent(ctx, payload.caseId);
      answered = true;
    }
  }
  // Only the cases that follow another leave jobs of their own.
  return answered ? [...checks, ...(await doQueuedJobs(ctx, caseIds, end))] : checks;
}

export interface DeadlineCheck {
  readonly caseId: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

interface Job {
  readonly task: string;
  readonly payload: { readonly caseId: string; readonly from: number; readonly to: number };
  readonly run_at: string;
}

async function takeJobs(
  tx: Transaction<Schema>,
  caseIds: readonly string[],
  end: string,
): Promise<readonly Job[]> {
  const { rows } = await sql<Job>`
    with taken as (
      delete from graphile_worker._private_jobs j
      using graphile_worker._private_tasks t
      where t.id = j.task_id
        and (t.identifier in ('tell-of-events', 'follow-parent', 'hand-over-sealed')
             or (t.identifier = 'check-deadlines' and j.run_at <= ${end}::timestamptz))
        and j.payload->>'caseId' = any(${[...caseIds]}::text[])
      returning j.id, t.identifier as task, j.payload, j.run_at)
    select task, payload, run_at from taken order by id`.execute(tx);
  return rows;
}

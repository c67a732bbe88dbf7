import type { TaskList } from 'graphile-worker';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../../src/platform/db/connect.ts';
import type { Schema } from '../../src/platform/db/schema.ts';

/** Runs the queue's jobs by the fake clock instead of the wall's, one at a time, oldest first. */
export async function runDueJobs(
  database: Database<Schema>,
  tasks: TaskList,
  now: () => string,
): Promise<void> {
  for (let round = 0; round < 2000; round += 1) {
    const job = await nextJob(database.kysely, now());
    if (job === undefined) return;
    await tasks[job.task]?.(job.payload, undefined as never);
    await sql`delete from graphile_worker._private_jobs where id = ${job.id} and run_at = ${job.run_at}`.execute(
      database.kysely,
    );
  }
  throw new Error('the queue does not run dry');
}

/** Jobs that are always given their time. */
export const byTheClock = [
  'check-deadlines',
  'read-messages',
  'send-reply',
  'deliver-notification',
  'tell-another-way',
  'tell-of-deputyship',
  'deliver-webhooks',
];

async function nextJob(db: Kysely<Schema>, now: string) {
  // A job is added with the wall's time where none was given; those are due at once. The others carry the clock's.
  const { rows } = await sql<{ id: string; task: string; payload: unknown; run_at: string }>`
    select j.id::text, t.identifier as task, j.payload, j.run_at::text as run_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.run_at <= ${now}::timestamptz or not t.identifier = any (${[...byTheClock]}::text[])
    order by j.run_at, j.id limit 1`.execute(db);
  return rows[0];
}

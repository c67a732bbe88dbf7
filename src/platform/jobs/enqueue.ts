import { sql } from 'kysely';
import type { Write } from '../db/write-together.ts';

/** A job that commits with the caller's transaction or not at all. */
export interface NewJob {
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** ISO 8601 UTC; absent: as soon as it is committed. */
  readonly runAt?: string;
  /** A later job of the same key replaces an earlier one that has not run: a deadline that moves. */
  readonly key?: string;
  readonly maxAttempts?: number;
  /** Jobs of one queue are never at work at the same time. */
  readonly queue?: string;
}

/** What enqueues these jobs, as the last of the writes of a command; none where there are none. */
export function jobWrites(jobs: readonly NewJob[]): readonly Write[] {
  if (jobs.length === 0) return [];
  const specs = jobs.map((job) => ({
    identifier: job.task,
    payload: job.payload,
    run_at: job.runAt ?? null,
    job_key: job.key ?? null,
    max_attempts: job.maxAttempts ?? 25,
    queue_name: job.queue ?? null,
  }));
  const add = sql`select graphile_worker.add_jobs(array(
    select row(j.identifier, j.payload, j.queue_name, j.run_at, j.max_attempts, j.job_key, null, null)::graphile_worker.job_spec
    from json_to_recordset(${JSON.stringify(specs)}::json)
      as j(identifier text, payload json, run_at timestamptz, job_key text, max_attempts smallint, queue_name text)
  ), false)`;
  return [add];
}

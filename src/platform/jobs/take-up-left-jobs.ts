import type pg from 'pg';

/**
 * Frees the jobs that somebody began `minutes` ago or earlier and never ended: a worker that was killed holds
 * its jobs for hours otherwise. 0 where nobody else can be at work; where other workers may be, more than any
 * job takes. A job that is freed is done again, so jobs do nothing twice.
 */
export async function takeUpLeftJobs(pool: pg.Pool, minutes: number): Promise<void> {
  await pool.query(
    `with freed as (
       update graphile_worker._private_job_queues set locked_at = null, locked_by = null
        where locked_at <= now() - $1 * interval '1 minute')
     update graphile_worker._private_jobs set locked_at = null, locked_by = null
      where locked_at <= now() - $1 * interval '1 minute'`,
    [minutes],
  );
}

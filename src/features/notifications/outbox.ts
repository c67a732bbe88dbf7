import type { Insertable } from 'kysely';
import type { Schema } from '../../platform/db/schema.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { deliveryJob } from '../messages/index.ts';

export type NewNotification = Insertable<Schema['notifications']>;

/** Writes notices down, each once however often it is tried, and queues those that have to be sent. */
export async function insertAndQueue(ctx: Context, rows: readonly NewNotification[]): Promise<void> {
  if (rows.length === 0) return;
  const written = await ctx.tx
    .insertInto('notifications')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'status', 'channel', 'next_at'])
    .execute();
  // A letter waits for somebody who prints it.
  const queued = written.filter((row) => row.status === 'queued' && row.channel !== 'letter');
  await writeTogether(ctx.tx, jobWrites(queued.map((row) => deliveryJob(row.id, row.next_at ?? ctx.now))));
}

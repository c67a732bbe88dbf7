import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { readingJob } from './jobs.ts';
import type { Arrived, Original } from './message.ts';
import { insertWaiting } from './store.ts';

/**
 * Keeps what came by a channel, as it came, and has it read afterwards; the caller acknowledges after the commit.
 * `account` is the line or account that it came by.
 */
export async function takeIn(
  ctx: Context,
  channel: string,
  account: string,
  arrived: readonly (Arrived & Original)[],
): Promise<void> {
  if (arrived.length === 0) return;
  const senders = await insertWaiting(ctx, channel, account, arrived);
  await writeTogether(ctx.tx, jobWrites([...senders].map((sender) => readingJob(channel, sender, ctx.now))));
}

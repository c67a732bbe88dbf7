import { uuidv7 } from '../../platform/crypto/random.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { replyJob } from './jobs.ts';
import type { LineTestMessage } from './message.ts';
import { testWrites } from './store.ts';

/** Queues words of ours to an address, as the answer to a message that never came: it lives and dies like any other. */
export async function queueTest(ctx: Context, test: LineTestMessage): Promise<string> {
  const id = uuidv7(Date.parse(ctx.now));
  await writeTogether(ctx.tx, [...testWrites(ctx, id, test), ...jobWrites([replyJob(id, ctx.now)])]);
  return id;
}

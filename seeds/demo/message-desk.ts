import { sql } from 'kysely';
import type { Channel } from '../../src/channels/channel.ts';
import { systemActor } from '../../src/domain/access/actor.ts';
import {
  type Arrived,
  noteDelivery,
  type Original,
  readWaiting,
  SendFailed,
  sendReply,
  type TextSender,
  takeIn,
} from '../../src/features/messages/index.ts';
import { uuidv7 } from '../../src/platform/crypto/random.ts';
import type { Stage } from './stage.ts';

/** What a line that there is not makes of an answer. */
export type PretendedLine = 'sent' | 'delivered' | 'refused';

interface Read {
  readonly id: string;
  readonly caseId: string | null;
}

/**
 * A message is kept, read and answered at the moment of its scene, as the worker would, and its jobs are taken out of the
 * queue. The answer goes nowhere: the line is pretended.
 */
export async function readAndAnswer(
  stage: Stage,
  channel: Channel,
  arrived: Arrived & Original,
  line: PretendedLine,
): Promise<Read> {
  const ctx = stage.as(systemActor);
  const account = channel.id === 'sms' ? 'sms-peragaan' : 'surel-peragaan';
  await takeIn(ctx, channel.id, account, [arrived]);
  const { rows } = await sql<{ payload: { channel: string; sender: string } }>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = 'read-messages' returning j.payload`.execute(ctx.tx);
  for (const { payload } of rows) await readWaiting((job) => job(ctx), channel, payload);
  const read = await ctx.tx
    .selectFrom('messages')
    .select(['id', 'case_id as caseId'])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  await sql`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = 'send-reply'`.execute(ctx.tx);
  const sent = uuidv7(Date.parse(ctx.now));
  await sendReply(ctx, read.id, () => pretended(account, sent, line));
  if (line === 'delivered') await noteDelivery(ctx, channel.id, account, [{ id: sent, state: 'delivered' }]);
  return read;
}

function pretended(account: string, id: string, line: PretendedLine): TextSender {
  return {
    send: () =>
      line === 'refused'
        ? Promise.reject(new SendFailed('smpp 11', true))
        : Promise.resolve({ account, ids: [id] }),
  };
}

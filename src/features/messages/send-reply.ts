import { afterFailure } from '../../domain/delivery/policy.ts';
import { isPending } from '../../domain/delivery/states.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { replyJob } from './jobs.ts';
import { SendFailed, type TextSender } from './message.ts';
import { writeSent } from './sent-parts.ts';
import { lockForReply } from './store.ts';

/**
 * Sends the answer to one message, by the line that it came by where that is up. What did not go out is tried again when
 * `domain/delivery` says. Sending twice is possible only where the process dies between the operator's yes and the commit.
 */
export async function sendReply(
  ctx: Context,
  id: string,
  senderOf: (channel: string) => TextSender | null,
): Promise<void> {
  const message = await lockForReply(ctx, id);
  if (message === undefined || !isPending(message.reply ?? '')) return;
  const { channel, account, queued_at: queuedAt } = message;
  const { from, reply, heading } = message.content;
  if (reply === undefined) return;
  const attempts = message.attempts + 1;
  try {
    const sender = senderOf(channel);
    if (sender === null) throw new SendFailed('no line', false);
    const sent = await sender.send(from, reply, account, { id, heading: heading ?? null });
    await ctx.tx
      .updateTable('messages')
      .set({ reply: 'sent', attempts, last_error: null, next_at: null, updated_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await writeSent(ctx, channel, sent, { messageId: id });
  } catch (error) {
    if (!(error instanceof SendFailed)) throw error;
    const tried = { channel, attempts, queuedAt: queuedAt ?? ctx.now, now: ctx.now };
    const { state, nextAt } = afterFailure(tried, error.permanent ? 'permanent' : 'passing');
    await writeTogether(ctx.tx, [
      ctx.tx
        .updateTable('messages')
        .set({ reply: state, attempts, last_error: error.message, next_at: nextAt, updated_at: ctx.now })
        .where('id', '=', id),
      ...jobWrites(nextAt === null ? [] : [replyJob(id, nextAt)]),
    ]);
  }
}

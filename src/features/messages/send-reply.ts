import type { Context } from '../context/index.ts';
import { SendFailed, type TextSender } from './message.ts';
import { replyAttempts } from './read-waiting.ts';
import { writeSent } from './sent-parts.ts';
import { lockForReply } from './store.ts';

/**
 * Sends the answer to one message, by the line that it came by where that is up. `retry` asks the queue to come again.
 * Sending twice is possible only where the process dies between the operator's yes and the commit.
 */
export async function sendReply(
  ctx: Context,
  id: string,
  senderOf: (channel: string) => TextSender | null,
): Promise<'sent' | 'retry' | 'given-up' | 'nothing-to-do'> {
  const message = await lockForReply(ctx, id);
  if (message === undefined || !['queued', 'failed'].includes(message.reply ?? '')) return 'nothing-to-do';
  const { channel, account, content, attempts } = message;
  const sender = senderOf(channel);
  if (sender === null || content.reply === undefined) return 'retry';
  try {
    const sent = await sender.send(content.from, content.reply, account, {
      id,
      heading: content.heading ?? null,
    });
    await mark(ctx, id, { reply: 'sent', attempts: attempts + 1, last_error: null });
    await writeSent(ctx, channel, sent, { messageId: id });
    return 'sent';
  } catch (error) {
    if (!(error instanceof SendFailed)) throw error;
    const isLast = error.permanent || attempts + 1 >= replyAttempts;
    const reply = isLast ? 'given-up' : 'failed';
    await mark(ctx, id, { reply, attempts: attempts + 1, last_error: error.message });
    return isLast ? 'given-up' : 'retry';
  }
}

async function mark(
  ctx: Context,
  id: string,
  change: { reply: 'sent' | 'failed' | 'given-up'; attempts: number; last_error: string | null },
): Promise<void> {
  await ctx.tx
    .updateTable('messages')
    .set({ ...change, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

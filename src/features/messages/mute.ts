import type { Context } from '../context/index.ts';
import { senderHash } from './sender.ts';

/** Sends this number no more news of its own accord; what it asks is still answered. */
export async function mute(ctx: Context, channel: string, from: string): Promise<void> {
  const sender = senderHash(ctx.office, channel, from);
  await ctx.tx
    .insertInto('muted_senders')
    .values({ channel, sender, at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function unmute(ctx: Context, channel: string, from: string): Promise<void> {
  await ctx.tx
    .deleteFrom('muted_senders')
    .where('channel', '=', channel)
    .where('sender', '=', senderHash(ctx.office, channel, from))
    .execute();
}

export async function isMuted(ctx: Context, channel: string, to: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('muted_senders')
    .select('at')
    .where('channel', '=', channel)
    .where('sender', '=', senderHash(ctx.office, channel, to))
    .executeTakeFirst();
  return row !== undefined;
}

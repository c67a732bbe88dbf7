import { sql } from 'kysely';
import { afterFailure } from '../../domain/delivery/policy.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { deliveryJob, otherWayJob, replyJob } from './jobs.ts';
import type { SentText } from './message.ts';

/** Whose parts they are: an answer to a message, or a notice. */
type Owner = { readonly messageId: string } | { readonly notificationId: string };

/**
 * Remembers by what ids the other side will tell of what was sent; it may have told already. What it tells late of an
 * earlier attempt counts no more; a mail goes by the same id each time, so what was told of it before is forgotten.
 */
export async function writeSent(
  ctx: Context,
  channel: string,
  { account, ids }: SentText,
  owner: Owner,
): Promise<void> {
  if (ids.length === 0) return;
  const whose = {
    message_id: 'messageId' in owner ? owner.messageId : null,
    notification_id: 'notificationId' in owner ? owner.notificationId : null,
  };
  await ctx.tx
    .updateTable('sent_parts')
    .set({
      message_id: null,
      notification_id: null,
      outcome: sql`case when source_id = any (${[...ids]}::text[]) then null else outcome end`,
    })
    .where((eb) =>
      'messageId' in owner
        ? eb('message_id', '=', owner.messageId)
        : eb('notification_id', '=', owner.notificationId),
    )
    .execute();
  const rows = await ctx.tx
    .insertInto('sent_parts')
    .values(ids.map((source_id) => ({ channel, account, source_id, at: ctx.now, ...whose })))
    .onConflict((conflict) => conflict.columns(['channel', 'account', 'source_id']).doUpdateSet(whose))
    .returning('outcome')
    .execute();
  const told = rows.map(({ outcome }) => outcome).filter((one) => one !== null);
  if (told.length > 0) await passOn(ctx, channel, whose, told);
}

export interface DeliveryNews {
  readonly id: string;
  readonly state: 'delivered' | 'failed';
}

/** Writes down what the other side tells of parts that we sent. */
export async function noteDelivery(
  ctx: Context,
  channel: string,
  account: string,
  news: readonly DeliveryNews[],
): Promise<void> {
  for (const { id, state } of news) {
    const row = await ctx.tx
      .insertInto('sent_parts')
      .values({ channel, account, source_id: id, outcome: state, at: ctx.now })
      .onConflict((conflict) =>
        conflict.columns(['channel', 'account', 'source_id']).doUpdateSet({ outcome: state }),
      )
      .returning(['message_id', 'notification_id'])
      .executeTakeFirstOrThrow();
    await passOn(ctx, channel, row, [state]);
  }
}

/** Delivered once a part was; failed as soon as one was not, whatever became of the others. */
async function passOn(
  ctx: Context,
  channel: string,
  { message_id, notification_id }: { message_id: string | null; notification_id: string | null },
  told: readonly string[],
): Promise<void> {
  const isLost = told.includes('failed');
  if (message_id !== null && isLost) await replyLost(ctx, channel, message_id);
  else if (message_id !== null) {
    await ctx.tx
      .updateTable('messages')
      .set({ reply: 'delivered', updated_at: ctx.now })
      .where('id', '=', message_id)
      .where('reply', '=', 'sent')
      .execute();
  }
  if (notification_id !== null && isLost) await noticeLost(ctx, channel, notification_id);
  else if (notification_id !== null) {
    await ctx.tx
      .updateTable('notifications')
      .set({ status: 'delivered', updated_at: ctx.now })
      .where('id', '=', notification_id)
      .where('status', '=', 'sent')
      .execute();
  }
}

async function replyLost(ctx: Context, channel: string, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('messages')
    .select(['attempts', 'queued_at'])
    .where('id', '=', id)
    .where('reply', 'in', ['sent', 'delivered'])
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return;
  const { state, ...lost } = lostAfter(ctx, channel, row);
  await writeTogether(ctx.tx, [
    ctx.tx
      .updateTable('messages')
      .set({ ...lost, reply: state })
      .where('id', '=', id),
    ...jobWrites(lost.next_at === null ? [] : [replyJob(id, lost.next_at)]),
  ]);
}

async function noticeLost(ctx: Context, channel: string, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('notifications')
    .select(['attempts', 'queued_at'])
    .where('id', '=', id)
    .where('status', 'in', ['sent', 'delivered'])
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return;
  const { state, ...lost } = lostAfter(ctx, channel, row);
  const job = lost.next_at === null ? otherWayJob(id, ctx.now) : deliveryJob(id, lost.next_at);
  await writeTogether(ctx.tx, [
    ctx.tx
      .updateTable('notifications')
      .set({ ...lost, status: state })
      .where('id', '=', id),
    ...jobWrites([job]),
  ]);
}

function lostAfter(
  ctx: Context,
  channel: string,
  { attempts, queued_at: queuedAt }: { readonly attempts: number; readonly queued_at: string | null },
) {
  const tried = { channel, attempts, queuedAt: queuedAt ?? ctx.now, now: ctx.now };
  const { state, nextAt } = afterFailure(tried, 'not-delivered');
  return { state, next_at: nextAt, last_error: 'not delivered', updated_at: ctx.now };
}

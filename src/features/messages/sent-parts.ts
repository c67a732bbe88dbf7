import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import type { SentText } from './message.ts';

/** Whose parts they are: an answer to a message, or a notice. */
type Owner = { readonly messageId: string } | { readonly notificationId: string };

/** Remembers by what ids the other side will tell of what was sent; it may have told already. */
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
  const rows = await ctx.tx
    .insertInto('sent_parts')
    .values(ids.map((source_id) => ({ channel, account, source_id, at: ctx.now, ...whose })))
    .onConflict((conflict) => conflict.columns(['channel', 'account', 'source_id']).doUpdateSet(whose))
    .returning('outcome')
    .execute();
  const told = rows.map(({ outcome }) => outcome).filter((one) => one !== null);
  if (told.length > 0) await passOn(ctx.tx, whose, told, ctx.now);
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
    await passOn(ctx.tx, row, [state], ctx.now);
  }
}

/** Delivered once a part was; failed as soon as one was not, whatever became of the others. */
async function passOn(
  tx: Kysely<Schema>,
  { message_id, notification_id }: { message_id: string | null; notification_id: string | null },
  told: readonly string[],
  now: string,
): Promise<void> {
  const failed = told.includes('failed');
  const outcome = failed ? 'failed' : 'delivered';
  const error = failed ? 'not delivered' : null;
  if (message_id !== null) {
    await sql`update messages set reply = ${outcome}, last_error = ${error}, updated_at = ${now}
      where id = ${message_id} and (reply = 'sent' or (reply = 'delivered' and ${failed}))`.execute(tx);
  }
  if (notification_id !== null) {
    await sql`update notifications set status = ${outcome}, last_error = ${error}, updated_at = ${now}
      where id = ${notification_id} and (status = 'sent' or (status = 'delivered' and ${failed}))`.execute(
      tx,
    );
  }
}

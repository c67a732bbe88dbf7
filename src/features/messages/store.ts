import { sql } from 'kysely';
import type { Seal } from '../../platform/crypto/keys.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { type Write, writeTogether } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import { keyOf } from '../sealed-keys/index.ts';
import type { Arrived, TakenAs } from './message.ts';
import { senderHash } from './sender.ts';

/** What lies sealed of a message. */
export interface MessageContent extends Arrived {
  readonly reply?: string;
}

export interface KeptMessage {
  readonly id: string;
  readonly account: string;
  readonly receivedAt: string;
  readonly content: MessageContent;
  readonly seal: Seal;
}

const part = 'message';
const wrappedKey = keyOf(sql.ref('messages.id')).as('wrapped');

/** Keeps messages in the order in which they came, sealed, waiting to be read. Gives the senders. */
export async function insertWaiting(
  ctx: Context,
  channel: string,
  account: string,
  arrived: readonly Arrived[],
): Promise<ReadonlySet<string>> {
  const rows = arrived.map((one) => {
    const id = uuidv7(Date.parse(ctx.now));
    const { wrappedKey: wrapped, seal } = ctx.office.keys.newSeal(id);
    const sealed = seal.close(JSON.stringify(one), part);
    return { id, wrapped, sealed, sender: senderHash(ctx.office, channel, one.from) };
  });
  await writeTogether(ctx.tx, [
    ctx.tx.insertInto('vault.keys').values(rows.map(({ id, wrapped }) => ({ subject: id, wrapped }))),
    ctx.tx.insertInto('messages').values(
      rows.map(({ id, sealed, sender }) => ({
        id,
        channel,
        account,
        sender,
        received_at: ctx.now,
        state: 'waiting' as const,
        taken_as: null,
        case_id: null,
        content: sealed,
        reply: null,
        last_error: null,
        updated_at: ctx.now,
      })),
    ),
  ]);
  return new Set(rows.map(({ sender }) => sender.toString('hex')));
}

/** What one sender wrote that nobody has read, oldest first; held until the end of the transaction. */
export async function lockWaiting(
  ctx: Context,
  channel: string,
  sender: Buffer,
  most: number,
): Promise<readonly KeptMessage[]> {
  const rows = await ctx.tx
    .selectFrom('messages')
    .select(['id', 'account', 'received_at', 'content', wrappedKey])
    .where('channel', '=', channel)
    .where('sender', '=', sender)
    .where('state', '=', 'waiting')
    .orderBy('seq')
    .limit(most)
    .forUpdate()
    .execute();
  return rows.map((row) => opened(ctx, row));
}

/** How many messages of a sender were read since then. */
export async function countRead(
  ctx: Context,
  channel: string,
  sender: Buffer,
  since: string,
): Promise<number> {
  const row = await ctx.tx
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('channel', '=', channel)
    .where('sender', '=', sender)
    .where('received_at', '>=', since)
    .where('state', '=', 'read')
    .where('taken_as', '<>', 'part')
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export interface Outcome {
  readonly state: 'read' | 'set-aside';
  readonly takenAs: TakenAs;
  readonly caseId: string | null;
  readonly reply: string | null;
}

/** Writes down what a message was taken for, and under its seal what goes back. */
export function outcomeWrite(ctx: Context, { id, content, seal }: KeptMessage, outcome: Outcome): Write {
  const { state, takenAs, caseId, reply } = outcome;
  const answered = {
    reply: 'queued' as const,
    content: seal.close(JSON.stringify({ ...content, reply }), part),
  };
  return ctx.tx
    .updateTable('messages')
    .set({
      state,
      taken_as: takenAs,
      case_id: caseId,
      updated_at: ctx.now,
      ...(reply === null ? {} : answered),
    })
    .where('id', '=', id);
}

/** One message whose answer is to be sent, held until the end of the transaction. */
export async function lockForReply(ctx: Context, id: string) {
  const row = await ctx.tx
    .selectFrom('messages')
    .select(['id', 'channel', 'account', 'received_at', 'content', 'reply', 'attempts', wrappedKey])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, ...opened(ctx, row) };
}

interface Row {
  readonly id: string;
  readonly account: string;
  readonly received_at: string;
  readonly content: Buffer;
  readonly wrapped: Buffer | null;
}

function opened(ctx: Context, { id, account, received_at: receivedAt, content, wrapped }: Row): KeptMessage {
  if (wrapped === null) throw new Error('a message without its key');
  const seal = ctx.office.keys.openSeal(wrapped, id);
  return {
    id,
    account,
    receivedAt,
    seal,
    content: JSON.parse(seal.open(content, part).toString()) as MessageContent,
  };
}

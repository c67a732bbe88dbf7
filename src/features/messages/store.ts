import { sql } from 'kysely';
import type { Seal } from '../../platform/crypto/keys.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { type Write, writeTogether } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import { keyOf } from '../sealed-keys/index.ts';
import { type Arrived, type Heading, type Original, type TakenAs, uncounted } from './message.ts';
import { senderHash } from './sender.ts';

/** What lies sealed of a message. */
export interface MessageContent extends Arrived {
  readonly reply?: string;
  readonly heading?: Heading;
}

export interface KeptMessage {
  readonly id: string;
  readonly account: string;
  readonly receivedAt: string;
  readonly content: MessageContent;
  readonly seal: Seal;
  readonly hasRaw: boolean;
}

const part = 'message';
const rawPart = 'raw';
const wrappedKey = keyOf(sql.ref('messages.id')).as('wrapped');

/**
 * Keeps messages in the order in which they came, sealed, waiting to be read; what is there already is left out. Gives
 * the senders.
 */
export async function insertWaiting(
  ctx: Context,
  channel: string,
  account: string,
  arrived: readonly (Arrived & Original)[],
): Promise<ReadonlySet<string>> {
  const fresh = await leaveOutKnown(ctx, channel, arrived);
  if (fresh.length === 0) return new Set();
  const rows = [];
  for (const { one, sourceId } of fresh) {
    const id = uuidv7(Date.parse(ctx.now));
    const { wrappedKey: wrapped, seal } = ctx.office.keys.newSeal(id);
    const { raw, sourceId: _named, ...content } = one;
    // Before the row that names it: what nothing names does no harm.
    if (raw !== undefined) await ctx.office.files.put(id, seal.close(raw, rawPart));
    const sealed = seal.close(JSON.stringify(content), part);
    const sender = senderHash(ctx.office, channel, one.from);
    rows.push({ id, wrapped, sealed, sender, sourceId, hasRaw: raw !== undefined });
  }
  await writeTogether(ctx.tx, [
    ctx.tx.insertInto('vault.keys').values(rows.map(({ id, wrapped }) => ({ subject: id, wrapped }))),
    ctx.tx.insertInto('messages').values(
      rows.map(({ id, sealed, sender, sourceId, hasRaw }) => ({
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
        source_id: sourceId,
        has_raw: hasRaw,
      })),
    ),
  ]);
  return new Set(rows.map(({ sender }) => sender.toString('hex')));
}

async function leaveOutKnown(ctx: Context, channel: string, arrived: readonly (Arrived & Original)[]) {
  const named = arrived.map((one) => ({ one, sourceId: sourceHash(ctx, one) }));
  const ids = named.flatMap(({ sourceId }) => sourceId ?? []);
  if (ids.length === 0) return named;
  const rows = await ctx.tx
    .selectFrom('messages')
    .select('source_id')
    .where('channel', '=', channel)
    .where('source_id', 'in', ids)
    .execute();
  const known = new Set(rows.map(({ source_id }) => source_id?.toString('hex')));
  return named.filter(({ sourceId }) => {
    if (sourceId === null) return true;
    const name = sourceId.toString('hex');
    if (known.has(name)) return false;
    known.add(name);
    return true;
  });
}

/** Keyed: what a message is called at its source tells who sent it. */
function sourceHash({ office }: Context, { sourceId }: Original): Buffer | null {
  return sourceId === undefined ? null : office.keys.hash('message-source', sourceId).subarray(0, 16);
}

/** The message as it came; null where its words are all there is. */
export async function readRaw(
  ctx: Context,
  { id, hasRaw, seal }: Pick<KeptMessage, 'id' | 'hasRaw' | 'seal'>,
): Promise<Buffer | null> {
  return hasRaw ? seal.open(await ctx.office.files.get(id), rawPart) : null;
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
    .select(['id', 'account', 'received_at', 'content', 'has_raw', wrappedKey])
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
    .where('taken_as', 'not in', [...uncounted])
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** How often somebody was answered about a case since then, each time for the same thing. */
export async function countAnswered(
  ctx: Context,
  { channel, from, caseId, takenAs }: Answered,
  since: string,
): Promise<number> {
  const row = await ctx.tx
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('channel', '=', channel)
    .where('sender', '=', senderHash(ctx.office, channel, from))
    .where('received_at', '>=', since)
    .where('case_id', '=', caseId)
    .where('taken_as', '=', takenAs)
    .where('reply', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

interface Answered {
  readonly channel: string;
  readonly from: string;
  readonly caseId: string;
  readonly takenAs: TakenAs;
}

export interface Outcome {
  readonly state: 'read' | 'set-aside';
  readonly takenAs: TakenAs;
  readonly caseId: string | null;
  readonly reply: string | null;
  readonly heading?: Heading | undefined;
}

/** Writes down what a message was taken for, and under its seal what goes back. */
export function outcomeWrite(ctx: Context, { id, content, seal }: KeptMessage, outcome: Outcome): Write {
  const { state, takenAs, caseId, reply, heading } = outcome;
  const answered = {
    reply: 'queued' as const,
    content: seal.close(JSON.stringify({ ...content, reply, heading }), part),
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
    .select([
      'id',
      'channel',
      'account',
      'received_at',
      'content',
      'has_raw',
      'reply',
      'attempts',
      wrappedKey,
    ])
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
  readonly has_raw: boolean;
  readonly wrapped: Buffer | null;
}

function opened(ctx: Context, row: Row): KeptMessage {
  const { id, account, received_at: receivedAt, content, wrapped } = row;
  if (wrapped === null) throw new Error('a message without its key');
  const seal = ctx.office.keys.openSeal(wrapped, id);
  return {
    id,
    account,
    receivedAt,
    hasRaw: row.has_raw,
    seal,
    content: JSON.parse(seal.open(content, part).toString()) as MessageContent,
  };
}

import { sql } from 'kysely';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { type Write, writeTogether } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import {
  type KeptMessage,
  type MessageContent,
  opened,
  part,
  rawPart,
  tryOpen,
  wrappedKey,
} from './kept-message.ts';
import {
  type Arrived,
  type Heading,
  type LineTestMessage,
  type Original,
  type TakenAs,
  uncounted,
} from './message.ts';
import { senderHash } from './sender.ts';

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
    const { raw, institution = null, sourceId: _named, ...content } = one;
    // Before the row that names it: what nothing names does no harm.
    if (raw !== undefined) await ctx.office.files.put(id, seal.close(raw, rawPart));
    const sealed = seal.close(JSON.stringify(content), part);
    const sender = senderHash(ctx.office, channel, one.from);
    rows.push({ id, wrapped, sealed, sender, sourceId, institution, hasRaw: raw !== undefined });
  }
  await writeTogether(ctx.tx, [
    ctx.tx.insertInto('vault.keys').values(rows.map(({ id, wrapped }) => ({ subject: id, wrapped }))),
    ctx.tx.insertInto('messages').values(
      rows.map(({ id, sealed, sender, sourceId, institution, hasRaw }) => ({
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
        institution_id: institution,
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

/**
 * What one sender wrote that nobody has read, oldest first; held until the end of the transaction. `closed` are those
 * that nobody can open any more.
 */
export async function lockWaiting(
  ctx: Context,
  channel: string,
  sender: Buffer,
  most: number,
): Promise<{ readonly open: readonly KeptMessage[]; readonly closed: readonly string[] }> {
  const rows = await ctx.tx
    .selectFrom('messages')
    .select(['id', 'account', 'received_at', 'content', 'has_raw', 'let_in', wrappedKey])
    .where('channel', '=', channel)
    .where('sender', '=', sender)
    .where('state', '=', 'waiting')
    .orderBy('seq')
    .limit(most)
    .forUpdate()
    .execute();
  const tried = rows.map((row) => ({ id: row.id, message: tryOpen(ctx, row) }));
  return {
    open: tried.flatMap(({ message }) => message ?? []),
    closed: tried.flatMap(({ id, message }) => (message === null ? [id] : [])),
  };
}

/** Nobody will ever read these: their key is gone, or what they seal is damaged. */
export async function setAsideClosed(ctx: Context, ids: readonly string[]): Promise<void> {
  await ctx.tx
    .updateTable('messages')
    .set({ ...laidAside(ctx), taken_as: 'unreadable', last_error: 'sealed for ever' })
    .where('id', 'in', [...ids])
    .execute();
}

/** So often reading is tried, over some minutes; then a person has to look. */
const mostReadings = 5;

/**
 * Writes down that reading these parts of one message failed once more. True where that was the last time: they are set
 * aside, and no longer in the way of what the sender wrote after them.
 */
export async function noteUnread(ctx: Context, ids: readonly string[]): Promise<boolean> {
  const rows = await ctx.tx
    .updateTable('messages')
    .set((eb) => ({ readings: eb('readings', '+', 1), updated_at: ctx.now }))
    .where('id', 'in', [...ids])
    .where('state', '=', 'waiting')
    .returning('readings')
    .execute();
  if (rows.some(({ readings }) => readings < mostReadings)) return false;
  const [first, ...others] = ids.map((id) => ctx.tx.updateTable('messages').where('id', '=', id));
  await writeTogether(ctx.tx, [
    ...(first === undefined
      ? []
      : [first.set({ ...laidAside(ctx), taken_as: 'unreadable', last_error: 'reading failed' })]),
    ...others.map((one) => one.set({ ...laidAside(ctx), taken_as: 'part', part_of: ids[0] ?? null })),
  ]);
  return true;
}

function laidAside(ctx: Context) {
  return { state: 'set-aside' as const, institution_id: institutionOf(ctx, null), updated_at: ctx.now };
}

/** In whose list a message stands: its case's, else its mailbox's, else the one's that takes in what names none. */
function institutionOf({ office }: Context, caseId: string | null) {
  return sql<string>`coalesce(
    (select c.institution_id from cases c where c.id = ${caseId}::uuid), messages.institution_id, ${office.defaultInstitution}::text,
    (select i.id from institutions i where i.active order by i.created_at, i.id limit 1))`;
}

/** How many messages of a sender were read since then, and whether somebody lets them write as they like. */
export async function countRead(
  ctx: Context,
  channel: string,
  sender: Buffer,
  since: string,
): Promise<{ readonly read: number; readonly isAllowed: boolean }> {
  const row = await ctx.tx
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('read'))
    .select(
      sql<boolean>`exists (select from allowed_senders a where a.channel = ${channel} and a.sender = ${sender})`.as(
        'isAllowed',
      ),
    )
    .where('channel', '=', channel)
    .where('sender', '=', sender)
    .where('received_at', '>=', since)
    .where('state', '=', 'read')
    .where('taken_as', 'not in', [...uncounted])
    .executeTakeFirstOrThrow();
  return { read: Number(row.read), isAllowed: row.isAllowed };
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
  /** The message that it is a late part of. */
  readonly lateFor?: string | undefined;
  /** The first part of the message, where this is another one. */
  readonly partOf?: string;
}

/** Writes down what a message was taken for, and under its seal what goes back. */
export function outcomeWrite(ctx: Context, { id, content, seal }: KeptMessage, outcome: Outcome): Write {
  const { state, takenAs, caseId, reply, heading, lateFor, partOf = null } = outcome;
  const sealed = lateFor === undefined ? content : { ...content, lateFor };
  const answered = {
    reply: 'queued' as const,
    attempts: 0,
    queued_at: ctx.now,
    next_at: null,
    given_up_as: null,
    content: seal.close(JSON.stringify({ ...sealed, reply, heading }), part),
  };
  return ctx.tx
    .updateTable('messages')
    .set({
      state,
      taken_as: takenAs,
      case_id: caseId,
      part_of: partOf,
      institution_id: institutionOf(ctx, caseId),
      updated_at: ctx.now,
      ...(lateFor === undefined ? {} : { content: seal.close(JSON.stringify(sealed), part) }),
      ...(reply === null ? {} : answered),
    })
    .where('id', '=', id);
}

/** What keeps words of ours to an address, sealed, as the answer to a message that never came. */
export function testWrites(
  ctx: Context,
  id: string,
  { channel, account, to, text, institution }: LineTestMessage,
): readonly Write[] {
  const { wrappedKey: wrapped, seal } = ctx.office.keys.newSeal(id);
  const content: MessageContent = { from: to, to: '', text: '', part: null, reply: text };
  return [
    ctx.tx.insertInto('vault.keys').values({ subject: id, wrapped }),
    ctx.tx.insertInto('messages').values({
      id,
      channel,
      account,
      sender: senderHash(ctx.office, channel, to),
      received_at: ctx.now,
      state: 'read',
      taken_as: 'test',
      case_id: null,
      institution_id: institution ?? institutionOf(ctx, null),
      content: seal.close(JSON.stringify(content), part),
      reply: 'queued',
      queued_at: ctx.now,
      last_error: null,
      updated_at: ctx.now,
    }),
  ];
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
      'queued_at',
      wrappedKey,
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, ...opened(ctx, row) };
}

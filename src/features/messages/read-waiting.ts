import { reporterActor } from '../../domain/access/actor.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { translate } from '../../platform/i18n/index.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { readingJob, replyJob } from './jobs.ts';
import { type Joined, joinParts } from './join-parts.ts';
import { type KeptMessage, readRaw } from './kept-message.ts';
import { findLateFor } from './late-parts.ts';
import { type Handled, type MessageReader, setAside, type WholeMessage } from './message.ts';
import { countRead, lockWaiting, noteUnread, outcomeWrite, setAsideClosed } from './store.ts';

/** Runs `job` in a transaction of its own, as the system. */
type Work = <T>(job: (ctx: Context) => Promise<T>) => Promise<T>;

/** As many messages are read in one job, and so many of one sender in an hour; the others are set aside to be looked at. */
const mostInOneJob = 50;
const mostInAnHour = 60;

/**
 * Reads what a sender wrote, in order and each message in a transaction of its own: what it asks for, what is answered
 * and that it was read commit together. Runs twice without harm. What lacks a part is looked at again later. What
 * cannot be read, tried some minutes long, is set aside for a person, and the next one read.
 */
export async function readWaiting(
  work: Work,
  reader: MessageReader,
  { channel, sender }: { readonly channel: string; readonly sender: string },
): Promise<void> {
  const from = { channel, hash: Buffer.from(sender, 'hex') };
  for (;;) {
    let inHand: readonly string[] = [];
    try {
      const next = await work((ctx) => readNext(ctx, reader, from, (ids) => (inHand = ids)));
      if (next === 'done') return;
    } catch (error) {
      const held = inHand;
      if (held.length === 0 || !(await work((ctx) => noteUnread(ctx, held)))) throw error;
    }
  }
}

interface From {
  readonly channel: string;
  readonly hash: Buffer;
}

async function readNext(
  ctx: Context,
  reader: MessageReader,
  { channel, hash }: From,
  takeInHand: (ids: readonly string[]) => void,
): Promise<'again' | 'done'> {
  takeInHand([]);
  const { open, closed } = await lockWaiting(ctx, channel, hash, mostInOneJob);
  if (closed.length > 0) await setAsideClosed(ctx, closed);
  const { whole, until } = joinParts(open, ctx.now, (number, total) =>
    translate(ctx.locale, 'sms.part-missing', { number, total }),
  );
  const [first] = whole;
  if (first === undefined) {
    const later = until === null ? [] : jobWrites([readingJob(channel, hash.toString('hex'), until, true)]);
    await writeTogether(ctx.tx, later);
    return 'done';
  }
  takeInHand(first.pieces.map(({ id }) => id));
  await writeDown(ctx, first, await understand(ctx, reader, { channel, hash }, first));
  return 'again';
}

/** As its channel reads it, unless its sender writes too much; a person's word stands above both. */
async function understand(
  ctx: Context,
  reader: MessageReader,
  { channel, hash }: From,
  joined: Joined<KeptMessage>,
): Promise<Handled> {
  const {
    pieces: [first],
    text,
  } = joined;
  const anHourAgo = new Date(Date.parse(ctx.now) - 3_600_000).toISOString();
  const { read, isAllowed } = await countRead(ctx, channel, hash, anHourAgo);
  const isLetIn = isAllowed || first.letIn !== null;
  if (!isLetIn && read >= mostInAnHour) return { takenAs: 'too-many', caseId: null, answer: null };
  const asReporter = { ...ctx, actor: reporterActor };
  const late =
    first.letIn === null && joined.isTorn
      ? await takeLate(asReporter, reader, { channel, hash }, joined)
      : null;
  if (late !== null) return late;
  const { id, account, receivedAt, content } = first;
  const raw = await readRaw(ctx, first);
  const message: WholeMessage = {
    id,
    account,
    from: content.from,
    text,
    at: content.at ?? receivedAt,
    raw,
    isLetIn,
  };
  return first.letIn === 'report'
    ? reader.takeAsReport(asReporter, message)
    : reader.read(asReporter, message);
}

/**
 * What came after its message was read without it goes where that went: to its case, answered once; to what waits for a
 * person; else it waits for one itself. Null where it is late for nothing.
 */
async function takeLate(
  ctx: Context,
  reader: MessageReader,
  { channel, hash }: From,
  joined: Joined<KeptMessage>,
): Promise<Handled | null> {
  const late = await findLateFor(ctx, channel, hash, joined);
  if (late === undefined || reader.addLate === undefined) return null;
  const { id, caseId, isRepeated, isAnswered } = late;
  if (late.isSetAside) return { takenAs: 'part', caseId: null, answer: null, partOf: id, isSetAside: true };
  if (isRepeated) return { takenAs: 'part', caseId, answer: null, lateFor: id };
  if (caseId === null) return { takenAs: 'late-part', caseId, answer: null, lateFor: id };
  const byNumber = new Map(
    joined.pieces.flatMap(({ content: { part, text } }) => (part ? [[part.number, { ...part, text }]] : [])),
  );
  const parts = [...byNumber.values()].toSorted((a, b) => a.number - b.number);
  const handled = await reader.addLate(ctx, { caseId, parts });
  return { ...handled, answer: isAnswered ? null : handled.answer, lateFor: id };
}

/** The first part carries the outcome and the answer of the whole. */
async function writeDown(ctx: Context, { pieces }: Joined<KeptMessage>, handled: Handled): Promise<void> {
  const { takenAs, caseId, answer, heading, partOf, lateFor } = handled;
  const state = handled.isSetAside || setAside.includes(takenAs) ? 'set-aside' : 'read';
  const [first, ...others] = pieces;
  await writeTogether(ctx.tx, [
    outcomeWrite(ctx, first, {
      state,
      takenAs,
      caseId,
      reply: answer,
      heading,
      lateFor,
      ...(partOf === undefined ? {} : { partOf }),
    }),
    ...others.map((one) =>
      outcomeWrite(ctx, one, {
        state,
        takenAs: 'part',
        caseId,
        reply: null,
        lateFor,
        partOf: partOf ?? first.id,
      }),
    ),
    ...jobWrites(answer === null ? [] : [replyJob(first.id, ctx.now)]),
  ]);
}

import { reporterActor } from '../../domain/access/actor.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { translate } from '../../platform/i18n/index.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { readingJob, replyJob } from './jobs.ts';
import { type Joined, joinParts } from './join-parts.ts';
import { type KeptMessage, readRaw } from './kept-message.ts';
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
  { pieces: [first], text }: Joined<KeptMessage>,
): Promise<Handled> {
  const anHourAgo = new Date(Date.parse(ctx.now) - 3_600_000).toISOString();
  const { read, isAllowed } = await countRead(ctx, channel, hash, anHourAgo);
  const isLetIn = isAllowed || first.letIn !== null;
  if (!isLetIn && read >= mostInAnHour) return { takenAs: 'too-many', caseId: null, answer: null };
  const asReporter = { ...ctx, actor: reporterActor };
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

/** The first part carries the outcome and the answer of the whole. */
async function writeDown(ctx: Context, { pieces }: Joined<KeptMessage>, handled: Handled): Promise<void> {
  const { takenAs, caseId, answer, heading } = handled;
  const state = setAside.includes(takenAs) ? 'set-aside' : 'read';
  const [first, ...others] = pieces;
  await writeTogether(ctx.tx, [
    outcomeWrite(ctx, first, { state, takenAs, caseId, reply: answer, heading }),
    ...others.map((one) =>
      outcomeWrite(ctx, one, { state, takenAs: 'part', caseId, reply: null, partOf: first.id }),
    ),
    ...jobWrites(answer === null ? [] : [replyJob(first.id, ctx.now)]),
  ]);
}

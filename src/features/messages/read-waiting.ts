import { reporterActor } from '../../domain/access/actor.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { translate } from '../../platform/i18n/index.ts';
import { jobWrites, type NewJob } from '../../platform/jobs/enqueue.ts';
import type { Context } from '../context/index.ts';
import { type Joined, joinParts } from './join-parts.ts';
import { type Handled, type MessageReader, setAside, type WholeMessage } from './message.ts';
import { countRead, type KeptMessage, lockWaiting, outcomeWrite, readRaw } from './store.ts';
import { readingJob } from './take-in.ts';

/** Runs `job` in a transaction of its own, as the system. */
type Work = <T>(job: (ctx: Context) => Promise<T>) => Promise<T>;

/** As many messages are read in one job, and so many of one sender in an hour; the others are set aside to be looked at. */
const mostInOneJob = 50;
const mostInAnHour = 60;

/**
 * Reads what a sender wrote, in order and each message in a transaction of its own: what it asks for, what is answered
 * and that it was read commit together. Runs twice without harm. What lacks a part is looked at again later.
 */
export async function readWaiting(
  work: Work,
  reader: MessageReader,
  { channel, sender }: { readonly channel: string; readonly sender: string },
): Promise<void> {
  const hash = Buffer.from(sender, 'hex');
  for (;;) {
    const next = await work((ctx) => readNext(ctx, reader, channel, hash));
    if (next !== 'again') return;
  }
}

async function readNext(
  ctx: Context,
  reader: MessageReader,
  channel: string,
  sender: Buffer,
): Promise<'again' | 'done'> {
  const waiting = await lockWaiting(ctx, channel, sender, mostInOneJob);
  const { whole, until } = joinParts(waiting, ctx.now, (number, total) =>
    translate(ctx.locale, 'sms.part-missing', { number, total }),
  );
  const [first] = whole;
  if (first === undefined) {
    const later = until === null ? [] : jobWrites([readingJob(channel, sender.toString('hex'), until, true)]);
    await writeTogether(ctx.tx, later);
    return 'done';
  }
  const anHourAgo = new Date(Date.parse(ctx.now) - 3_600_000).toISOString();
  const handled =
    (await countRead(ctx, channel, sender, anHourAgo)) >= mostInAnHour
      ? tooMany
      : await reader.read({ ...ctx, actor: reporterActor }, await messageOf(ctx, first));
  await writeDown(ctx, first, handled);
  return 'again';
}

const tooMany: Handled = { takenAs: 'too-many', caseId: null, answer: null };

async function messageOf(
  ctx: Context,
  { pieces: [first], text }: Joined<KeptMessage>,
): Promise<WholeMessage> {
  const { id, account, receivedAt, content } = first;
  const raw = await readRaw(ctx, first);
  return { id, account, from: content.from, text, at: content.at ?? receivedAt, raw };
}

/** The first part carries the outcome and the answer of the whole. */
async function writeDown(ctx: Context, { pieces }: Joined<KeptMessage>, handled: Handled): Promise<void> {
  const { takenAs, caseId, answer, heading } = handled;
  const state = setAside.includes(takenAs) ? 'set-aside' : 'read';
  const [first, ...others] = pieces;
  await writeTogether(ctx.tx, [
    outcomeWrite(ctx, first, { state, takenAs, caseId, reply: answer, heading }),
    ...others.map((one) => outcomeWrite(ctx, one, { state, takenAs: 'part', caseId, reply: null })),
    ...jobWrites(answer === null ? [] : [replyJob(first.id)]),
  ]);
}

/** The job that sends one answer; with the queue's back-off twelve attempts reach over some three days. */
function replyJob(id: string): NewJob {
  return { task: 'send-reply', payload: { id }, key: `reply:${id}`, maxAttempts: replyAttempts };
}

export const replyAttempts = 12;

import type { Context } from '../../features/context/index.ts';
import { mailChannel } from '../../features/letters/index.ts';
import { countAnswered } from '../../features/messages/index.ts';
import { keepApart } from '../../features/reporters/index.ts';
import { getTracking } from '../../features/submissions/index.ts';
import { type Acted, actByCode, rates, writes } from '../act-by-code.ts';
import type { answersIn } from './answers.ts';
import type { Done } from './done.ts';
import type { Mail } from './read-mail.ts';
import { type Reply, readReply } from './read-reply.ts';
import { addFiles, lostFiles } from './take-files.ts';
import type { Belongs } from './whose-case.ts';

interface Answered {
  readonly mail: Mail;
  /** Without quoted text and signature. */
  readonly words: string;
  readonly apart: string;
  readonly belongs: Belongs;
  readonly answers: ReturnType<typeof answersIn>;
}

/** What a mail does to the case that it belongs to: what the reporter may do on its page, files included. */
export async function answerCase(ctx: Context, answered: Answered): Promise<Done> {
  const { mail, words, belongs, answers } = answered;
  const { caseId, code, mayRead } = belongs;
  const seen = await getTracking(ctx, code);
  if (!seen.ok) return { takenAs: 'reply', caseId: null, answer: answers.missed() };
  const reply = meant(readReply(words), seen.value.acts, words, mayRead);
  if (reply.asks === 'status') return { takenAs: 'status', caseId, answer: answers.status(seen.value) };
  if (reply.asks === 'nothing' && mail.files.length === 0)
    return { takenAs: 'nothing', caseId, answer: answers.help() };
  const acted = isAct(reply) ? await act(ctx, code, reply) : null;
  if (acted?.came === 'missed') return { takenAs: 'reply', caseId: null, answer: answers.missed() };
  const refused = [...(await addFiles(ctx, mail.files, code)), ...lostFiles(mail)];
  if (acted?.came === 'refused')
    return { takenAs: 'refused', caseId, answer: answers.withFiles(answers.refused(acted.error), refused) };
  const takenAs =
    reply.asks !== 'reply' && reply.asks !== 'nothing'
      ? reply.asks
      : seen.value.acts.includes('completion') && acted !== null
        ? 'completion'
        : 'reply';
  await keepApart(ctx, caseId, answered.apart);
  if (takenAs === 'reply' && refused.length === 0 && (await isTalking(ctx, mail.from, caseId)))
    return { takenAs, caseId, answer: null };
  const done = answers.done(takenAs, mayRead ? code : null);
  return { takenAs, caseId, answer: answers.withFiles(done, refused) };
}

/** Who writes that often is told no more that it arrived: a machine that nobody knows for one would answer for ever. */
const mostConfirmed = 3;

async function isTalking(ctx: Context, from: string, caseId: string): Promise<boolean> {
  const anHourAgo = new Date(Date.parse(ctx.now) - 3_600_000).toISOString();
  const about = { channel: mailChannel, from, caseId, takenAs: 'reply' } as const;
  return (await countAnswered(ctx, about, anHourAgo)) >= mostConfirmed;
}

/** An order that the case does not allow now was none: then the whole is what somebody wrote. */
function meant(reply: Reply, may: readonly string[], words: string, mayRead: boolean): Reply {
  const whole: Reply = { asks: 'reply', text: words.trim() };
  if (reply.asks === 'status') return mayRead ? reply : whole;
  if (reply.asks === 'rating') return may.includes('rating') || may.includes('confirmation') ? reply : whole;
  if (reply.asks === 'objection') return may.includes('objection') ? reply : whole;
  return reply;
}

type ActingReply = Exclude<Reply, { asks: 'status' | 'nothing' }>;

function isAct(reply: Reply): reply is ActingReply {
  return reply.asks !== 'status' && reply.asks !== 'nothing';
}

function act(ctx: Context, code: string, reply: ActingReply): Promise<Acted> {
  if (reply.asks === 'rating')
    return actByCode(ctx, code, rates, { score: reply.score, comment: reply.text });
  if (reply.asks === 'objection') return actByCode(ctx, code, () => 'objection', { reason: reply.text });
  return actByCode(ctx, code, writes, { text: reply.text });
}

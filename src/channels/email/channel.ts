import { emailFault } from '../../domain/shared/email.ts';
import type { Context } from '../../features/context/index.ts';
import { mailChannel, muteOfCase, readSignedAddress } from '../../features/letters/index.ts';
import {
  type Handled,
  mute,
  noteDelivery,
  type TakenAs,
  type TextSender,
  type WholeMessage,
} from '../../features/messages/index.ts';
import type { MailboxSettings } from '../../platform/mail/mailbox.ts';
import type { Channel } from '../channel.ts';
import { readOrder } from '../read-order.ts';
import { answerCase } from './answer-case.ts';
import { answersIn } from './answers.ts';
import type { Done } from './done.ts';
import { openReport } from './open-report.ts';
import { type Mail, readMail } from './read-mail.ts';
import { returnedIds } from './returned-mail.ts';
import { mailAccount } from './sender.ts';
import { setApart } from './set-apart.ts';
import { whoseCase } from './whose-case.ts';
import { writtenBy } from './written-by.ts';

export interface EmailHouse {
  readonly boxes: readonly MailboxSettings[];
  /** How the world reaches us. */
  readonly publicUrl: string;
  /** Addresses that we write from. */
  readonly own: readonly string[];
  readonly sender: TextSender | null;
}

/** E-mail: a letter opens a report, an answer goes to its case; what machines write is told apart and never answered. */
export function emailChannel(house: EmailHouse): Channel {
  return {
    id: 'email',
    sender: house.sender,
    read: (ctx, message) => read(ctx, message, house, handle),
    takeAsReport: (ctx, message) => read(ctx, message, house, report),
    writeNotice: ({ subject, words }) => [subject, words ?? ''].join('\n\n').trim(),
  };
}

/** What a mail says, subject and words; for somebody who looks at it. */
export async function mailWords(raw: Buffer): Promise<string> {
  const { subject, words } = await readMail(raw);
  return [subject, words].join('\n\n').trim();
}

async function read(
  ctx: Context,
  message: WholeMessage,
  house: EmailHouse,
  how: typeof handle,
): Promise<Handled> {
  const mail = await readMail(message.raw ?? Buffer.from(message.text));
  const { takenAs, caseId, answer } = await how(ctx, message, mail, house);
  // Whom nobody can write to is told nothing.
  if (answer === null || emailFault(mail.from) !== null) return { takenAs, caseId, answer: null };
  const thread = mail.id === null ? mail.thread : [...mail.thread, mail.id];
  return { takenAs, caseId, answer: answer.text, heading: { subject: answer.subject, thread, caseId } };
}

/** Whatever it looks like and belongs to: somebody of the office decided that it reports. */
function report(ctx: Context, message: WholeMessage, mail: Mail, house: EmailHouse): Promise<Done> {
  const answers = answersIn(ctx.locale, house.publicUrl);
  const { words, apart } = setApart(mail.words, isAnswer(mail));
  return openReport(ctx, { mail, words, apart, message, box: boxOf(message, house), answers });
}

async function handle(ctx: Context, message: WholeMessage, mail: Mail, house: EmailHouse): Promise<Done> {
  const answers = answersIn(ctx.locale, house.publicUrl);
  const unread = await asMachine(ctx, mail, house, message.isLetIn);
  if (unread !== null) return { takenAs: unread, caseId: null, answer: null };
  if (mail.isEncrypted) return { takenAs: 'encrypted', caseId: null, answer: answers.encrypted() };
  const belongs = await whoseCase(ctx, mail, house.publicUrl);
  if (belongs === 'addressed') return { takenAs: 'reply', caseId: null, answer: answers.missed() };
  const { words, apart } = setApart(mail.words, isAnswer(mail));
  const order = readOrder(words === '' ? mail.subject : words, []);
  if (order.asks === 'stop') {
    await mute(ctx, mailChannel, mail.from);
    return { takenAs: 'stop', caseId: null, answer: answers.stopped() };
  }
  if (belongs !== null) {
    const said = words === '' && 'code' in order ? mail.subject : words;
    return answerCase(ctx, { mail, words: said, apart, belongs, answers });
  }
  if (order.asks === 'help' || (order.asks === 'nothing' && mail.files.length === 0))
    return { takenAs: order.asks, caseId: null, answer: answers.help() };
  // An order with a code that opens nothing: whoever wrote it meant a report that is there.
  if ('code' in order) return { takenAs: 'unclear', caseId: null, answer: answers.missed() };
  return openReport(ctx, { mail, words, apart, message, box: boxOf(message, house), answers });
}

function boxOf({ account }: WholeMessage, { boxes }: EmailHouse): MailboxSettings | null {
  return boxes.find(({ name }) => name === account) ?? null;
}

/** What needs no reading by a person and no answer; null: somebody wrote to us. */
async function asMachine(
  ctx: Context,
  mail: Mail,
  house: EmailHouse,
  isLetIn: boolean,
): Promise<TakenAs | null> {
  const muted = readSignedAddress(ctx.office, 'mute', mail.recipients);
  if (muted !== null) {
    await muteOfCase(ctx, muted, 'mute');
    return 'stop';
  }
  const hand = writtenBy(mail, house.own);
  const returned = readSignedAddress(ctx.office, 'return', mail.recipients);
  if (hand === 'bounce') await noteReturned(ctx, mail, returned, house);
  if (hand !== 'person' && !(hand === 'list' && isLetIn)) return hand;
  // Only machines answer to where a mail comes back to.
  if (returned !== null) return 'automatic';
  return emailFault(mail.from) === null || isLetIn ? null : 'no-person';
}

/** Only an answer quotes: what is passed on to us is what its sender has to say. */
function isAnswer({ thread, subject }: Mail): boolean {
  if (/^\s*(?:fwd?|trs|terusan)\s*:/i.test(subject)) return false;
  return thread.length > 0 || /^\s*(?:re|bls|balas)\s*:/i.test(subject);
}

/** The mail that came back stands as failed where deliveries are looked after. */
async function noteReturned(
  ctx: Context,
  mail: Mail,
  signed: string | null,
  { publicUrl }: EmailHouse,
): Promise<void> {
  const ids = returnedIds(mail, signed, publicUrl);
  await noteDelivery(
    ctx,
    mailChannel,
    mailAccount,
    ids.map((id) => ({ id, state: 'failed' })),
  );
}

import { maskOwn, nobody } from '../../domain/privacy/sealed-words.ts';
import { emailFault } from '../../domain/shared/email.ts';
import type { Context } from '../../features/context/index.ts';
import { mailChannel } from '../../features/letters/index.ts';
import { unmute, type WholeMessage } from '../../features/messages/index.ts';
import { keepApart } from '../../features/reporters/index.ts';
import { textLimit } from '../../features/submissions/contract.ts';
import { findByAccess, receiveSubmission } from '../../features/submissions/index.ts';
import type { MailboxSettings } from '../../platform/mail/mailbox.ts';
import type { answersIn } from './answers.ts';
import type { Done } from './done.ts';
import type { Mail, MailFile } from './read-mail.ts';
import { checkSender } from './sender-check.ts';
import { fingerprint, keepFiles, lostFiles } from './take-files.ts';

interface Written {
  readonly mail: Mail;
  /** Without the signature; empty where there is nothing else. */
  readonly words: string;
  readonly apart: string;
  readonly message: WholeMessage;
  readonly box: MailboxSettings | null;
  readonly answers: ReturnType<typeof answersIn>;
}

/** A mail that belongs to no case opens one. The same mail from the same sender is one report, however often it is sent. */
export async function openReport(ctx: Context, written: Written): Promise<Done> {
  const { mail, message, box, answers } = written;
  const { from } = mail;
  const { text, title, files } = contentOf(written);
  const key = `email ${from} ${title} ${text} ${fingerprint(files)}`;
  const draft = ctx.office.keys.hash('mail-draft', key).toString('hex');
  const { ids, refused: faulty } = await keepFiles(ctx, files, asUuid(draft));
  const refused = [...faulty, ...lostFiles(mail)];
  const input = {
    text,
    ...(title === '' ? {} : { title }),
    ...(box?.institution == null ? {} : { institution: box.institution }),
    ...contactOf(mail),
    ...(ids.length === 0 ? {} : { attachments: [...ids] }),
  };
  const senderCheck = checkSender(mail.headers, from, box?.authserv ?? null);
  const done = await receiveSubmission(ctx, input, {
    channel: 'email',
    externalId: message.id,
    idempotencyKey: key,
    arrivedAt: message.at,
    ...(senderCheck === null ? {} : { senderCheck }),
  });
  if (!done.ok)
    return {
      takenAs: 'refused',
      caseId: null,
      answer: answers.withFiles(answers.refused(done.error), refused),
    };
  await unmute(ctx, mailChannel, from);
  const { trackingCode, receipt } = done.value;
  const { id: caseId = null } = (await findByAccess(ctx, trackingCode)) ?? {};
  if (caseId !== null && written.words !== '') await keepApart(ctx, caseId, written.apart);
  return {
    takenAs: 'report',
    caseId,
    answer: answers.withFiles(answers.received(trackingCode, receipt), refused),
  };
}

/** Nothing of who cannot be written to. */
function contactOf({ from, fromName }: Mail) {
  if (emailFault(from) !== null) return {};
  const name = [...fromName].slice(0, 120).join('').trim();
  const named = name === '' || name.includes('@') ? {} : { name };
  return { contact: { email: from, reach: 'email' as const, ...named } };
}

const titleLimit = 200;

/** What stands in the report. Words that are too long for it are there whole in a file beside it. */
function contentOf({ mail, words: own, answers }: Written): {
  readonly text: string;
  readonly title: string;
  readonly files: readonly MailFile[];
} {
  const { subject, files, from } = mail;
  const words = own === '' ? mail.words : own;
  const bare = subject.replace(/^(?:\s*(?:re|fwd?|bls|balas|trs|terusan)\s*:)+\s*/i, '');
  const isShort = bare.length <= titleLimit;
  const said = isShort ? words : [bare, words].join('\n\n').trim();
  const text = said !== '' ? said : bare !== '' ? bare : answers.filesAlone();
  const title = isShort ? bare : '';
  if (text.length <= textLimit) return { text, title, files };
  const whole = { name: 'surel.txt', content: Buffer.from(maskOwn(text, { ...nobody, email: from })) };
  const end = `\n\n${answers.wholeInFile(whole.name)}`;
  const cut = text.slice(0, textLimit - end.length).replace(/[\ud800-\udbff]$/, '');
  return { text: `${cut}${end}`, title, files: [whole, ...files] };
}

/** The same letters, the same id. */
function asUuid(hex: string): string {
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

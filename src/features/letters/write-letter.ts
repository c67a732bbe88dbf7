import { translate } from '../../platform/i18n/index.ts';
import type { Mail } from '../../platform/mail/mailer.ts';
import type { Office } from '../context/index.ts';
import { plainHtml } from './plain-html.ts';
import { signedAddress, signToken } from './signed-address.ts';

/** How mail goes to citizens from this house. */
export interface LetterHead {
  /** How the world reaches us. */
  readonly publicUrl: string;
  /** Where answers are read; null where this house reads no mail. */
  readonly mailbox: string | null;
}

export interface Letter {
  /** Of the notice or of the message that is answered: the same each time it is tried. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly locale: string;
  /** The case it is about; null: none. */
  readonly caseId: string | null;
  /** What came before it, oldest first, with angle brackets. */
  readonly thread: readonly string[];
  /** Whether it answers what somebody has just written, or tells of its own accord. */
  readonly isAnswer: boolean;
  /** Whether its reader may rate or contest what it says. */
  readonly isVerdict?: boolean;
}

/**
 * A mail to a citizen: in plain text and in plain HTML that loads nothing, in the thread of what came before, answered to
 * an address that finds the case, come back to one that finds the mail, and with a way to have no more of them
 * (RFC 8058).
 */
export function writeLetter(office: Pick<Office, 'keys'>, head: LetterHead, letter: Letter): Mail {
  const { id, to, subject, caseId, thread } = letter;
  const { mailbox, publicUrl } = head;
  const text = caseId === null || letter.isAnswer ? letter.text : withFooter(office, head, letter, caseId);
  const before = caseId === null ? thread : [...thread, threadRoot(caseId, publicUrl)];
  const last = thread.at(-1) ?? before.at(-1);
  return {
    to,
    subject,
    text,
    html: plainHtml(subject, text, letter.locale),
    messageId: messageIdOf(id, publicUrl),
    ...(before.length === 0 ? {} : { references: before, inReplyTo: last ?? '' }),
    autoSubmitted: letter.isAnswer ? 'auto-replied' : 'auto-generated',
    ...(mailbox === null
      ? {}
      : {
          envelopeFrom: signedAddress(office, mailbox, 'return', id),
          replyTo: caseId === null ? mailbox : signedAddress(office, mailbox, 'reply', caseId),
          loopMark: mailbox,
        }),
    ...(caseId === null ? {} : { unsubscribe: waysToMute(office, head, caseId) }),
  };
}

/** What a mail of ours is called, so that what answers it or comes back because of it is known. */
export function messageIdOf(id: string, publicUrl: string): string {
  return `<${id}@${new URL(publicUrl).hostname}>`;
}

/** The ids of ours among what a mail answers. */
export function ownIds(thread: readonly string[], publicUrl: string): readonly string[] {
  const { hostname } = new URL(publicUrl);
  return thread.flatMap((one) => {
    const [, id, host] = /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^<>]+)>$/.exec(one) ?? [];
    return id !== undefined && host === hostname ? [id] : [];
  });
}

/** No mail is called so: it holds the news of one case together in programs that sort by it. */
function threadRoot(caseId: string, publicUrl: string): string {
  return `<case.${caseId}@${new URL(publicUrl).hostname}>`;
}

/** What may be done with the mail itself. */
function withFooter(
  office: Pick<Office, 'keys'>,
  head: LetterHead,
  { text, locale, isVerdict }: Letter,
  caseId: string,
): string {
  const [mute = ''] = waysToMute(office, head, caseId);
  const footer = isVerdict === true ? 'email.footer.answered' : 'email.footer';
  const key = head.mailbox === null ? 'email.mute-only' : footer;
  return `${text}\n\n${translate(locale === 'en' ? 'en' : 'id', key, { mute })}`;
}

function waysToMute(
  office: Pick<Office, 'keys'>,
  { publicUrl, mailbox }: LetterHead,
  caseId: string,
): readonly string[] {
  const page = `${publicUrl}/surel/berhenti/${signToken(office, 'mute', caseId)}`;
  return mailbox === null ? [page] : [page, `mailto:${signedAddress(office, mailbox, 'mute', caseId)}`];
}

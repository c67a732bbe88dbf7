import nodemailer from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for the same notice, so that a retried sending is recognised. */
  readonly messageId: string;
  readonly html?: string;
  readonly replyTo?: string;
  /** Where it comes back to if it cannot be delivered; otherwise to the sender. */
  readonly envelopeFrom?: string;
  /** What came before it, oldest first, and which of them it answers. */
  readonly references?: readonly string[];
  readonly inReplyTo?: string;
  /** RFC 3834; `auto-generated` unless it answers a mail. */
  readonly autoSubmitted?: 'auto-generated' | 'auto-replied';
  /** Where no more of them can be asked for: addresses of pages (one click, RFC 8058) and mailboxes. */
  readonly unsubscribe?: readonly string[];
  /** By which it is known should it come back to us. */
  readonly loopMark?: string;
}

/** The header that our own mails are known by. */
export const loopHeader = 'X-Tuntas-Loop';

export interface Mailer {
  /** Resolves once the next server has taken the message over. Throws `MailRefused`. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Why a message was not taken, without the address it was for. */
export class MailRefused extends Error {
  readonly permanent: boolean;

  constructor(reason: string, permanent: boolean) {
    super(reason);
    this.name = 'MailRefused';
    this.permanent = permanent;
  }
}

/** Sends by SMTP over a small pool of connections. */
export function openMailer(smtpUrl: string, from: string): Mailer {
  const transport = nodemailer.createTransport(smtpUrl, { from });

  async function send(mail: Mail): Promise<void> {
    try {
      await transport.sendMail({
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        messageId: mail.messageId,
        ...(mail.html === undefined ? {} : { html: mail.html }),
        ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
        ...(mail.references === undefined ? {} : { references: [...mail.references] }),
        ...(mail.inReplyTo === undefined ? {} : { inReplyTo: mail.inReplyTo }),
        ...(mail.envelopeFrom === undefined ? {} : { envelope: { from: mail.envelopeFrom, to: mail.to } }),
        headers: headersOf(mail),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      const { responseCode, code } = error as { responseCode?: number; code?: string };
      // A server's own words often quote the address; the code says enough.
      throw new MailRefused(`smtp ${responseCode ?? code ?? 'error'}`, (responseCode ?? 0) >= 550);
    }
  }

  return { send, close: () => transport.close() };
}

function headersOf({ autoSubmitted, unsubscribe, loopMark }: Mail): Record<string, string> {
  const ways = unsubscribe ?? [];
  return {
    'Auto-Submitted': autoSubmitted ?? 'auto-generated',
    // Programs of one large maker answer automatic mail unless they are asked not to.
    'X-Auto-Response-Suppress': 'All',
    ...(loopMark === undefined ? {} : { [loopHeader]: loopMark }),
    ...(ways.length === 0 ? {} : { 'List-Unsubscribe': ways.map((one) => `<${one}>`).join(', ') }),
    ...(ways.some((one) => one.startsWith('https:'))
      ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {}),
  };
}

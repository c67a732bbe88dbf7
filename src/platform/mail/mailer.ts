import nodemailer from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for the same notice, so that a retried sending is recognised. */
  readonly messageId: string;
}

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
        headers: { 'Auto-Submitted': 'auto-generated' },
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

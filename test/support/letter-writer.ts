import { type Mail, readMail } from '../../src/channels/email/read-mail.ts';
import type { TestHouse } from './house.ts';
import type { ImapHouse } from './imap-house.ts';
import type { MailServer, ReceivedMail } from './mail-server.ts';

/** A mail that somebody got from us, as their program reads it. */
export interface Got extends Mail {
  /** The whole of it, unfolded. */
  readonly raw: string;
  /** Where it comes back to if it cannot be delivered. */
  readonly envelopeFrom: string;
}

export interface Written {
  readonly subject?: string;
  readonly text?: string;
  readonly to?: string;
  /** Further headers, a line each. */
  readonly headers?: readonly string[];
  readonly files?: readonly { readonly name: string; readonly type: string; readonly content: Buffer }[];
  /** The same each time the same mail is delivered. */
  readonly id?: string;
}

let mails = 0;

/** Somebody who writes letters and reads what comes back; everything takes the way over IMAP and SMTP. */
export function letterWriter(
  { house, imap, post }: { house: TestHouse; imap: ImapHouse; post: MailServer },
  address: string,
  mailbox = 'lapor@contoh.go.id',
) {
  async function sends(mail: string | Buffer): Promise<Got | undefined> {
    await house.runJobs();
    const before = post.received.length;
    await imap.deliver(mail);
    await imap.isTaken();
    await house.runJobs();
    const mine = post.received.slice(before).filter(({ to }) => to === address);
    return mine[0] === undefined ? undefined : opened(mine[0]);
  }

  return {
    address,
    /** Everything that came, in its order. */
    async got(): Promise<readonly Got[]> {
      return Promise.all(post.received.filter(({ to }) => to === address).map(opened));
    },
    /** Delivers a mail as it stands; gives what came back at once, if anything. */
    sends,
    /** Writes a mail; gives what came back at once, if anything. */
    writes: (written: Written) => sends(letter(address, { to: mailbox, ...written })),
    /** Answers a mail as programs do: to where it asks for, in its thread, with its words quoted below. */
    answers: (mail: Got, text: string, written: Written = {}) =>
      sends(
        letter(address, {
          to: mail.headers.get('reply-to')?.[0] ?? mailbox,
          subject: `Re: ${mail.subject}`,
          text: `${text}\n\nPada Sel, 24 Nov 2026 09.00, Tuntas <${mailbox}> menulis:\n\n${mail.words.replaceAll(/^/gm, '> ')}\n`,
          ...written,
          headers: [
            `In-Reply-To: ${mail.id}`,
            `References: ${[...mail.thread, mail.id].join(' ')}`,
            ...(written.headers ?? []),
          ],
        }),
      ),
  };
}

async function opened({ raw, from }: ReceivedMail): Promise<Got> {
  return {
    ...(await readMail(Buffer.from(raw))),
    raw: raw.replaceAll(/\r\n[ \t]+/g, ' '),
    envelopeFrom: from,
  };
}

/** A mail as it stands on the line. */
export function letter(from: string, written: Written): string {
  mails += 1;
  const { subject = '', text = '', to = '', headers = [], files = [] } = written;
  const head = [
    `From: Ibu Pelapor <${from}>`,
    `To: <${to}>`,
    `Subject: ${subject}`,
    `Message-ID: ${written.id ?? `<${mails}@rumah.contoh.test>`}`,
    'Date: Tue, 24 Nov 2026 09:00:00 +0700',
    'MIME-Version: 1.0',
    ...headers,
  ];
  const words = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text];
  if (files.length === 0) return [...head, ...words].join('\n');
  const parts = files.map(({ name, type, content }) =>
    [
      `Content-Type: ${type}; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      content.toString('base64').replaceAll(/.{76}/g, '$&\n'),
    ].join('\n'),
  );
  const bodies = [words.join('\n'), ...parts].map((part) => `--batas\n${part}\n`);
  return [...head, 'Content-Type: multipart/mixed; boundary="batas"', '', ...bodies, '--batas--', ''].join(
    '\n',
  );
}

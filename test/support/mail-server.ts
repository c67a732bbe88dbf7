import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { SMTPServer } from 'smtp-server';

/** What arrived, as it stood on the line. */
export interface ReceivedMail {
  readonly to: string;
  /** Where it comes back to. */
  readonly from: string;
  readonly raw: string;
}

export interface MailServer {
  /** `smtp://127.0.0.1:<port>`. */
  readonly url: string;
  readonly received: ReceivedMail[];
  /** From now on every message is answered with this code; null: taken again. */
  answerWith(code: number | null): void;
}

/** A mail server on loopback that speaks real SMTP and keeps what it is given. */
export async function openMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const [to] = session.envelope.rcptTo;
        if (refusal !== null) {
          const words = `mailbox ${to?.address} cannot be served`;
          return done(Object.assign(new Error(words), { responseCode: refusal }));
        }
        const { mailFrom } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        received.push({ to: to?.address ?? '', from, raw: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answerWith(code) {
      refusal = code;
    },
  };
}

import { test } from 'node:test';
import { openMailer } from '../../src/platform/mail/mailer.ts';
import { type TestHouse, testHouse } from './house.ts';
import { noImapServer, openImapHouse } from './imap-house.ts';
import { type Got, letterWriter } from './letter-writer.ts';
import { openMailServer } from './mail-server.ts';
import { ministry } from './office-casts.ts';
import type { Matter } from './office-citizen.ts';
import { instant } from './office-time.ts';

export const mailbox = 'lapor@contoh.go.id';

export type MailWorld = NonNullable<Awaited<ReturnType<typeof openMailWorld>>>;

/** A ministry that reads a mailbox at a real IMAP server and sends by SMTP; null where there is no IMAP server. */
export async function openMailWorld() {
  if (noImapServer !== false) return null;
  const [imap, post] = [await openImapHouse(), await openMailServer()];
  const house = await testHouse({
    now: instant('2026-11-30 08:15'),
    mailer: openMailer(post.url, `Tuntas <${mailbox}>`),
    env: {
      SMTP_URL: post.url,
      MAIL_FROM: `Tuntas <${mailbox}>`,
      MAIL_IN: imap.address('&authserv=mx.contoh.go.id'),
    },
  });
  return { imap, post, house, office: await ministry(house) };
}

/** A test in that world, or its name among what is left out. */
export function mailTests(world: MailWorld | null) {
  return (name: string, run: (there: MailWorld) => Promise<void>): void => {
    test(name, { skip: noImapServer }, async () => {
      if (world !== null) await run(world);
    });
  };
}

let writers = 0;

export function somebody(there: MailWorld) {
  writers += 1;
  return letterWriter(there, `pelapor-${writers}@rumah.contoh.test`);
}

/** The case that a receipt tells of. */
export async function matterOf(house: TestHouse, mail: Got | undefined): Promise<Matter> {
  const number = /nomor (\S+)/.exec(mail?.subject ?? '')?.[1] ?? '';
  const { rows } = await house.database.pool.query<{ id: string }>('select id from cases where number = $1', [
    number,
  ]);
  const code = /Kode lacak Anda: (\S+)/.exec(mail?.words ?? '')?.[1] ?? '';
  return { id: rows[0]?.id ?? '', number, code } as Matter;
}

export async function countCases({ database }: TestHouse): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>('select count(*)::int as n from cases');
  return rows[0]?.n ?? 0;
}

import assert from 'node:assert/strict';
import { type TestHouse, testHouse } from './house.ts';
import { nextAddress } from './office-door.ts';
import { readerAtHome } from './office-pages.ts';

/** Letters that left the house, newest last. */
export interface PostBox {
  readonly letters: { readonly to: string; readonly subject: string; readonly text: string }[];
}

/** A house that sends mail, and what it sent. */
export async function houseWithMail(
  now: string,
): Promise<{ readonly house: TestHouse; readonly post: PostBox }> {
  const post: PostBox = { letters: [] };
  const mailer = {
    async send({ to, subject, text }: { to: string; subject: string; text: string }) {
      post.letters.push({ to, subject, text });
    },
    close() {},
  };
  const house = await testHouse({
    now,
    mailer,
    env: { SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'Tuntas <lapor@contoh.id>' },
  });
  return { house, post };
}

/** Somebody at their own browser, which keeps cookies, with a mailbox of their own. */
export function holderAtHome(house: TestHouse, post: PostBox, email: string, language: 'id' | 'en' = 'id') {
  const pages = readerAtHome(house, language);
  const jar = new Map<string, string>();
  const address = nextAddress();

  async function go(method: 'GET' | 'POST', url: string, fields: Readonly<Record<string, string>> = {}) {
    const response = await house.app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        'accept-language': language,
        'user-agent': 'Peramban uji',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST' ? { payload: new URLSearchParams(fields).toString() } : {}),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const leadsTo = response.headers.location;
    return {
      status: response.statusCode,
      html: response.body.replaceAll('\u00a0', ' '),
      leadsTo: leadsTo === undefined ? null : String(leadsTo),
    };
  }

  async function codeInMail(): Promise<string> {
    await house.runJobs();
    const letter = post.letters.findLast(({ to }) => to === email.toLowerCase());
    return /\b(\d{4} \d{4})\b/.exec(letter?.text ?? '')?.[1] ?? '';
  }

  return {
    email,
    jar,
    pages,
    opens: (url: string) => go('GET', url),
    sends: (url: string, fields: Readonly<Record<string, string>> = {}) => go('POST', url, fields),
    codeInMail,
    async signsIn() {
      assert.equal((await go('POST', '/akun/masuk', { address: email })).leadsTo, '/akun/kode');
      const done = await go('POST', '/akun/kode', { code: await codeInMail() });
      assert.equal(done.leadsTo, '/akun/perkara', done.html);
    },
    /** The addresses of the reports on the first page of "Laporan saya". */
    async ownReports(): Promise<readonly string[]> {
      const { html, status } = await go('GET', '/akun/perkara');
      if (status !== 200) return [];
      return [...html.matchAll(/<a href="(\/lacak\/[0-9a-f-]{36})">/g)].map(([, url = '']) => url);
    },
    /** Files with the form of the site. */
    async files(text: string, more: Readonly<Record<string, string>> = {}) {
      await go('GET', '/lapor');
      const sent = await go('POST', '/lapor/isian', { text, kind: 'complaint', do: 'send', ...more });
      assert.equal(sent.leadsTo, '/tanda-terima', sent.html);
    },
  };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

const beside = { SMTP_URL: 'smtp://mail.internal', MAIL_FROM: 'Tuntas <lapor@x.go.id>' };
const mailbox = 'imaps://lapor%40x.go.id:sangat%20rahasia@imap.x.go.id/lapor?address=Lapor@x.go.id';
const problemsOf = (MAIL_IN: string, more: Record<string, string> = beside) => {
  const config = readConfig({ ...more, MAIL_IN });
  return config.ok ? [] : config.error;
};

test('mailboxes are read with what they leave out', () => {
  const config = readConfig({
    ...beside,
    MAIL_IN: `${mailbox}\n imap://a:b@mail.y.go.id/dua?address=a@y.go.id`,
  });
  assert.ok(config.ok);
  const [one, two] = config.value.mailIn;
  assert.deepEqual(one, {
    name: 'lapor',
    address: 'lapor@x.go.id',
    host: 'imap.x.go.id',
    port: 993,
    tls: 'implicit',
    user: 'lapor@x.go.id',
    password: 'sangat rahasia',
    tokenFile: null,
    folder: 'Tuntas',
    since: null,
    institution: null,
    authserv: null,
  });
  assert.deepEqual([two?.tls, two?.port], ['starttls', 143], 'no password in the open');
});

for (const [name, given] of [
  ['another protocol', 'pop3://a:b@c/d?address=a@x.go.id'],
  ['no name', 'imaps://a:sangat-rahasia@c?address=a@x.go.id'],
  ['no address', 'imaps://a:sangat-rahasia@c/d'],
  ['no password', 'imaps://a@c/d?address=a@x.go.id'],
  ['password and token', 'imaps://a:sangat-rahasia@c/d?address=a@x.go.id&token-file=/x'],
  ['a day that is none', 'imaps://a:sangat-rahasia@c/d?address=a@x.go.id&since=kemarin'],
  ['two alike', `${mailbox} ${mailbox}`],
] as const)
  test(`MAIL_IN is named, and no secret with it: ${name}`, () => {
    const problems = problemsOf(given);
    assert.deepEqual(
      problems.map(({ variable }) => variable),
      ['MAIL_IN'],
    );
    assert.doesNotMatch(JSON.stringify(problems), /rahasia/);
  });

test('whoever writes is answered: without a way out there is no way in', () => {
  assert.match(problemsOf(mailbox, {})[0]?.problem ?? '', /SMTP_URL/);
});

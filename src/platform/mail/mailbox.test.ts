import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { noImapServer, openImapHouse, until } from '../../../test/support/imap-house.ts';
import { type Mailbox, type MailboxSettings, openMailbox, type TakenMail } from './mailbox.ts';
import { ordinaryPace, pauseAfter } from './mailbox-pace.ts';

const hasty = { patienceMs: 5_000, lookAgainMs: 60_000, lost: [5, 20], refused: [5, 20] } as const;

function settingsOf(port: number, more: Partial<MailboxSettings> = {}): MailboxSettings {
  return {
    name: 'lapor',
    address: 'lapor@contoh.go.id',
    host: '127.0.0.1',
    port,
    tls: 'none',
    user: 'lapor',
    password: 'rahasia',
    tokenFile: null,
    folder: 'Tuntas',
    since: null,
    institution: null,
    authserv: null,
    ...more,
  };
}

/** A mailbox whose mails are kept in a list, unless `fault` says otherwise; with everything that it logged. */
function opened(settings: MailboxSettings, pace: Parameters<typeof openMailbox>[2] = hasty) {
  const taken: TakenMail[] = [];
  const logged: string[] = [];
  const there = { taken, logged, fault: null as Error | null };
  const note = (fields: object, text: string) => void logged.push(`${JSON.stringify(fields)} ${text}`);
  const mailbox = openMailbox(
    settings,
    {
      async keep(mail) {
        if (there.fault !== null) throw there.fault;
        taken.push(mail);
      },
      log: { info: note, warn: note, error: note },
    },
    pace,
  );
  return Object.assign(there, { mailbox });
}

const isUp = (mailbox: Mailbox) => until(async () => mailbox.state() === 'up');
const letter = (words: string) => `From: ibu@rumah.test\nSubject: x\n\n${words}\n`;

test('what could not be kept stays where it is, and is handed over again', {
  skip: noImapServer,
}, async () => {
  const imap = await openImapHouse();
  const there = opened(settingsOf(imap.port));
  there.fault = new Error('the database is away');
  await imap.deliver(letter('satu'));
  await until(async () => there.logged.some((line) => line.includes('lost')));
  assert.equal(await imap.count(), 1);
  there.fault = null;
  await imap.isTaken();
  assert.match(String(there.taken[0]?.raw), /satu/);
  assert.equal(there.taken.length, 1);
  assert.equal(await imap.count('Tuntas'), 1, 'put away, not thrown away');
  await there.mailbox.stop();
});

test('a password that is taken back is said once an attempt, and mail waits', {
  skip: noImapServer,
}, async () => {
  const imap = await openImapHouse();
  await imap.setPassword('lain');
  const there = opened(settingsOf(imap.port));
  await imap.deliver(letter('satu'));
  await until(async () => there.mailbox.state() === 'refused');
  assert.match(there.logged[0] ?? '', /refuses the password or token of MAIL_IN/);
  assert.doesNotMatch(there.logged.join('\n'), /rahasia|contoh/);
  await imap.setPassword('rahasia');
  await isUp(there.mailbox);
  await imap.isTaken();
  assert.equal(there.taken.length, 1);
  await there.mailbox.stop();
});

test('a server that says nothing holds nothing up', async () => {
  let sessions = 0;
  const server = createServer((socket) => {
    sessions += 1;
    socket.on('error', () => {});
    socket.write('* OK IMAP4rev1 ready\r\n');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const there = opened(settingsOf(port), { ...hasty, patienceMs: 50 });
  await until(async () => sessions >= 3);
  assert.equal(there.mailbox.state(), 'down');
  assert.equal(there.logged.length, 1, 'and says so once');
  await there.mailbox.stop();
  server.close();
});

test('a token that was revoked overnight is said, and the new one is read from its file', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-token-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'token');
  await writeFile(file, 'lama\n');
  const { port, close } = await serverThatTakes('baru');
  const there = opened(settingsOf(port, { password: '', tokenFile: file }));
  await until(async () => there.mailbox.state() === 'refused');
  assert.match(there.logged[0] ?? '', /refuses the password or token of MAIL_IN/);
  await writeFile(file, 'baru\n');
  await isUp(there.mailbox);
  assert.doesNotMatch(there.logged.join('\n'), /lama|baru/);
  await there.mailbox.stop();
  close();
});

/** As much of an IMAP server as signing in by a token takes (XOAUTH2), with an empty inbox. */
async function serverThatTakes(token: string) {
  const server = createServer((socket) => {
    const say = (...lines: string[]) => void socket.write(`${lines.join('\r\n')}\r\n`);
    socket.on('error', () => {});
    say('* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready');
    let refused = '';
    createInterface(socket).on('line', (line) => {
      const [tag = '', command = '', , sent = ''] = line.split(' ');
      const isOurs = Buffer.from(sent, 'base64').toString().includes(`Bearer ${token}`);
      if (line === '') return say(`${refused} NO [AUTHENTICATIONFAILED] revoked`);
      if (command === 'AUTHENTICATE' && !isOurs) {
        refused = tag;
        return say('+ e30=');
      }
      if (command === 'SELECT')
        return say('* 0 EXISTS', '* OK [UIDVALIDITY 1] .', `${tag} OK [READ-WRITE] .`);
      if (command === 'UID') return say('* SEARCH', `${tag} OK .`);
      return say(`${tag} OK .`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

test('what can be kept but not put away is not read twice', { skip: noImapServer }, async () => {
  const imap = await openImapHouse();
  const there = opened(settingsOf(imap.port), { ...hasty, lookAgainMs: 20 });
  await isUp(there.mailbox);
  await imap.lock('Tuntas', true);
  await imap.deliver(letter('satu'));
  await until(async () => there.logged.filter((line) => line.includes('put away')).length >= 3);
  assert.equal(there.taken.length, 1);
  await imap.lock('Tuntas', false);
  await imap.isTaken();
  assert.equal(there.taken.length, 1);
  await there.mailbox.stop();
});

test('an inbox full of old mail is left alone before its day', { skip: noImapServer }, async () => {
  const imap = await openImapHouse();
  await imap.deliver(letter('satu'));
  const there = opened(settingsOf(imap.port, { since: '2999-01-01' }));
  await isUp(there.mailbox);
  await there.mailbox.stop();
  assert.deepEqual([there.taken.length, await imap.count()], [0, 1]);
});

test('a refusal is tried ever less often, so that no account is locked', () => {
  const { refused, lost } = ordinaryPace;
  assert.deepEqual(
    [0, 1, 2, 3, 9].map((failures) => pauseAfter(ordinaryPace, 'refused', failures) / 60_000),
    [1, 2, 4, 8, 15],
  );
  assert.equal(pauseAfter(ordinaryPace, 'down', 0), lost[0]);
  assert.equal(pauseAfter(ordinaryPace, 'down', 500), lost[1]);
  assert.ok(refused[0] > lost[0]);
});

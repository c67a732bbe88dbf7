import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openChannels } from '../../src/channels/registry.ts';
import { openMailer } from '../../src/platform/mail/mailer.ts';
import { type ChannelWay, channelContract } from '../support/channel-contract.ts';
import { testHouse } from '../support/house.ts';
import { noImapServer, openImapHouse, until } from '../support/imap-house.ts';
import { letter, letterWriter } from '../support/letter-writer.ts';
import { openMailServer } from '../support/mail-server.ts';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { openSmsOperator } from '../support/sms-operator.ts';

/** Every channel of messages, side by side in one house, keeps the same contract. */
const operator = await openSmsOperator('telkomsel');
const imap = noImapServer === false ? await openImapHouse() : null;
const post = await openMailServer();
const house = await testHouse({
  now: instant('2026-11-30 08:15'),
  mailer: openMailer(post.url, 'Tuntas <lapor@contoh.go.id>'),
  env: {
    SMS_LINES: operator.address,
    SMTP_URL: post.url,
    MAIL_FROM: 'Tuntas <lapor@contoh.go.id>',
    ...(imap === null ? {} : { MAIL_IN: imap.address() }),
  },
});
await operator.whenBound();
const { verifier } = await ministry(house);
let people = 0;

const sms: ChannelWay = {
  id: 'sms',
  skip: false,
  person() {
    people += 1;
    return `62813000${String(people).padStart(5, '0')}`;
  },
  says: async (from, text) => ((await operator.says(from, text)) === 0 ? 'kept' : 'refused'),
  async saysAgain(from, text) {
    assert.equal(await operator.says(from, text), 0);
  },
  got: async (from) => operator.taken.filter(({ to }) => to === from).map(({ text }) => text),
};

const isUp = () => house.mailboxStates().get('lapor') === 'up';

const email: ChannelWay = {
  id: 'email',
  skip: noImapServer,
  person() {
    people += 1;
    return `warga-${people}@rumah.contoh.test`;
  },
  async says(from, text) {
    await until(async () => isUp());
    await imap?.deliver(letter(from, { to: 'lapor@contoh.go.id', text }));
    await until(async () => !isUp() || (await imap?.count()) === 0);
    return isUp() ? 'kept' : 'refused';
  },
  saysAgain: async () => imap?.isTaken(),
  async got(from) {
    if (imap === null) return [];
    const got = await letterWriter({ house, imap, post }, from).got();
    return got.map(({ subject, words }) => `${subject}\n${words}`);
  },
};

const ways: Readonly<Record<string, ChannelWay>> = { sms, email };

test('every channel of messages is held to the contract', () => {
  const nowhere = { boxes: [], publicUrl: 'http://localhost', own: [], sender: null };
  const registered = openChannels({ sms: null, email: nowhere }).map(({ id }) => id);
  assert.deepEqual(Object.keys(ways).toSorted(), registered.toSorted());
});

for (const way of Object.values(ways)) channelContract(way, { house, verifier });

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openMailer } from '../../src/platform/mail/mailer.ts';
import { testHouse } from '../support/house.ts';
import { openMailServer } from '../support/mail-server.ts';
import { ministry } from '../support/office-casts.ts';
import type { Matter } from '../support/office-citizen.ts';
import { instant } from '../support/office-time.ts';
import { openSmsOperator } from '../support/sms-operator.ts';

/** What becomes of a notice on its way to a reporter: by night, past a failing line, by the next channel. */
const operator = await openSmsOperator('telkomsel');
const post = await openMailServer();
const mailer = openMailer(post.url, 'Tuntas <tidak-dibalas@tuntas.test>');
after(() => mailer.close());
const house = await testHouse({
  now: instant('2026-11-24 08:15'),
  mailer,
  areas: true,
  env: { SMS_LINES: operator.address },
});
await operator.whenBound();
const office = await ministry(house);
let citizens = 0;

/** Somebody who chose to be told by SMS, and gave an address of e-mail too, or not. */
async function files(more: { readonly email?: boolean; readonly areaCode?: string } = {}) {
  citizens += 1;
  const phone = `0812000${String(citizens).padStart(5, '0')}`;
  const email = `pelapor-${citizens}@contoh.test`;
  const contact = { phone, reach: 'sms' as const, ...(more.email === true ? { email } : {}) };
  const citizen = office.citizen();
  const matter = await citizen.files('Bantuan ibu saya berhenti.', {
    contact,
    ...(more.areaCode === undefined ? {} : { areaCode: more.areaCode }),
  });
  await house.runJobs();
  const number = phone.replace(/^0/, '62');
  return {
    phone,
    number,
    matter,
    citizen,
    sms: () => operator.taken.filter(({ to }) => to.replace(/^\+?(?:0|62)/, '62') === number),
    mails: () => post.received.filter(({ to }) => to === email),
  };
}

async function writes(matter: Matter): Promise<void> {
  await office.verifier.does(matter, 'message', {
    text: 'Kami sedang mencari kartunya.',
    substantive: false,
  });
  await house.runJobs();
}

async function noticesOf(matter: Matter): Promise<readonly string[]> {
  const { rows } = await house.database.pool.query<{ line: string }>(
    `select template || ' ' || channel || ' ' || status || coalesce(' ' || last_error, '') as line
       from notifications where case_id = $1 and recipient_kind = 'reporter' and status <> 'readable'
      order by created_at, channel desc`,
    [matter.id],
  );
  return rows.map(({ line }) => line);
}

test('what a line does not take is tried again with growing pauses, and given up after its hours', async () => {
  const { matter, sms } = await files();
  operator.refusesWith(0x58);
  await writes(matter);
  assert.deepEqual(await noticesOf(matter), ['message sms failed smpp 88']);
  await office.until('2026-11-24 12:00');
  const { rows } = await house.database.pool.query<{ attempts: number }>(
    `select attempts from notifications where case_id = $1 and channel = 'sms'`,
    [matter.id],
  );
  assert.equal(rows[0]?.attempts, 7, 'at once, after 1, 2, 5, 15, 30, 60 minutes');
  await office.until('2026-11-27 08:00');
  assert.deepEqual(await noticesOf(matter), ['message sms given-up smpp 88']);
  operator.refusesWith(0);
  await office.until('2026-11-28 08:00');
  assert.equal(sms().length, 0, 'not again by itself');
});

test('what an operator took and then told lost goes once more, and then by e-mail, which says less', async () => {
  const { matter, sms, mails } = await files({ email: true });
  await writes(matter);
  const [first] = sms();
  assert.ok(first);
  await operator.tells(first.id, 'UNDELIV');
  assert.deepEqual(await noticesOf(matter), ['message sms failed not delivered']);
  await operator.tells(first.id, 'UNDELIV');
  await office.until('2026-11-28 09:30');
  assert.equal(sms().length, 2);
  await operator.tells(first.id, 'DELIVRD');
  assert.deepEqual(
    await noticesOf(matter),
    ['message sms sent'],
    'of the earlier attempt: it counts no more',
  );
  await operator.tells(sms()[1]?.id ?? '', 'UNDELIV');
  await house.runJobs();
  assert.deepEqual(await noticesOf(matter), ['message sms given-up not delivered', 'other-way email sent']);
  const [mail] = mails();
  assert.match(mail?.raw ?? '', /^Subject: Ada kabar tentang laporan Anda/m);
  assert.doesNotMatch(mail?.raw ?? '', /kartunya/);
  assert.equal(mails().length, 1);
});

test('how far each notice and each answer has come stands beside its event on the case', async () => {
  const { matter, number, sms } = await files();
  await operator.says(number, `BALAS ${matter.code} sudah saya kirim`);
  await house.runJobs();
  await writes(matter);
  const [answer, notice] = sms();
  await operator.tells(answer?.id ?? '', 'DELIVRD');
  const { deliveries, timeline } = await office.verifier.sees(matter);
  const typeOf = (seq: number) => timeline.find((entry) => entry.seq === seq)?.type;
  assert.deepEqual(deliveries.map(({ seq, channel, state }) => [typeOf(seq), channel, state]).toSorted(), [
    ['MessageFromReporter', 'sms', 'delivered'],
    ['MessageToReporter', 'sms', 'sent'],
  ]);
  assert.ok(notice);
  assert.doesNotMatch(JSON.stringify(deliveries), new RegExp(number));
});

test('who gave no address is told on the tracking page alone; who muted a channel nowhere else in its place', async () => {
  const alone = await files();
  const muted = await files({ email: true });
  operator.refusesWith(0x0b);
  await writes(alone.matter);
  operator.refusesWith(0);
  await operator.says(muted.number, 'BERHENTI');
  await house.runJobs();
  await writes(muted.matter);
  assert.deepEqual(await noticesOf(alone.matter), ['message sms given-up smpp 11']);
  assert.deepEqual(await noticesOf(muted.matter), ['message sms given-up muted']);
  assert.deepEqual(muted.mails(), []);
  const { timeline } = await muted.citizen.looks(muted.matter);
  assert.ok(timeline.some(({ data }) => data.text === 'Kami sedang mencari kartunya.'));
});

test('what can wait leaves the night alone, by the clock of the place; an answer to a message does not wait', async () => {
  const here = await files();
  const east = await files({ areaCode: '91.71' });
  await office.until('2026-12-01 20:30');
  await writes(here.matter);
  assert.equal(here.sms().length, 1, 'half past eight in the evening');
  await writes(east.matter);
  assert.equal(east.sms().length, 0, 'half past ten in Jayapura');
  await office.until('2026-12-01 22:00');
  await writes(here.matter);
  assert.equal(here.sms().length, 1);
  await operator.says(here.number, `STATUS ${here.matter.code}`);
  await house.runJobs();
  assert.equal(here.sms().length, 2, 'asked, answered');
  await office.until('2026-12-02 05:30');
  assert.equal(east.sms().length, 1, 'seven in Jayapura');
  assert.equal(here.sms().length, 2);
  await office.until('2026-12-02 07:00');
  assert.equal(here.sms().length, 3);
});

test('on the eve of a deadline of the reporter nothing waits', async () => {
  const { matter, sms } = await files();
  await office.verifier.asks(matter, 'Di desa mana?');
  await house.runJobs();
  assert.equal(sms().length, 1);
  const { rows } = await house.database.pool.query<{ due: string }>(
    `select c ->> 'due' as due from cases, jsonb_array_elements(state -> 'clocks') c
      where id = $1 and c ->> 'owner' = 'reporter' and c ->> 'outcome' = 'running'`,
    [matter.id],
  );
  const due = new Date(rows[0]?.due ?? '');
  const eve = new Date(due.getTime() - 86_400_000).toISOString().slice(0, 10);
  await office.until(`${eve} 22:00`);
  await writes(matter);
  assert.equal(sms().length, 2);
});

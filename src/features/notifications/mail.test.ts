import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Static } from 'typebox';
import { testHouse } from '../../../test/support/house.ts';
import { openMailServer, type ReceivedMail } from '../../../test/support/mail-server.ts';
import { ministry, ministryUnits } from '../../../test/support/office-casts.ts';
import type { Matter } from '../../../test/support/office-citizen.ts';
import { instant } from '../../../test/support/office-time.ts';
import { openMailer } from '../../platform/mail/mailer.ts';
import type { OutgoingList } from '../traffic/contract.ts';

const post = await openMailServer();
const mailer = openMailer(post.url, 'Tuntas <tidak-dibalas@tuntas.test>');
after(() => mailer.close());
const house = await testHouse({ now: instant('2026-11-24 08:15'), mailer });
const office = await ministry(house);
const admin = await office.employ({ name: 'Adi', role: 'system-administrator' });
let citizens = 0;

/** A citizen who is told by mail, and the mails that this one got. */
async function filesByMail(name = 'Suryani') {
  citizens += 1;
  const email = `pelapor-${citizens}@contoh.test`;
  const citizen = office.citizen();
  const contact = { name, email, reach: 'email' as const };
  const matter = await citizen.files('Bantuan ibu saya berhenti.', { contact });
  return { citizen, matter, mails: () => post.received.filter((mail) => mail.to === email) };
}

async function outbox(matter: Matter) {
  const answer = await admin.ask<Static<typeof OutgoingList>>({ path: '/traffic/out' });
  return answer.body.items.filter((item) => item.caseNumber === matter.number && item.channel === 'email');
}

/** The text that a reader of the mail sees. */
function read(mail: ReceivedMail | undefined): string {
  const [, body = ''] = (mail?.raw ?? '').split(/\r\n\r\n([\s\S]*)/);
  if (!/quoted-printable/i.test(mail?.raw ?? '')) return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, '%$1');
  return decodeURIComponent(bytes);
}

test('who asked for mail is told by mail, with the way to the report and nobody’s name', async () => {
  const { matter, mails } = await filesByMail();
  await house.runJobs();
  const [mail, ...more] = mails();
  assert.equal(more.length, 0);
  assert.match(mail?.raw ?? '', /^From: Tuntas <tidak-dibalas@tuntas\.test>/m);
  assert.match(mail?.raw ?? '', /^Subject: Laporan Anda tercatat/m);
  assert.match(mail?.raw ?? '', /^Auto-Submitted: auto-generated/m);
  assert.match(read(mail), new RegExp(`http://localhost:8080/lacak/${matter.code}`));
  assert.doesNotMatch(mail?.raw ?? '', /Suryani/);
});

test('the answer stands in the mail, word for word', async () => {
  const { matter, mails } = await filesByMail();
  const { verifier } = office;
  await verifier.verifies(matter);
  await verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await office.liaison.accepts(matter);
  await office.officer.writesReport(matter);
  await office.reviewer.approves(matter);
  await office.head.closesReport(matter);
  await office.liaison.finishes(matter);
  await house.runJobs();
  const subjects = mails().map((mail) => /^Subject: (.*)$/m.exec(mail.raw)?.[1]?.trim());
  assert.equal(subjects.length, 3, 'recorded, sent to a unit, answered');
  assert.match(read(mails().at(-1)), /Kartu Anda sudah diganti/);
});

test('two quick changes never send the wrong text: each mail speaks of its own event', async () => {
  const { citizen, matter, mails } = await filesByMail();
  await office.verifier.asks(matter, 'Di desa mana?');
  await citizen.completes(matter, 'Di Galesong Baru.');
  await house.runJobs();
  assert.match(read(mails().at(-1)), /Di desa mana\?/);
  assert.equal(mails().length, 2);
});

test('a mail server that is busy is asked again, with the same message', async () => {
  const { matter, mails } = await filesByMail();
  post.answerWith(451);
  await house.runJobs();
  const [failed] = await outbox(matter);
  assert.deepEqual([failed?.state, failed?.attempts, failed?.lastError], ['failed', 1, 'smtp 451']);
  assert.equal(failed?.nextAt, instant('2026-11-24 08:16'), 'in a minute');
  assert.doesNotMatch(JSON.stringify(failed), /@/, 'no address where deliveries are looked after');

  post.answerWith(null);
  await house.runJobs();
  assert.equal(mails().length, 0, 'not before');
  await office.until('2026-11-24 08:20');
  assert.equal(mails().length, 1);
  assert.match(mails()[0]?.raw ?? '', new RegExp(`^Message-ID: <${failed?.id}@localhost>`, 'm'));
  assert.equal((await outbox(matter))[0]?.state, 'sent');
});

test('what can never be delivered is given up, stays visible, and can be tried again by hand', async () => {
  const { matter, mails } = await filesByMail();
  post.answerWith(550);
  await house.runJobs();
  const [given] = await outbox(matter);
  assert.equal(given?.state, 'given-up');
  assert.equal(mails().length, 0);

  post.answerWith(null);
  const officer = await office.officer.ask({
    method: 'POST',
    path: `/traffic/out/${given?.id}/retry`,
  });
  assert.equal(officer.status, 403, 'only who looks after deliveries');
  const again = await admin.ask({ method: 'POST', path: `/traffic/out/${given?.id}/retry` });
  assert.equal(again.status, 200);
  await house.runJobs();
  assert.equal(mails().length, 1);
});

test('who gave a number and no address is told on the tracking page, and no mail is made', async () => {
  const before = post.received.length;
  const citizen = office.citizen();
  const contact = { phone: '0812 0000 0000', reach: 'sms' as const };
  const matter = await citizen.files('Bantuan berhenti.', { contact });
  assert.deepEqual(await citizen.wasTold(matter), ['received']);
  const toReporter = post.received.slice(before).filter((mail) => mail.to.startsWith('pelapor'));
  assert.deepEqual(toReporter, []);
});

test('a task and a missed deadline reach an officer by mail, with the number and without the story', async () => {
  const { matter } = await filesByMail();
  await office.verifier.verifies(matter);
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await house.runJobs();
  const mail = post.received.findLast((one) => one.to === office.liaison.email);
  assert.match(mail?.raw ?? '', new RegExp(matter.number));
  assert.doesNotMatch(read(mail), /Bantuan ibu saya|Suryani/);
});

test('a mail that was held up says nothing of a case that was sealed since', async () => {
  const { matter } = await filesByMail();
  await office.until('2026-12-02 08:00');
  const { pool } = house.database;
  // As if the mail server had been busy ever since.
  const { rows } = await pool.query<{ id: string }>(
    `update notifications set status = 'failed'
      where case_id = $1 and channel = 'email' and recipient_kind = 'person' returning id`,
    [matter.id],
  );
  assert.ok(rows.length > 0, 'a missed deadline goes by mail');
  await office.verifier.seals(matter, 'Menyebut pejabat.');
  for (const { id } of rows)
    await pool.query(
      `select graphile_worker.add_job('deliver-notification', json_build_object('id', $1::text), run_at => $2)`,
      [id, house.clock.now()],
    );
  const before = post.received.length;
  await house.runJobs();
  const late = post.received.slice(before);
  assert.equal(
    late.some(({ raw }) => raw.includes(matter.number)),
    false,
  );
  assert.deepEqual(await outbox(matter), []);
  const retry = await admin.ask({ path: `/traffic/out/${rows[0]?.id}/retry`, method: 'POST' });
  assert.equal(retry.status, 404, 'not by hand either');
});

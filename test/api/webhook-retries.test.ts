import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { queueLetters, sweepLetters } from '../../src/features/webhooks/index.ts';
import { createWork } from '../../src/main/worker.ts';
import { openMailer } from '../../src/platform/mail/mailer.ts';
import { partsOf, testHouse } from '../support/house.ts';
import { openMailServer } from '../support/mail-server.ts';
import { ministry } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';
import { openReceiver } from '../support/receiver.ts';
import { bodyOf, minutesLater, receiving, webhooksOf } from '../support/webhooks.ts';

// A receiver that takes nothing for days; and what is sent again because somebody asks for it.

const receiver = await openReceiver();
const post = await openMailServer();
const mailer = openMailer(post.url, 'Tuntas <tidak-dibalas@tuntas.test>');
after(() => mailer.close());
const house = await testHouse({
  now: instant('2026-11-24 08:15'),
  mailer,
  env: { INNER_ADDRESSES: receiver.origin },
});
const office = await ministry(house);
const admin = await office.employ({ name: 'Adi', role: 'system-administrator' });
const hooks = webhooksOf(admin, 'kemensos');

const { takes, refuses, letters, numbers } = receiving(receiver);

beforeEach(async () => {
  await hooks.removesAll();
  receiver.received.length = 0;
  takes();
});

test('after three days in which nothing arrived it is stopped, the administrator is told, and nothing is lost', async () => {
  const { webhook } = await hooks.adds(receiver.origin, ['case.opened']);
  refuses();
  const [first, second] = [await office.citizen().files('Satu.'), await office.citizen().files('Dua.')];
  await house.runJobs();
  await minutesLater(house, 71 * 60);
  assert.equal((await hooks.sees(webhook.id)).state, 'active');
  await minutesLater(house, 7 * 60);
  const stopped = await hooks.sees(webhook.id);
  assert.deepEqual([stopped.state, stopped.waiting], ['stopped', 2]);
  const mails = post.received.filter(({ to }) => to === admin.email);
  assert.equal(mails.length, 1);
  assert.match(mails[0]?.raw ?? '', /konsol\/webhook/);
  const others = post.received.filter(({ raw }) => /konsol\/webhook/.test(raw)).map(({ to }) => to);
  assert.deepEqual(others, [admin.email]);
  const asked = receiver.received.length;
  await minutesLater(house, 24 * 60);
  assert.equal(receiver.received.length, asked, 'it is left in peace');
  takes();
  receiver.received.length = 0;
  await hooks.changes(stopped, 'active');
  await house.runJobs();
  assert.deepEqual(
    letters()
      .map(({ data }) => data.case.number)
      .toSorted(),
    [first.number, second.number].toSorted(),
  );
  const { rows } = await house.database.pool.query(
    `select actor from ledger.inbox where kind = 'webhook.stopped' and subject = $1`,
    [`webhook:${webhook.id}`],
  );
  assert.deepEqual(rows, [{ actor: 'system' }]);
});

test('a receiver that says it is gone is stopped at once', async () => {
  const { webhook } = await hooks.adds(receiver.origin, ['case.opened']);
  refuses(410);
  await office.citizen().files('Satu lagi.');
  await house.runJobs();
  assert.equal((await hooks.sees(webhook.id)).state, 'stopped');
});

test('one letter that is always refused is given up while others arrive, and can be sent again', async () => {
  const { webhook } = await hooks.adds(receiver.origin, ['case.opened']);
  const poison = await office.citizen().files('Yang tidak disukai.');
  receiver.answerBy((response) => {
    const about = bodyOf(receiver.received.at(-1)).data.case.number;
    response.writeHead(about === poison.number ? 500 : 204).end();
  });
  await house.runJobs();
  // As after the four days that it takes to be tried so often.
  await house.database.pool.query('update webhook_deliveries set tries = 22');
  await minutesLater(house, 7 * 60);
  const other = await office.citizen().files('Yang lain.');
  await minutesLater(house, 7 * 60);
  await minutesLater(house, 10);
  assert.deepEqual(numbers().at(-1), [other.number, 1]);
  const [given] = (await hooks.log(webhook.id, '?state=given-up')).items;
  assert.deepEqual([given?.caseNumber, given?.status, given?.tries], [poison.number, 500, 24]);
  assert.equal((await hooks.sees(webhook.id)).state, 'active');
  takes();
  receiver.received.length = 0;
  assert.equal(await hooks.replays(webhook.id, { delivery: given?.id }), 1);
  await house.runJobs();
  assert.deepEqual(numbers(), [[poison.number, 1]]);
});

test('all since a moment is sent again, with the same ids; a moment that is none is refused', async () => {
  const { webhook } = await hooks.adds(receiver.origin, ['case.opened']);
  await office.citizen().files('Kemarin.');
  await house.runJobs();
  await minutesLater(house, 60);
  const since = house.clock.now();
  await office.citizen().files('Hari ini.');
  await house.runJobs();
  const ids = receiver.received.map((letter) => letter.headers['webhook-id']);
  assert.equal(ids.length, 2);
  receiver.received.length = 0;
  assert.equal(await hooks.replays(webhook.id, { since }), 1);
  await house.runJobs();
  assert.deepEqual(
    receiver.received.map((letter) => letter.headers['webhook-id']),
    [ids[1]],
  );
  for (const body of [{}, { since: 'kemarin' }]) {
    const refused = await admin.ask({ path: `/webhooks/${webhook.id}/replay`, body });
    assert.equal(codeOf(refused), 'invalid-input');
  }
  const nothing = await admin.ask({
    path: `/webhooks/${webhook.id}/replay`,
    body: { delivery: '01890000-0000-7000-8000-000000000000' },
  });
  assert.equal(codeOf(nothing), 'not-found');
});

test('letters are written once, however often the job runs, and go after thirty days', async () => {
  const { webhook } = await hooks.adds(receiver.origin, ['case.opened']);
  const matter = await office.citizen().files('Sekali saja.');
  await house.runJobs();
  const work = createWork(partsOf(house), house.connections.database);
  await work((ctx) => queueLetters(ctx, { caseId: matter.id, from: 1, to: 1 }));
  await house.runJobs();
  assert.equal(receiver.received.length, 1);
  assert.equal((await hooks.log(webhook.id)).items.length, 1);
  house.clock.set(new Date(Date.parse(house.clock.now()) + 31 * 86_400_000).toISOString());
  assert.equal(await work(sweepLetters), 1);
  assert.equal((await hooks.log(webhook.id)).items.length, 0);
});

test('whoever a case is about finds none of its letters, in the log, its counts or by replaying', async () => {
  const { webhook } = await hooks.adds(receiver.origin, ['case.opened']);
  const about = await office.citizen().files('Admin sistemnya menjual data.');
  const other = await office.citizen().files('Kartu saya hilang.');
  await house.runJobs();
  const reason = 'Disebut dalam laporan.';
  await office.verifier.does(about, 'conflict', { personId: admin.id, unitId: null, reason });
  const log = await hooks.log(webhook.id);
  assert.deepEqual(
    log.items.map(({ caseNumber }) => caseNumber),
    [other.number],
  );
  const { rows } = await house.database.pool.query('select id from webhook_deliveries where case_id = $1', [
    about.id,
  ]);
  const [hidden] = rows;
  const refused = await admin.ask({ path: `/webhooks/${webhook.id}/replay`, body: { delivery: hidden.id } });
  assert.equal(codeOf(refused), 'not-found');
  receiver.received.length = 0;
  assert.equal(
    await hooks.replays(webhook.id, { since: '2026-11-01T00:00:00Z' }),
    1,
    'as it counts for them',
  );
  assert.equal((await hooks.sees(webhook.id)).waiting, 1);
  await house.runJobs();
  assert.equal(receiver.received.length, 2, 'the receiver lacks nothing for it');
});

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { deliverLetters, queueLetters } from '../../src/features/webhooks/index.ts';
import { createWork } from '../../src/main/worker.ts';
import { openCaller } from '../../src/platform/outside/caller.ts';
import { partsOf, testHouse } from '../support/house.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { openReceiver } from '../support/receiver.ts';
import { bodyOf, isSignedBy, minutesLater, receiving, webhooksOf } from '../support/webhooks.ts';

// What a receiver gets, in which order, and what happens where it does not take it.

const receiver = await openReceiver();
const house = await testHouse({
  now: instant('2026-11-24 08:15'),
  env: { INNER_ADDRESSES: receiver.origin },
});
const office = await ministry(house);
const campus = await polytechnic(house);
const admin = await office.employ({ name: 'Adi', role: 'system-administrator' });
const hooks = webhooksOf(admin, 'kemensos');

const { takes, refuses, letters, numbers } = receiving(receiver);

beforeEach(async () => {
  await hooks.removesAll();
  receiver.received.length = 0;
  takes();
});

test('the way of a case is told in its order, with status, step and deadlines, and nothing personal', async () => {
  const { secret } = await hooks.adds(receiver.origin);
  const citizen = office.citizen();
  const matter = await citizen.files('Bantuan ibu saya, Suryaningsih, berhenti sejak Agustus.', {
    contact: { name: 'Suryaningsih', phone: '0812-3456-7890' },
  });
  await office.verifier.verifies(matter);
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await office.liaison.accepts(matter);
  await office.officer.writesReport(matter);
  await office.reviewer.approves(matter);
  await office.head.closesReport(matter);
  await office.liaison.finishes(matter);
  await citizen.confirms(matter);
  await house.runJobs();
  const told = letters();
  assert.ok(told.every(({ letter }) => isSignedBy(secret, letter)));
  assert.ok(told.every(({ data }) => data.case.number === matter.number));
  const events = told.map(({ data }) => data.event);
  assert.deepEqual(
    events,
    events.toSorted((a, b) => a - b),
  );
  assert.equal(new Set(told.map(({ letter }) => letter.headers['webhook-id'])).size, told.length);
  assert.equal(told[0]?.type, 'case.opened');
  assert.deepEqual(
    ['case.moved', 'case.answered', 'case.closed'].filter((type) => !told.some((one) => one.type === type)),
    [],
  );
  const sent = told.find(({ data }) => data.status === 'dispatched');
  assert.ok(sent?.data.deadlines.some(({ rule, due }) => rule === 'overall' && due !== null));
  assert.equal(told.at(-1)?.data.status, 'closed');
  assert.equal(sent?.data.case.address, `http://localhost:8080/api/v1/cases/${matter.id}`);
  const all = JSON.stringify(receiver.received);
  for (const word of [
    'Suryaningsih',
    'Bantuan',
    '3456',
    matter.code,
    'Ujang',
    'Vera',
    ministryUnits.directorate,
    'Kartu',
    office.officer.id,
  ]) {
    assert.ok(!all.includes(word), word);
  }
  const { rows } = await house.database.pool.query('select content::text from webhook_deliveries');
  assert.doesNotMatch(JSON.stringify(rows), /Suryaningsih|Ujang|Kartu/);
});

test('whoever answers slowly holds one hand of the worker at most: all letters stand in one queue', async () => {
  await hooks.adds(receiver.origin);
  await hooks.adds(`${receiver.origin}/lain`);
  const matter = await office.citizen().files('Antre.');
  const work = createWork(partsOf(house), house.connections.database);
  await work((ctx) => queueLetters(ctx, { caseId: matter.id, from: 1, to: 1 }));
  const { rows } = await house.database.pool.query(
    `select job_queue_id, count(*)::int as count from graphile_worker._private_jobs
      where key like 'webhook:%' group by job_queue_id`,
  );
  assert.deepEqual(
    rows.map((row) => [row.job_queue_id !== null, row.count]),
    [[true, 2]],
  );
  await house.runJobs();
});

test('a letter is only of what was asked for, and of the own institution', async () => {
  await hooks.adds(receiver.origin, ['case.opened']);
  const matter = await office.citizen().files('Kartu saya hilang.');
  await office.verifier.verifies(matter);
  await campus.citizen().files('Kelas saya bocor.');
  await house.runJobs();
  assert.deepEqual(
    letters().map(({ type, data }) => [type, data.case.number]),
    [['case.opened', matter.number]],
  );
});

test('a deadline that is missed, and one that stands still while the reporter is asked, are told', async () => {
  await hooks.adds(receiver.origin, ['deadline.missed', 'deadline.moved']);
  const asked = await office.citizen().files('Bantuan saya belum datang.');
  await office.verifier.asks(asked, 'Di desa mana?');
  await house.runJobs();
  const [paused] = letters();
  assert.deepEqual([paused?.type, paused?.data.case.number], ['deadline.moved', asked.number]);
  assert.ok(paused?.data.deadlines.some((one) => one.paused));
  receiver.received.length = 0;
  const late = await office.citizen().files('Sudah lama menunggu.');
  await office.until('2026-12-04 16:30');
  await house.runJobs();
  const missed = letters().filter(({ data }) => data.case.number === late.number);
  assert.deepEqual(new Set(missed.map(({ type }) => type)), new Set(['deadline.missed']));
  assert.ok(missed[0]?.data.deadlines.some((one) => one.missed));
});

test('of a case that is closed up to both sides, or sealed, nothing is told from then on and nothing is kept', async () => {
  const { webhook } = await hooks.adds(receiver.origin);
  const citizen = office.citizen();
  const [hidden, sealed, closedUp] = [
    await citizen.files('Saya takut.', { secrecy: 'L3' }),
    await citizen.files('Ada yang minta uang.'),
    await citizen.files('Bantuan saya berhenti.'),
  ];
  await house.runJobs();
  assert.deepEqual(
    letters()
      .map(({ data }) => data.case.number)
      .filter((number) => number === hidden.number),
    [],
  );
  refuses();
  await office.verifier.verifies(closedUp);
  await house.runJobs();
  await office.verifier.seals(sealed, 'Menyangkut pejabat.');
  await citizen.makesSecret(closedUp, 'L3');
  const before = await hooks.log(webhook.id);
  assert.ok(before.items.length === 0, 'the log is silent at once, before any job has run');
  assert.equal((await hooks.sees(webhook.id)).waiting, 0);
  takes();
  receiver.received.length = 0;
  await house.runJobs();
  await minutesLater(house, 600);
  assert.deepEqual(numbers(), []);
  const { rows } = await house.database.pool.query('select from webhook_deliveries');
  assert.equal(rows.length, 0);
});

test('what is refused is sent again, later each time, and holds back its own case alone', async () => {
  const { webhook } = await hooks.adds(receiver.origin, ['case.opened', 'case.moved']);
  const first = await office.citizen().files('Yang pertama.');
  receiver.answerBy((response) => {
    const about = bodyOf(receiver.received.at(-1)).data.case.number;
    response.writeHead(about === first.number ? 503 : 204).end();
  });
  await house.runJobs();
  const second = await office.citizen().files('Yang kedua.');
  await office.verifier.verifies(first);
  await house.runJobs();
  assert.deepEqual(new Set(numbers().map(([number]) => number)), new Set([first.number]), 'it rests');
  await minutesLater(house, 1);
  const afterwards = numbers();
  assert.ok(afterwards.some(([number]) => number === second.number));
  const ofFirst = afterwards.filter(([number]) => number === first.number);
  assert.deepEqual(new Set(ofFirst.map(([, event]) => event)), new Set([1]), 'none overtakes the first');
  const waiting = (await hooks.log(webhook.id, '?state=waiting')).items;
  const failed = waiting.find(({ tries }) => tries > 0);
  assert.deepEqual([failed?.caseNumber, failed?.status, failed?.state], [first.number, 503, 'waiting']);
  takes();
  for (const _ of [1, 2, 3, 4]) await minutesLater(house, 30);
  const all = numbers().filter(([number]) => number === first.number);
  const arrived = all.slice(all.findLastIndex(([, event]) => event === 1)).map(([, event]) => event);
  assert.deepEqual(
    arrived,
    arrived.toSorted((a, b) => a - b),
  );
  assert.ok(arrived.length > 1);
  const ids = receiver.received
    .filter((letter) => bodyOf(letter).data.event === 1 && bodyOf(letter).data.case.number === first.number)
    .map((letter) => letter.headers['webhook-id']);
  assert.equal(new Set(ids).size, 1, 'sent again it is the same letter');
  assert.equal((await hooks.sees(webhook.id)).failingSince, null);
});

test('a redirect is not followed and an endless answer is not read; the status decides', async () => {
  const { webhook } = await hooks.adds(receiver.origin, ['case.opened']);
  receiver.answerBy((response) => response.writeHead(302, { location: `${receiver.origin}/lain` }).end());
  await office.citizen().files('Kartu saya tertelan.');
  await house.runJobs();
  assert.deepEqual(
    receiver.received.map(({ path }) => path),
    ['/'],
  );
  assert.equal((await hooks.log(webhook.id)).items[0]?.status, 302);
  receiver.answerBy((response) => response.writeHead(200).end(Buffer.alloc(10 * 1024 * 1024, 'a')));
  await minutesLater(house, 5);
  const [done] = (await hooks.log(webhook.id)).items;
  assert.deepEqual([done?.state, done?.status, done?.tries], ['delivered', 200, 2]);
});

test('who hangs is left, and the letter waits', async () => {
  const { webhook } = await hooks.adds(receiver.origin, ['case.opened']);
  await hooks.changes(webhook, 'paused');
  await office.citizen().files('Antrean panjang.');
  await house.runJobs();
  assert.equal(receiver.received.length, 0, 'paused');
  await house.database.pool.query(`update webhook_subscriptions set state = 'active'`);
  receiver.answerBy(() => {});
  const caller = openCaller({ inner: [receiver.origin], timeLimit: 100 });
  const work = createWork(partsOf(house), house.connections.database);
  await deliverLetters(work, webhook.id, { caller, publicUrl: 'http://localhost:8080' });
  const [held] = (await hooks.log(webhook.id)).items;
  assert.deepEqual([held?.state, held?.fault, held?.status], ['waiting', 'too-slow', null]);
  takes();
  await minutesLater(house, 5);
  assert.equal((await hooks.log(webhook.id)).items[0]?.state, 'delivered');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { matterOf } from '../support/office-citizen.ts';
import { enters } from '../support/office-counter.ts';
import { callsOf, takes, telephoneEnv, telephoneOf, wrapsUp } from '../support/office-telephone.ts';
import { instant } from '../support/office-time.ts';
import { openSmsOperator } from '../support/sms-operator.ts';

/** A call of 171 from the first ring to the closing of the case. */
const operator = await openSmsOperator('telkomsel');
const house = await testHouse({
  now: instant('2026-11-24 08:15'),
  env: { ...telephoneEnv, SMS_LINES: operator.address },
});
await operator.whenBound();
const office = await ministry(house);
const agent = await office.employ({ name: 'Siska', role: 'call-agent' });
const telephone = telephoneOf(house);

test('From ringing to closing: the caller’s earlier case, an urgent one, the receipt by SMS', async () => {
  const before = await office.citizen().files('Bantuan kakek saya berhenti.', {
    contact: { name: 'Sitti', phone: '0812-0000-4141', reach: 'sms' },
  });
  await house.runJobs();
  const call = telephone.newCall();
  await telephone.says({ event: 'ringing', call, caller: '+62 812 0000 4141', agent: agent.email });
  const [ringing] = await callsOf(agent);
  assert.deepEqual([ringing?.state, ringing?.mine, ringing?.caller], ['ringing', true, '+62 812 0000 4141']);
  await office.until('2026-11-24 08:16');
  await telephone.says({ event: 'answered', call });
  const earlier = await agent.ask<{ items: { number: string; status: string }[] }>({
    path: '/cases/searches',
    body: { kind: 'phone', value: ringing?.caller, purpose: 'caller', reason: `Panggilan ${call}` },
  });
  assert.deepEqual(
    earlier.body.items.map(({ number, status }) => [number, status]),
    [[before.number, 'verifying']],
  );

  const done = await enters(agent, {
    channel: 'phone',
    call: ringing?.id ?? '',
    receivedAt: ringing?.beganAt ?? '',
    text: 'Kakek sendirian dan sakit sejak kemarin, tidak ada yang memberi makan.',
    urgent: true,
    contact: { phone: '+62 812 0000 4141', reach: 'sms' },
  });
  const matter = await matterOf(house, done);
  assert.equal(done.receipt.receivedAt, ringing?.beganAt, 'the clocks count from the first ring');
  assert.ok(done.receipt.clocks.some(({ rule }) => rule === 'urgent-social-case'));
  await house.runJobs();
  assert.match(operator.taken.at(-1)?.text ?? '', new RegExp(matter.code));

  // The command centre hears of it at once, and has it on its board.
  assert.deepEqual(await office.controlCentre.wasTold(matter), ['urgent']);
  const board = await office.controlCentre.list('urgent=true&sort=due');
  assert.deepEqual(
    board.items.map(({ number, urgent, clock }) => [number, urgent, clock !== null]),
    [[matter.number, true, true]],
  );

  await office.until('2026-11-24 08:19');
  await telephone.says({ event: 'ended', call });
  const wrapped = await wrapsUp(agent, ringing?.id ?? '', 'urgent-handed-over');
  assert.equal(wrapped.status, 200, wrapped.text);
  assert.deepEqual(await callsOf(agent), []);
  const view = await office.verifier.sees(matter);
  assert.deepEqual(
    view.calls.map(({ sourceId, agent: who, seconds, wrapUp }) => [sourceId, who, seconds, wrapUp]),
    [[call, 'Siska', 180, 'urgent-handed-over']],
  );
  const { rows } = await house.database.pool.query(
    'select c.caller, k.subject from calls c left join vault.keys k on k.subject = c.id where c.source_id = $1',
    [call],
  );
  assert.deepEqual(rows, [{ caller: null, subject: null }], 'the number is gone with its key');

  await office.verifier.verifies(matter, { urgent: true });
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await office.liaison.accepts(matter);
  await office.officer.writesReport(matter);
  await office.reviewer.approves(matter);
  await office.head.closesReport(matter);
  await office.liaison.finishes(matter);
  assert.deepEqual(await office.controlCentre.wasTold(matter), ['report-up', 'urgent'], 'told once');
  await office.citizen().confirms(matter, 5);
  assert.equal((await office.citizen().looks(matter)).status, 'closed');
});

test('Where the telephone says nothing, the agent begins by hand and types the number', async () => {
  const begun = await agent.ask<{ id: string; caller: string; state: string }>({
    path: '/calls/own',
    body: { caller: '0812 0000 9999' },
  });
  assert.deepEqual([begun.status, begun.body.state, begun.body.caller], [201, 'answered', '0812 0000 9999']);
  await office.until('2026-11-24 08:25');
  assert.equal((await wrapsUp(agent, begun.body.id, 'information-given')).status, 200);
});

test('A number that nobody wrapped up is destroyed after a day', async () => {
  const call = telephone.newCall();
  await telephone.says({ event: 'ringing', call, caller: '081200001234' });
  const [rings] = (await callsOf(agent)).filter(({ sourceId }) => sourceId === call);
  assert.deepEqual(
    [rings?.mine, rings?.caller],
    [false, null],
    'nobody reads the number before it is theirs',
  );
  assert.equal((await takes(agent, rings?.id ?? '')).body.caller, '081200001234');
  await office.until('2026-11-25 08:40');
  await house.database.pool.query(`select graphile_worker.add_job('sweep-deadlines')`);
  await house.runJobs();
  const { rows } = await house.database.pool.query('select caller from calls where source_id = $1', [call]);
  const kept = await house.database.pool.query('select subject from vault.keys where subject = $1', [
    rings?.id,
  ]);
  assert.deepEqual([rows, kept.rows], [[{ caller: null }], []]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWaiting } from '../../src/features/messages/index.ts';
import type { OpenedMessage } from '../../src/features/traffic/contract.ts';
import { createWork } from '../../src/main/worker.ts';
import { partsOf } from '../support/house.ts';
import { messageDesk } from '../support/message-desk.ts';
import type { Officer } from '../support/office.ts';

/** What came in and was set aside: what whoever looks after it sees, what they may do, and who else may not. */
const desk = await messageDesk();
const { operator, house, office, elsewhere, admin, newNumber, comes, incoming, act, firstSetAside, entries } =
  desk;
const { verifier } = office;

test('what was set aside is a line without words or number; opened it is read, masked, and that is remembered', async () => {
  const words = 'Status 7KQM-4XRT-9DWP. NIK 7371012345678901, hubungi PROMO-KU.';
  const line = await firstSetAside('PROMO-KU', words);
  assert.equal(line.takenAs, 'no-person');
  assert.doesNotMatch(JSON.stringify(line), /PROMO|7KQM|7371/);
  assert.deepEqual((await incoming(admin))[0], line, 'the administrator sees the same line');

  const opened = await verifier.ask<OpenedMessage>({ path: `/traffic/in/${line.id}` });
  assert.equal(opened.body.sender, 'PROMO-KU');
  assert.match(opened.body.text, /^Status ••••-••••-••••\. NIK •+8901/);
  assert.deepEqual(await entries(`message:${line.id}`), [`message.read person:${verifier.id}`]);
});

test('nobody but who holds the right opens one or decides, and none of another institution', async () => {
  const line = await firstSetAside('MENANG', 'Selamat!');
  const acts = [
    (who: Officer) => who.ask({ path: `/traffic/in/${line.id}` }),
    (who: Officer) => act(who, `in/${line.id}/reading`, { as: 'report' }),
    (who: Officer) => act(who, `in/${line.id}/discard`, { reason: 'advertising' }),
    (who: Officer) => act(who, `in/${line.id}/sender`, { allowed: true }),
  ];
  for (const one of acts) {
    for (const who of [admin, office.liaison, office.officer, office.controlCentre, office.inspector])
      assert.equal((await one(who)).status, 403);
    assert.equal((await one(elsewhere.admin)).status, 404, 'the right, in another institution');
  }
  assert.deepEqual(await incoming(elsewhere.admin), []);
  assert.equal(
    (await elsewhere.admin.ask({ path: '/traffic/in?institution=kemensos' })).status,
    404,
    'not by its name either',
  );
  assert.deepEqual(await entries(`message:${line.id}`), []);
});

test('a role that is narrowed to a unit reaches no messages', async () => {
  const narrowed = await office.employ({
    name: 'Nara',
    role: 'verifier',
    unit: 'Direktorat Jaminan Sosial',
  });
  assert.equal((await narrowed.ask({ path: '/traffic/in' })).status, 403);
  assert.equal((await narrowed.ask({ path: '/traffic/out' })).status, 403);
  assert.equal((await narrowed.ask({ path: '/traffic' })).status, 403);
});

test('taken in after all it is a report; discarded it is kept, and may still be taken in', async () => {
  const line = await firstSetAside('KELURAHAN', 'STATUS jalan di RT 4 rusak, mohon diperbaiki');
  const discarded = await act(verifier, `in/${line.id}/discard`, { reason: 'advertising' });
  assert.equal(discarded.status, 200);
  assert.ok(!(await incoming(verifier)).some(({ id }) => id === line.id));
  const [kept] = await incoming(verifier, '?state=discarded');
  assert.deepEqual([kept?.id, kept?.discardedAs], [line.id, 'advertising']);

  assert.equal((await act(verifier, `in/${line.id}/reading`, { as: 'report' })).status, 200);
  await house.runJobs();
  const read = (await incoming(verifier, '?state=read')).find(({ id }) => id === line.id);
  assert.equal(read?.takenAs, 'report');
  assert.match(
    (await verifier.sees({ id: read?.caseId ?? '', number: '', code: '' } as never)).text,
    /^STATUS jalan/,
  );
  assert.deepEqual(
    operator.taken.filter(({ to }) => to === 'KELURAHAN'),
    [],
    'a name gets no answer',
  );
  assert.equal((await act(verifier, `in/${line.id}/reading`, { as: 'report' })).status, 404, 'once');
  assert.equal(
    (await verifier.ask({ path: `/traffic/in/${line.id}` })).status,
    404,
    'the case tells of it now',
  );
});

test('what was taken for a trick is set aside, and read as a report where somebody says so', async () => {
  const from = newNumber();
  const words = 'Selamat! Anda pemenang undian. Klik www.hadiah.example';
  const line = await firstSetAside(from, words);
  assert.equal(line.takenAs, 'fraud');
  await act(verifier, `in/${line.id}/reading`, { as: 'report' });
  await house.runJobs();
  const read = (await incoming(verifier, '?state=read')).find(({ id }) => id === line.id);
  assert.equal(read?.takenAs, 'report');
  assert.match(operator.taken.findLast(({ to }) => to === from)?.text ?? '', /tercatat, nomor/);
});

test('a message whose reading fails again and again ends as a line, and holds up nothing after it', async () => {
  const from = newNumber();
  await operator.says(from, 'Pesan yang meracuni');
  await operator.says(from, 'BANTUAN');
  const { rows } = await house.database.pool.query<{ sender: string }>(
    `select encode(sender, 'hex') as sender from messages where state = 'waiting' limit 1`,
  );
  const sender = rows[0]?.sender ?? '';
  const work = createWork(partsOf(house), house.connections.database);
  const read: string[] = [];
  const reader = {
    takeAsReport: async () => assert.fail('nobody said so'),
    read: async (_ctx: unknown, { text }: { text: string }) => {
      if (text.includes('racun')) throw new Error('a bug');
      read.push(text);
      return { takenAs: 'help' as const, caseId: null, answer: null };
    },
  };
  for (let attempt = 1; attempt < 5; attempt += 1) {
    await assert.rejects(readWaiting(work, reader, { channel: 'sms', sender }), /a bug/);
    assert.ok(!(await incoming(admin)).some(({ takenAs }) => takenAs === 'unreadable'));
  }
  await readWaiting(work, reader, { channel: 'sms', sender });
  assert.deepEqual(read, ['BANTUAN']);
  const line = (await incoming(admin)).find(({ takenAs }) => takenAs === 'unreadable');
  assert.ok(line);
  // Mended, it is read like any other.
  await act(verifier, `in/${line.id}/reading`, { as: 'itself' });
  await house.runJobs();
  assert.match(operator.taken.findLast(({ to }) => to === from)?.text ?? '', /tercatat, nomor/);
});

test('a message that nobody can open any more is a line that says so', async () => {
  const from = newNumber();
  house.clock.set('2026-11-24T02:00:00.000Z');
  await operator.says(from, 'Kuncinya hilang');
  await house.database.pool.query(
    `delete from vault.keys where subject in (select id from messages where state = 'waiting')`,
  );
  await house.runJobs();
  const [line] = await incoming(verifier);
  assert.equal(line?.takenAs, 'unreadable');
  const opened = await verifier.ask<OpenedMessage>({ path: `/traffic/in/${line?.id}` });
  assert.deepEqual([opened.body.isSealed, opened.body.text], [true, '']);
  await act(verifier, `in/${line?.id}/discard`, { reason: 'no-content' });
});

test('who writes too much is set aside; allowed, all of it is read, long ones whole', async () => {
  const from = newNumber();
  house.clock.set('2026-11-24T02:10:00.000Z');
  for (let n = 0; n < 60; n += 1) await operator.says(from, 'BANTUAN');
  await house.runJobs();
  await operator.saysPart(from, 'Jembatan desa kami putus ', [9, 2, 1]);
  await operator.saysPart(from, 'sejak banjir.', [9, 2, 2]);
  await house.runJobs();
  const [line, ...others] = await incoming(verifier);
  assert.equal(line?.takenAs, 'too-many');
  assert.ok(!others.some(({ takenAs }) => takenAs === 'part'), 'a long message is one line');
  const opened = await verifier.ask<OpenedMessage>({ path: `/traffic/in/${line?.id}` });
  assert.equal(opened.body.text, 'Jembatan desa kami putus sejak banjir.');
  assert.equal(opened.body.sender, `••••• ${from.slice(-3)}`);

  await act(verifier, `in/${line?.id}/sender`, { allowed: true });
  await house.runJobs();
  await comes(from, 'BANTUAN');
  assert.equal(operator.taken.filter(({ to }) => to === from).length, 62);
  const { rows } = await house.database.pool.query<{ text: string }>(
    `select text from submissions where text like 'Jembatan%'`,
  );
  assert.deepEqual(rows, [{ text: 'Jembatan desa kami putus sejak banjir.' }]);
  assert.deepEqual(await entries(`message:${line?.id}`), [
    `message.read person:${verifier.id}`,
    `sender.allowed person:${verifier.id}`,
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Static } from 'typebox';
import type { OutgoingLine, OutgoingList, TrafficSummary } from '../../src/features/traffic/contract.ts';
import { messageDesk } from '../support/message-desk.ts';
import { codeOf } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

/** What goes out, as whoever looks after it sees it, and what they may do. */
const desk = await messageDesk();
const { operator, house, office, elsewhere, admin, newNumber, comes, outgoing, act, entries } = desk;
const { verifier } = office;

/** An answer that the operator does not take. */
async function failedAnswer(status: number): Promise<{ line: OutgoingLine; from: string }> {
  const from = newNumber();
  operator.refusesWith(status);
  await comes(from, 'BANTUAN');
  operator.refusesWith(0);
  const [line] = await outgoing(admin);
  assert.ok(line);
  return { line, from };
}

test('what did not go out is one list, told with its reason and the next attempt, and goes again by hand', async () => {
  const { line, from } = await failedAnswer(0x58);
  assert.deepEqual(
    [line.kind, line.state, line.about, line.lastError, line.nextAt],
    ['answer', 'failed', 'help', 'smpp 88', new Date(Date.parse(house.clock.now()) + 60_000).toISOString()],
  );
  assert.doesNotMatch(JSON.stringify(line), new RegExp(from));
  for (const who of [office.liaison, office.officer, office.inspector])
    assert.equal((await act(who, `out/${line.id}/retry`)).status, 403);
  assert.equal((await act(elsewhere.admin, `out/${line.id}/retry`)).status, 404);
  assert.equal((await act(admin, `out/${line.id}/retry`)).status, 200);
  const twice = await act(admin, `out/${line.id}/retry`);
  assert.equal(codeOf(twice), 'changed-meanwhile', 'it is on its way already');
  await house.runJobs();
  assert.equal(operator.taken.filter(({ to }) => to === from).length, 1);
  assert.equal((await outgoing(admin, '?state=sent'))[0]?.id, line.id);
  assert.deepEqual(await entries(`answer:${line.id}`), [`delivery.retried person:${admin.id}`]);
});

test('what is given up by hand says why, is not sent any more, and may be sent again', async () => {
  const { line, from } = await failedAnswer(0x58);
  const given = await act(verifier, `out/${line.id}/giving-up`, { reason: 'told-otherwise' });
  assert.equal(given.status, 200);
  assert.equal((await act(admin, `out/${line.id}/giving-up`, { reason: 'outdated' })).status, 409);
  await office.until('2026-11-24 12:00');
  assert.equal(operator.taken.filter(({ to }) => to === from).length, 0);
  const [stuck] = await outgoing(admin, '?state=given-up&channel=sms');
  assert.deepEqual([stuck?.id, stuck?.givenUpAs], [line.id, 'told-otherwise']);
  await act(admin, `out/${line.id}/retry`);
  await house.runJobs();
  assert.equal(operator.taken.filter(({ to }) => to === from).length, 1);
});

test('the list goes on by its cursor, each line once, whatever the state; and narrows by time', async () => {
  const from = newNumber();
  for (let n = 0; n < 55; n += 1) await operator.says(from, 'BANTUAN');
  await house.runJobs();
  const all: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const query: string = next === '' ? '' : `?cursor=${next}`;
    const answer = await admin.ask<Static<typeof OutgoingList>>({ path: `/traffic/out${query}` });
    const body: Static<typeof OutgoingList> = answer.body;
    all.push(...body.items.map(({ id }) => id));
    next = body.next;
  }
  const { rows } = await house.database.pool.query<{ n: number }>(
    `select ((select count(*) from messages where reply is not null)
           + (select count(*) from notifications where status <> 'readable'))::int as n`,
  );
  assert.ok(all.length > 50);
  assert.deepEqual([all.length, new Set(all).size], [rows[0]?.n, rows[0]?.n]);
  const early = encodeURIComponent(instant('2026-11-24 08:00'));
  assert.deepEqual(await outgoing(admin, `?before=${early}`), []);
});

test('the counts of the week and the state of the lines stand above, of one’s own institution', async () => {
  await house.database.pool.query(
    `insert into channel_lines values ('sms', 'telkomsel', gen_random_uuid(), '1708', true, true, $1, $1, $1)`,
    [house.clock.now()],
  );
  const { body } = await admin.ask<TrafficSummary>({ path: '/traffic' });
  assert.deepEqual(
    body.institutions.map(({ id }) => id),
    ['kemensos'],
  );
  assert.equal(body.mayOpen, false);
  const sent = body.outgoing.find(({ channel, state }) => channel === 'sms' && state === 'sent');
  assert.ok((sent?.count ?? 0) > 50);
  assert.ok(body.incoming.some(({ state, count }) => state === 'read' && count > 50));
  const [line] = body.lines;
  assert.deepEqual([line?.account, line?.source, line?.state], ['telkomsel', '1708', 'up']);
  assert.ok((line?.accepted ?? 0) > 50);

  const { body: other } = await elsewhere.admin.ask<TrafficSummary>({ path: '/traffic' });
  assert.deepEqual([other.incoming, other.outgoing, other.mayOpen], [[], [], true]);
});

test('a case that is about somebody tells them nothing here: no line, no count, no act', async () => {
  const from = newNumber();
  await comes(from, 'Bantuan kami dipotong di kelurahan');
  const [line] = await outgoing(verifier);
  assert.equal(line?.about, 'report');
  const counted = async () =>
    (await verifier.ask<TrafficSummary>({ path: '/traffic' })).body.outgoing.reduce(
      (sum, { count }) => sum + count,
      0,
    );
  const before = await counted();
  const about = { personId: verifier.id, unitId: null, reason: 'Disebut.' };
  await office.secondVerifier.does({ id: line?.caseId ?? '' } as never, 'conflict', about);
  assert.ok(!(await outgoing(verifier)).some(({ id }) => id === line?.id));
  assert.equal(await counted(), before - 1);
  assert.equal((await act(verifier, `out/${line?.id}/retry`)).status, 404);
  assert.ok((await outgoing(admin)).some(({ id }) => id === line?.id));
});

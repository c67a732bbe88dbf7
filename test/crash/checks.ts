import assert from 'node:assert/strict';
import type { CaseEvent } from '../../src/domain/cases/events.ts';
import { fold } from '../../src/domain/cases/evolve.ts';
import type { Database } from '../../src/platform/db/index.ts';
import type { Schema } from '../../src/platform/db/schema.ts';
import { openClient } from '../bench/client.ts';
import type { HouseUnderFire } from './house-under-fire.ts';
import { type Receipt, type Sent, submit } from './senders.ts';

/**
 * After a kill, over HTTP: each acknowledged submission is found by its code, and sending anything again with
 * its key gives the receipt that was given, or the first one where the answer was lost on its way.
 */
export async function checkRound(house: HouseUnderFire, sent: readonly Sent[]): Promise<void> {
  const client = openClient(house.url());
  try {
    for (const one of sent) {
      const again = await submit(client, one);
      assert.equal(again.status, 201, `sent again: ${JSON.stringify(again.body)}`);
      const { trackingCode, receipt } = again.body as Receipt;
      if (one.receipt !== null) {
        assert.equal(trackingCode, one.receipt.trackingCode, 'the code that was acknowledged');
        assert.equal(receipt.number, one.receipt.receipt.number);
        assert.equal(receipt.receivedAt, one.receipt.receipt.receivedAt);
      }
      const tracked = await client.ask({ method: 'GET', path: `/api/v1/tracking/${trackingCode}` });
      assert.equal(tracked.status, 200);
      assert.equal((tracked.body as { text: string }).text, one.text, 'the words as they were sent');
    }
  } finally {
    client.close();
  }
}

/** At the end, in the database: each once, each log folds to its snapshot, each notice written once. */
export async function checkEverything(house: HouseUnderFire, sent: readonly Sent[]): Promise<void> {
  await house.query(async (database) => {
    await checkOnce(database, sent);
    await checkFolds(database);
    await checkNotices(database);
  });
}

async function checkOnce({ pool }: Database<Schema>, sent: readonly Sent[]): Promise<void> {
  const { rows } = await pool.query<{ text: string }>('select text from submissions order by text');
  assert.deepEqual(
    rows.map(({ text }) => text),
    sent.map(({ text }) => text).toSorted(),
    'every submission once, and nothing else',
  );
  const counts = await pool.query<{ cases: number; reporters: number; openings: number }>(
    `select (select count(*)::int from cases) as cases, (select count(*)::int from reporters) as reporters,
            (select count(*)::int from case_events where type = 'CaseOpened') as openings`,
  );
  const all = sent.length;
  assert.deepEqual(counts.rows, [{ cases: all, reporters: all, openings: all }]);
}

async function checkFolds({ pool }: Database<Schema>): Promise<void> {
  const { rows } = await pool.query<{ id: string; state: object; events: readonly CaseEvent[] }>(
    `select c.id, c.state, json_agg(json_build_object('seq', e.seq, 'type', e.type, 'actor', e.actor,
              'data', e.data, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
            order by e.seq) as events
       from cases c join case_events e on e.case_id = c.id group by c.id`,
  );
  for (const { id, state, events } of rows) {
    assert.deepEqual(
      events.map(({ seq }) => seq),
      events.map((_event, place) => place + 1),
      'no gap in the log',
    );
    assert.deepEqual(
      JSON.parse(JSON.stringify(fold(id, events))),
      state,
      `the log of ${id} folds to its snapshot`,
    );
  }
}

async function checkNotices({ pool }: Database<Schema>): Promise<void> {
  const { rows } = await pool.query<{ template: string; notices: number; cases: number }>(
    `select template, count(*)::int as notices, count(distinct case_id)::int as cases
       from notifications group by template order by template`,
  );
  const { rows: total } = await pool.query<{ cases: number }>('select count(*)::int as cases from cases');
  const cases = total[0]?.cases ?? 0;
  assert.deepEqual(
    rows,
    ['received', 'to-verify'].map((template) => ({ template, notices: cases, cases })),
    'each notice of each case once',
  );
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageDesk } from '../support/message-desk.ts';
import { fillHouse, fullReads } from '../support/office-plans.ts';
import { statementsOf, work } from '../support/office-statements.ts';

/** The lists of the desk among forty thousand messages and as many notices, of several institutions and a year. */
const { house, office, admin, elsewhere } = await messageDesk();
const { pool } = house.database;

const ways = [
  '/traffic/in',
  '/traffic/in?state=read&channel=sms',
  '/traffic/out',
  '/traffic/out?state=given-up',
  '/traffic/out?state=delivered&channel=sms&from=2026-11-01T00:00:00Z',
  '/traffic',
];

test('none reads a growing table from end to end, and each asks little', async (t) => {
  const matter = await office.citizen().files('Bantuan ibu saya berhenti.');
  await house.runJobs();
  await fillHouse(house, [matter], 3000);
  const ours = { kemensos: 3, politeknik: 1 };
  for (const [institution, parts] of Object.entries(ours)) {
    await pool.query(
      `insert into messages (id, channel, account, sender, received_at, state, taken_as, institution_id, case_id, content,
                             reply, attempts, queued_at, updated_at)
       select gen_random_uuid(), 'sms', 'telkomsel', substr(sha256(n::text::bytea), 1, 16), at,
              case when n % 500 = 0 then 'set-aside' else 'read' end,
              case when n % 500 = 0 then 'no-person' else 'status' end, $1, $3, 'x',
              case when n % 500 = 0 then null when n % 300 = 0 then 'given-up' when n % 20 = 0 then 'sent' else 'delivered' end,
              1, at, at
         from (select n, $4::timestamptz - n * interval '13 minutes' as at from generate_series(1, $2::int) n) given`,
      [institution, parts * 10_000, institution === 'kemensos' ? matter.id : null, house.clock.now()],
    );
    await pool.query(
      `insert into notifications (id, case_id, event_seq, template, locale, recipient_kind, channel, params, status,
                                  attempts, created_at, updated_at, institution_id, queued_at)
       select gen_random_uuid(), $3, n, 'received', 'id', 'reporter', case when n % 3 = 0 then 'email' else 'sms' end, '{}',
              case when n % 2 = 0 then 'readable' when n % 301 = 0 then 'given-up' else 'delivered' end, 1, at, at, $1, at
         from (select n + $5::int as n, $4::timestamptz - n * interval '13 minutes' as at
                 from generate_series(1, $2::int) n) given`,
      [institution, parts * 10_000, matter.id, house.clock.now(), parts * 100_000],
    );
  }
  await pool.query(
    `insert into sent_parts (channel, account, source_id, outcome, at)
     select 'sms', 'telkomsel', n::text, 'delivered', $1::timestamptz - n * interval '13 minutes'
       from generate_series(1, 20000) n`,
    [house.clock.now()],
  );
  await pool.query('analyze');
  for (const who of [admin, elsewhere.admin]) {
    for (const path of ways) {
      await t.test(`${path} (${who.role})`, async () => {
        const asked = work(await statementsOf(house, () => who.ask({ path })));
        const own = asked.filter(({ text }) =>
          /messages|notifications|channel_lines|institutions i/.test(text),
        );
        assert.ok(own.length > 0 && own.length <= 3, own.map(({ text }) => text).join('\n'));
        for (const statement of own) {
          const read = await fullReads(house, statement, [
            'cases',
            'messages',
            'notifications',
            'sent_parts',
          ]);
          assert.deepEqual(read, [], statement.text.replace(/\s+/g, ' '));
        }
      });
    }
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../../test/support/house.ts';
import { ministry } from '../../../test/support/office-casts.ts';
import { ministryPaths } from '../../../test/support/office-paths.ts';
import { fillHouse, fullReads } from '../../../test/support/office-plans.ts';
import { statementsOf, work } from '../../../test/support/office-statements.ts';
import { instant } from '../../../test/support/office-time.ts';

/** What a question costs: one statement beside the one that asks who it is, and no table read from end to end. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const path = ministryPaths(office);
const ask = '/statistics/compliance';
const sop = 'procedure=kemensos/pengelolaan-sp4n-lapor&from=2026-11-01&to=2026-11-24';
const questions = [
  `${ask}?${sop}`,
  `${ask}?${sop}&asOf=2026-11-20`,
  `${ask}/steps/3/cases?${sop}&version=1&measure=done`,
  `${ask}/steps/6/cases?${sop}&version=1&measure=waiting`,
  `${ask}/cases?${sop}&measure=missed`,
];

/** Copies of measured cases, spread over some years, as if a job had measured each. */
async function measureCopies(models: readonly string[]): Promise<void> {
  const { pool } = house.database;
  const among = `(select c.id, row_number() over (order by c.id) as n, c.title from cases c
    where not exists (select from measured_cases m where m.case_id = c.id)) c`;
  const model = `$1::uuid[] @> array[r.case_id] and r.case_id = ($1::uuid[])[1 + c.n % cardinality($1::uuid[])]`;
  const earlier = (column: string) => `r.${column} - c.n * interval '5 hours'`;
  await pool.query(
    `insert into step_runs select c.id, r.number, r.institution_id, r.procedure_id, r.procedure_version, r.step,
       r.actors, r.unit_id, r.unit_path, r.area_code, r.category_id, r.sealed, ${earlier('entered_at')},
       ${earlier('left_at')}, r.exit, r.next_step, r.limit_amount, r.limit_unit, r.due_since, r.dues,
       r.outcome_since, r.outcomes, ${earlier('done_at')}, r.used, r.used_unit, r.paused_seconds
     from ${among}, step_runs r where ${model}`,
    [models],
  );
  await pool.query(
    `insert into measured_cases select c.id, r.version, r.institution_id, r.procedure_id, r.procedure_version,
       ${earlier('received_at')}, r.area_code, r.category_id, r.sealed, r.followed_up_at, r.reopened_at,
       r.ending_since, r.endings, r.unit_since, r.unit_paths, r.schedule_since, r.schedules, r.overall_since, r.overalls
     from ${among}, measured_cases r where ${model}`,
    [models],
  );
  await pool.query('analyze');
}

test('A question is one statement, and reads no growing table from end to end', async (t) => {
  const citizen = office.citizen();
  const closed = await path.answered(citizen);
  await citizen.confirms(closed, 5);
  const open = await path.accepted(citizen);
  await house.runJobs();
  await fillHouse(house, [closed, closed, closed, open], 4000);
  await measureCopies([...Array.from({ length: 40 }, () => closed.id), open.id]);
  for (const question of questions) {
    await t.test(question, async () => {
      const asking = () => office.controlCentre.ask({ path: question });
      assert.equal((await asking()).status, 200);
      const seen = work(await statementsOf(house, asking));
      assert.equal(seen.length, 2, 'who it is, and the answer');
      for (const statement of seen) {
        const read = await fullReads(house, statement);
        assert.deepEqual(read, [], statement.text.replace(/\s+/g, ' ').slice(0, 600));
      }
    });
  }
});

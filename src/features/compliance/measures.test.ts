import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../../test/support/house.ts';
import { type Ministry, ministry } from '../../../test/support/office-casts.ts';
import { ministryPaths } from '../../../test/support/office-paths.ts';
import { instant } from '../../../test/support/office-time.ts';
import { rebuildCompliance } from '../../main/rebuild-compliance.ts';
import type { CasesOfFigure, Compliance } from './contract.ts';

/** How the measures are kept, and who may count what. */
const house = await testHouse({ now: instant('2026-11-16 08:00') });
const office = await ministry(house);
const path = ministryPaths(office);
const sop = 'procedure=kemensos/pengelolaan-sp4n-lapor';
const { database, clock } = house;

async function figures(who: Ministry['head'] = office.controlCentre, more = ''): Promise<Compliance> {
  const answer = await who.ask<Compliance>({ path: `/statistics/compliance?${sop}${more}` });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

async function kept(): Promise<unknown> {
  const runs = await database.pool.query('select * from step_runs order by case_id, number');
  const cases = await database.pool.query('select * from measured_cases order by case_id');
  return { runs: runs.rows, cases: cases.rows };
}

function ran(found: Compliance, step: string): number | undefined {
  return found.steps.find((one) => one.step === step)?.ran;
}

test('Measured by the jobs of the acts, or anew by the log: the same rows, however often', async () => {
  await path.answered(office.citizen());
  await path.accepted(office.citizen());
  await house.runJobs();
  const before = await kept();
  assert.equal(await rebuildCompliance({ database, office: house.office, clock: clock.now }), 2);
  assert.deepEqual(await kept(), before);
});

test('What a lost job left out is caught up by the hourly sweep', async () => {
  const matter = await path.verified(office.citizen());
  await database.pool.query('delete from graphile_worker._private_jobs');
  const before = ran(await figures(), '3');
  await database.pool.query(`select graphile_worker.add_job('sweep-measures')`);
  await house.runJobs();
  assert.equal(ran(await figures(), '3'), (before ?? 0) + 1);
  const { rows } = await database.pool.query<{ version: number }>(
    'select m.version from measured_cases m join cases c on c.id = m.case_id and c.version = m.version where c.id = $1',
    [matter.id],
  );
  assert.equal(rows.length, 1);
});

test('The head of a unit counts what the unit ran; others and nobody count nothing', async () => {
  const own = await figures(office.head);
  assert.equal(ran(own, '5'), 2);
  assert.equal(ran(own, '3'), 0, 'verified before any unit had it');
  assert.equal(own.cases.received, 2);
  assert.equal(ran(await figures(office.otherHead), '5'), 0);
  const unit = office.unit('Direktorat Jaminan Sosial');
  assert.equal(ran(await figures(office.controlCentre, `&unit=${unit}`), '5'), 0);
  const refused = await office.officer.ask({ path: `/statistics/compliance?${sop}` });
  assert.equal(refused.status, 403);
  const foreign = await office.head.ask({ path: `/statistics/compliance?${sop}&institution=politeknik` });
  assert.equal(foreign.status, 403);
});

test('The figures of an actor and of a unit open their lists too', async () => {
  const found = await figures();
  const list = async (more: string) => {
    const path = `/statistics/compliance/runs?${sop}${more}`;
    const answer = await office.controlCentre.ask<CasesOfFigure>({ path });
    assert.equal(answer.status, 200, answer.text);
    return answer.body;
  };
  for (const { ids, ran: count } of found.actors)
    assert.equal((await list(`&actors=${ids.join()}`)).total, count, ids.join());
  for (const { unitId, ran: count } of found.units)
    assert.equal((await list(`&holder=${unitId ?? 'none'}`)).total, count);
  assert.equal((await list('&measure=late')).total, 0, 'no row of the ministry has a limit');
});

test('A sealed case is counted by nobody who cannot know of it, not even for a day before', async () => {
  const matter = await path.filed(office.citizen(), 'Kepala seksi meminta uang untuk tanda tangan.');
  await office.until('2026-11-17 08:00');
  const before = await figures(office.controlCentre, '&asOf=2026-11-16');
  await office.verifier.seals(matter, 'menyebut pejabat');
  await house.runJobs();
  const after = await figures(office.controlCentre, '&asOf=2026-11-16');
  assert.equal(after.cases.received, before.cases.received - 1);
  assert.equal(ran(after, '3'), (ran(before, '3') ?? 0) - 1);
  assert.ok(!after.cases.endings.some(({ ending }) => ending === 'sealed'));
  const sealed = await figures(office.inspector);
  assert.deepEqual(
    sealed.cases.endings.filter(({ ending }) => ending === 'sealed'),
    [{ ending: 'sealed', count: 1 }],
  );
  const list = await office.controlCentre.ask<CasesOfFigure>({
    path: `/statistics/compliance/steps/3/cases?${sop}&version=1`,
  });
  assert.ok(list.body.items.every((item) => item.number !== matter.number));
});

test('Questions that make no sense are refused by field', async () => {
  const ask = (query: string) =>
    office.controlCentre.ask<{ code: string; fields: Record<string, string> }>({
      path: `/statistics/compliance?${query}`,
    });
  const notADate = 'Tanggal ini tidak ada dalam kalender.';
  assert.equal((await ask('procedure=tidak/ada')).status, 404);
  assert.equal((await ask(`${sop}&version=9`)).status, 404);
  assert.deepEqual((await ask(`${sop}&from=2026-02-30`)).body.fields, { from: notADate });
  assert.deepEqual((await ask(`${sop}&from=2026-03-01&to=2026-02-01`)).body.fields, {
    to: 'Di luar batas yang boleh.',
  });
  assert.deepEqual((await ask(`${sop}&asOf=kemarin`)).body.fields, { asOf: notADate });
  assert.equal((await ask(`${sop}&asOf=2030-01-01`)).status, 200, 'nothing is known of the future');
});

test('As CSV: a figure a line, its meaning beside it, and no cell is a formula', async () => {
  await database.pool.query(
    `update units set name = '=HYPERLINK("x")' where name = 'Direktorat Rehabilitasi Sosial Anak'`,
  );
  const read = async (language: string) => {
    const { cookie } = await office.controlCentre.signIn();
    return house.app.inject({
      url: `/api/v1/statistics/compliance.csv?${sop}`,
      headers: { cookie, 'accept-language': language },
    });
  };
  const answer = await read('id');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8');
  const [head = '', ...lines] = answer.body.split('\r\n');
  assert.ok(head.startsWith('\uFEFF"prosedur";"dari";"sampai"'));
  const received = lines.find((line) => line.includes('"Masuk"')) ?? '';
  assert.match(received, /;\d+;"perkara";"Perkara yang diterima di kanal mana pun/);
  assert.ok(lines.some((line) => line.includes(`"'=HYPERLINK(""x"")"`)));
  assert.ok(!lines.some((line) => /(^|;)"[=+\-@]/.test(line)));
  assert.ok((await read('en')).body.includes('"procedure","from","to"'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseRights, PersonRights } from '../../src/features/rights/contract.ts';
import type { LeaderPage } from '../../src/features/statistics/contract.ts';
import { testHouse } from '../support/house.ts';
import type { Matter } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** What is said of rights is what the rules do. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
const citizen = office.citizen();
const { verifier, officer, head, makassar, fieldWorker } = office;
const administrator = await office.employ({ name: 'Adi', role: 'system-administrator' });
const double = await office.employ({
  name: 'Dua Peran',
  role: 'reviewer',
  also: ['unit-head'],
  unit: ministryUnits.directorate,
});
const everybody = [
  verifier,
  officer,
  head,
  makassar,
  fieldWorker,
  double,
  administrator,
  office.secondVerifier,
  office.liaison,
  office.reviewer,
  office.otherOfficer,
  office.ternate,
  office.secondFieldWorker,
  office.controlCentre,
  office.channelOfficer,
  office.inspector,
  campus.admin,
];

async function rightsOf(matter: Matter, by = verifier): Promise<CaseRights> {
  const answer = await by.ask<CaseRights>({ path: `/cases/${matter.id}/rights` });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

async function tasked(): Promise<Matter> {
  const matter = await path.accepted(citizen);
  const limit = { amount: 1, unit: 'workingDay' } as const;
  await officer.assigns(matter, { unitId: office.unit(ministryUnits.makassar), task: 'Kunjungi', limit });
  await officer.assigns(matter, { person: fieldWorker, task: 'Datang', limit });
  await officer.copies(matter, office.unit(ministryUnits.ternate));
  await verifier.does(matter, 'conflict', { personId: head.id, unitId: null, reason: 'Disebut.' });
  await verifier.does(matter, 'conflict', {
    personId: null,
    unitId: office.unit(ministryUnits.other),
    reason: 'Disebut.',
  });
  return matter;
}

for (const [stage, reach] of [
  ['to be verified', path.filed],
  ['with tasks, copies and a conflict list', tasked],
  ['to be examined', path.reported],
  ['answered', path.answered],
] as const) {
  test(`A case ${stage}: who is listed opens it, who is not does not, and the acts are those of the page`, async () => {
    const matter = await reach(citizen);
    const { people, more } = await rightsOf(matter);
    assert.equal(more, false);
    for (const who of everybody) {
      const listed = people.find(({ id }) => id === who.id);
      const page = await who.ask<{ acts: string[]; wholeCase: boolean }>({ path: `/cases/${matter.id}` });
      const sees = listed?.grants.map((grant) => grant.sees) ?? [];
      assert.equal(
        page.status === 200,
        sees.some((one) => one !== 'nothing'),
        `${stage}: ${who.name}`,
      );
      if (page.status !== 200) continue;
      assert.equal(page.body.wholeCase, sees.includes('case'), `${stage}: ${who.name}`);
      const acts = [...new Set(listed?.grants.flatMap((grant) => grant.acts))];
      assert.deepEqual(acts.toSorted(), page.body.acts.toSorted(), `${stage}: ${who.name}`);
    }
  });
}

test('Whom the list keeps out is said to be so, where their role would have let them in', async () => {
  const { people, step } = await rightsOf(await tasked());
  assert.equal(people.find(({ id }) => id === head.id)?.keptOut, true);
  assert.equal(
    people.find(({ id }) => id === office.otherOfficer.id),
    undefined,
    'never had it in reach',
  );
  assert.ok((step?.roles.length ?? 0) > 0);
});

test('Who does not read the whole case does not learn who does, and an administrator sees no content', async () => {
  const matter = await tasked();
  assert.equal((await head.ask({ path: `/cases/${matter.id}/rights` })).status, 404);
  for (const who of [fieldWorker, administrator])
    assert.equal(codeOf(await who.ask({ path: `/cases/${matter.id}/rights` })), 'not-authorized');
  assert.equal((await campus.admin.ask({ path: `/cases/${matter.id}/rights` })).status, 404);
});

test('A person reads their own rights; of others only who manages them', async () => {
  const own = await officer.ask<PersonRights>({ path: `/people/${officer.id}/rights` });
  assert.equal(own.status, 200, own.text);
  assert.deepEqual(
    own.body.grants.map(({ role, unit }) => [role, unit]),
    [['unit-officer', ministryUnits.directorate]],
  );
  assert.ok(own.body.grants[0]?.steps.some(({ no }) => no === '6'));
  const seen = await administrator.ask<PersonRights>({ path: `/people/${officer.id}/rights` });
  assert.deepEqual(seen.body, own.body);
  for (const who of [verifier, campus.admin])
    assert.equal((await who.ask({ path: `/people/${officer.id}/rights` })).status, 404);
  assert.equal((await administrator.ask({ path: `/people/${campus.admin.id}/rights` })).status, 404);
});

test('Who counts for one area or category alone is shown no other figures', async () => {
  await house.database.pool.query(`insert into areas (code, name, level, full_name, search) values
    ('32', 'Jawa Barat', 'province', 'Jawa Barat', ' jawa barat') on conflict do nothing`);
  const { rows } = await house.database.pool.query<{ id: string }>(
    `select id from categories where institution_id = 'kemensos' order by position limit 1`,
  );
  const category = rows[0]?.id ?? '';
  const openOf = async (who: typeof verifier) => {
    const answer = await who.ask<LeaderPage>({ path: '/statistics/units?institution=kemensos' });
    return answer.body.rows.find(({ unitId }) => unitId === null)?.open ?? 0;
  };
  const hire = (name: string, given: { areaCode?: string; categoryId?: string }) =>
    office.employ({ name, role: 'control-centre', ...given });
  const west = await hire('Jabar', { areaCode: '32' });
  const ofCategory = await hire('Kategori', { categoryId: category });
  assert.deepEqual([await openOf(west), await openOf(ofCategory)], [0, 0]);
  await citizen.files('Bantuan berhenti.', { areaCode: '32' });
  await citizen.files('Bantuan berhenti.', { category });
  assert.deepEqual([await openOf(west), await openOf(ofCategory)], [1, 1]);
  assert.ok((await openOf(office.controlCentre)) > 2);
});

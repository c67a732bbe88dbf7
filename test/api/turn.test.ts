import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { classification } from '../support/office-officer.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const path = ministryPaths(office);
const campus = await polytechnic(house);
const citizen = office.citizen();
const { verifier, liaison, officer, inspector } = office;
const directorate = office.unit(ministryUnits.directorate);
const nobody = '01890000-0000-7000-8000-000000000000';

test('A list holds whose turn it is: a permission without a role that the SOP names makes it nobody’s', async () => {
  const matter = await path.accepted(office.citizen());
  assert.ok((await officer.workList('queue=handling')).includes(matter.number));
  assert.ok((await officer.workList('queue=mine')).includes(matter.number));
  for (const other of [verifier, inspector]) {
    assert.equal((await other.sees(matter)).number, matter.number, 'may be read');
    const counts = await other.ask<{ queues: Record<string, unknown> }>({ path: '/cases/counts' });
    assert.equal(counts.body.queues.handling, undefined, 'the list is not offered');
    for (const query of ['queue=handling', 'queue=mine'])
      assert.equal((await other.workList(query)).includes(matter.number), false, query);
  }
});

test('What the form leaves to a stand-in is on the stand-in’s list', async () => {
  const matter = await path.accepted(office.citizen());
  // A8: nobody was assigned, so the unit writes the handling report itself.
  await officer.writesReport(matter);
  assert.ok((await office.reviewer.workList('queue=review')).includes(matter.number));
});

test('The same act twice: the second time it is no longer this step', async () => {
  const matter = await path.filed(citizen);
  await verifier.verifies(matter);
  assert.equal(
    await verifier.isRefused(matter, 'verification', { ...classification, note: '' }),
    'not-this-step',
  );
  await verifier.sendsTo(matter, directorate);
  const again = { unitId: directorate, copyUnitIds: [], note: '' };
  assert.equal(await verifier.isRefused(matter, 'disposition', again), 'not-this-step');
  await liaison.accepts(matter);
  assert.equal(await liaison.isRefused(matter, 'acceptance', {}), 'not-this-step');
});

test('A unit of another institution, or one that does not exist, cannot be sent a case', async () => {
  const matter = await path.verified(citizen);
  const foreign = campus.unit('Bagian Keuangan');
  for (const unitId of [foreign, nobody])
    assert.equal(
      await verifier.isRefused(matter, 'disposition', { unitId, copyUnitIds: [], note: '' }),
      'invalid-input',
    );
});

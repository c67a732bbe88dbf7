import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { ministry } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const path = ministryPaths(office);
const { verifier, officer, inspector } = office;

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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HandedOver, OpenWork } from '../../src/features/cases/contract.ts';
import type { PersonView } from '../../src/features/people/contract.ts';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** Tasks of somebody who leaves: listed for those who gave them, and handed over with their clocks as they are. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const path = ministryPaths(office);
const limit = { amount: 2, unit: 'workingDay' } as const;

test('open tasks go from one person to another: a reason, an event, a notice to both, the clock unmoved', async () => {
  const { officer, fieldWorker } = office;
  const next = await office.employ({ name: 'Sari', role: 'field-worker', unit: ministryUnits.makassar });
  const first = await path.accepted(office.citizen());
  const second = await path.accepted(office.citizen());
  const kept = await path.accepted(office.citizen());
  const one = await officer.assigns(first, { person: fieldWorker, task: 'Kunjungi', limit });
  await officer.assigns(second, { person: fieldWorker, task: 'Tanyakan', limit });
  await officer.assigns(kept, { person: next, task: 'Milik sendiri', limit });
  const clockOf = async (id: string) =>
    (await officer.sees({ id: first.id } as typeof first)).clocks.find(
      (clock) => clock.id === `assignment:${id}`,
    );
  const before = await clockOf(one);

  house.clock.set(instant('2026-11-24 10:15'));
  const work = await officer.ask<OpenWork>({ path: '/open-work' });
  const held = work.body.holders.find(({ person }) => person.id === fieldWorker.id);
  assert.deepEqual(
    held?.tasks.map(({ number }) => number).toSorted(),
    [first.number, second.number].toSorted(),
  );
  assert.ok(work.body.people.some(({ personId }) => personId === next.id));

  const body = { fromId: fieldWorker.id, toId: next.id, assignmentIds: [one], reason: 'Cuti melahirkan.' };
  const some = await officer.ask<HandedOver>({ path: '/open-work/hand-over', body });
  assert.deepEqual(some.body, { done: [first.number], refused: [] });
  assert.deepEqual(await clockOf(one), before);
  assert.ok(await fieldWorker.cannotFind(first), 'whoever gave it away sees it no more');
  assert.equal((await next.sees(first)).assignments[0]?.person?.name, 'Sari');
  const told = (await officer.sees(first)).timeline.find(({ type }) => type === 'AssignmentHandedOver');
  assert.equal(told?.data.reason, 'Cuti melahirkan.');
  await house.runJobs();
  const { rows } = await house.database.pool.query(
    "select template, person_id from notifications where case_id = $1 and template in ('assigned', 'handed-over') order by created_at, template",
    [first.id],
  );
  assert.deepEqual(
    rows.map(({ template, person_id }) => [template, person_id]),
    [
      ['assigned', fieldWorker.id],
      ['assigned', next.id],
      ['handed-over', fieldWorker.id],
    ],
  );

  const rest = await officer.ask<HandedOver>({
    path: '/open-work/hand-over',
    body: { ...body, assignmentIds: null },
  });
  assert.deepEqual(rest.body.done, [second.number]);
  await next.reports(first, one);
});

test('nobody hands over what they could not give, nor to somebody whom the SOP does not name', async () => {
  const { officer, fieldWorker, otherOfficer, verifier } = office;
  const matter = await path.accepted(office.citizen());
  const task = await officer.assigns(matter, { person: fieldWorker, task: 'Kunjungi', limit });
  const body = { fromId: fieldWorker.id, toId: office.makassar.id, assignmentIds: [task], reason: 'Cuti.' };
  const theirs = await otherOfficer.ask<HandedOver>({ path: '/open-work/hand-over', body });
  assert.deepEqual(theirs.body, { done: [], refused: [] }, 'out of reach, as if it were not there');
  assert.equal(codeOf(await verifier.ask({ path: '/open-work' })), 'not-authorized');
  const toVerifier = { ...body, toId: verifier.id };
  const refused = await officer.ask<HandedOver>({ path: '/open-work/hand-over', body: toVerifier });
  assert.deepEqual(refused.body.refused, [{ number: matter.number, code: 'assignee-not-allowed' }]);
  const unreasoned = await officer.ask({ path: '/open-work/hand-over', body: { ...body, reason: ' ' } });
  assert.equal(codeOf(unreasoned), 'invalid-input');
});

test('of a closed account the administrator sees how much waits, and who gave it sees what', async () => {
  const { officer } = office;
  const admin = await office.employ({ name: 'Admin', role: 'system-administrator' });
  const leaving = await office.employ({ name: 'Pergi', role: 'field-worker', unit: ministryUnits.makassar });
  await leaving.signIn();
  const matter = await path.accepted(office.citizen());
  await officer.assigns(matter, { person: leaving, task: 'Kunjungi', limit });
  const unitId = office.unit(ministryUnits.makassar);
  const input = { name: 'Pergi', email: leaving.email, unitId, active: false, grants: [] };
  const closed = await admin.ask<PersonView>({ method: 'PUT', path: `/people/${leaving.id}`, body: input });
  assert.equal(closed.body.openAssignments, 1);
  assert.equal((await leaving.ask({ path: '/session/all' })).status, 401);
  const work = await officer.ask<OpenWork>({ path: '/open-work' });
  assert.deepEqual(work.body.holders[0]?.person.name, 'Pergi');
  assert.equal(work.body.holders[0]?.active, false);
});

test('however many tasks others have, the officer’s own are listed', async () => {
  const { officer, fieldWorker } = office;
  const matter = await path.accepted(office.citizen());
  const task = await officer.assigns(matter, { person: fieldWorker, task: 'Kunjungi', limit });
  // Two hundred and fifty tasks of a case that the officer does not reach, all due before.
  const beyond = await path.filed(office.citizen());
  await house.database.pool.query(
    `insert into case_assignments (id, case_id, person_id, state, due_at)
     select gen_random_uuid(), $1, $2, 'open', '2026-11-24T00:00:00Z' from generate_series(1, 250)`,
    [beyond.id, fieldWorker.id],
  );
  const work = await officer.ask<OpenWork>({ path: '/open-work' });
  const listed = work.body.holders.flatMap(({ tasks }) => tasks.map(({ assignmentId }) => assignmentId));
  assert.ok(listed.includes(task));
});

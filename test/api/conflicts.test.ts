import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import type { Matter, Officer } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** Whom a case is about learns nothing of it, by any way of the API. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
const citizen = office.citizen();
const { verifier, secondVerifier, officer, head, controlCentre } = office;
const nobody = '01890000-0000-7000-8000-000000000000';
const directorate = office.unit(ministryUnits.directorate);

const namePerson = (matter: Matter, who: Officer, by = verifier) =>
  by.does(matter, 'conflict', { personId: who.id, unitId: null, reason: 'Disebut dalam laporan.' });
const nameUnit = (matter: Matter, unitId: string) =>
  verifier.does(matter, 'conflict', { personId: null, unitId, reason: 'Unit yang diadukan.' });

/** Everything by which a person could learn of cases, as it stands for them now. */
async function everythingTold(who: Officer): Promise<ReadonlyMap<string, string>> {
  await house.runJobs();
  const ways = [
    '/cases',
    '/cases?q=PKH',
    '/cases?queue=mine',
    '/cases?queue=assigned',
    '/cases/counts',
    '/notifications',
    '/statistics/units?institution=kemensos',
    '/statistics/compliance?procedure=kemensos/pengelolaan-sp4n-lapor',
    '/statistics/compliance/cases?procedure=kemensos/pengelolaan-sp4n-lapor',
    '/statistics/compliance/runs?procedure=kemensos/pengelolaan-sp4n-lapor',
    '/statistics/compliance/steps/3/cases?version=1&procedure=kemensos/pengelolaan-sp4n-lapor',
  ];
  const told = new Map<string, string>();
  for (const way of ways) {
    const answer = await who.ask({ path: way });
    assert.ok([200, 403].includes(answer.status), `${way}: ${answer.text}`);
    told.set(way, bare(answer.text));
  }
  return told;
}

/** Without what differs from one request to the next, and without the case that was asked for. */
function bare(text: string): string {
  return text.replaceAll(/"requestId":"[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
}

for (const [who, how] of [
  [controlCentre, 'by name'],
  [head, 'by name'],
  [head, 'by unit'],
] as const) {
  test(`${who.role}, named ${how}: lists, counts, figures and notices are as before the case was there`, async () => {
    const before = await everythingTold(who);
    const matter = await path.sent(citizen);
    assert.notDeepEqual(await everythingTold(who), before, 'an ordinary case shows');
    await (how === 'by name' ? namePerson(matter, who) : nameUnit(matter, directorate));
    for (const [way, text] of await everythingTold(who)) assert.ok(text === before.get(way), way);
  });
}

test('The page, its parts and every act answer as if there were no such case, byte for byte', async () => {
  const matter = await path.accepted(citizen);
  await namePerson(matter, officer);
  for (const part of ['', '/drawing', '/assignees', '/people?q=or', `/attachments/${nobody}`]) {
    const [real, none] = [
      await officer.ask<{ instance?: string }>({ path: `/cases/${matter.id}${part}` }),
      await officer.ask<{ instance?: string }>({ path: `/cases/${nobody}${part}` }),
    ];
    assert.equal(real.status, 404, part);
    const seen = ({ text, headers }: typeof real) => [
      bare(text),
      headers.etag,
      headers['cache-control'],
      headers['content-type'],
    ];
    assert.deepEqual(seen(real), seen(none), part);
  }
  assert.equal(await officer.isRefused(matter, 'note', { text: 'Halo' }), 'not-found');
});

test('Who names themselves lets go of the case at once, and colleagues go on', async () => {
  const matter = await path.accepted(citizen);
  const done = await namePerson(matter, officer, officer);
  assert.deepEqual(done.acts, []);
  assert.ok(await officer.cannotFind(matter));
  assert.ok((await office.liaison.mayDo(matter)).includes('handling-report'));
});

test('A case is not merged into one that is about the officer, nor does it say that there is one', async () => {
  const [about, other] = [await path.verified(citizen), await path.verified(citizen)];
  await namePerson(about, secondVerifier);
  const tries = (intoNumber: string) => secondVerifier.tries(other, 'merger', { intoNumber });
  const [real, none] = [await tries(about.number), await tries('2611-99999')];
  assert.equal(bare(real.text), bare(none.text));
  await verifier.merges(other, about);
  assert.ok(await secondVerifier.cannotFind(other), 'one matter, one list');
});

test('Whom a merged case comes to be about later is kept out of both', async () => {
  const [parent, child] = [await path.verified(citizen), await path.verified(citizen)];
  await verifier.merges(child, parent);
  await namePerson(child, secondVerifier);
  assert.ok(await secondVerifier.cannotFind(parent));
  assert.equal((await verifier.sees(parent)).conflicts[0]?.source, 'merger');
});

test('Notices pass by whom the case is about, and reach somebody else', async () => {
  const matter = await path.filed(citizen);
  for (const one of [verifier, secondVerifier, office.thirdVerifier]) await namePerson(matter, one, one);
  await office.until('2026-12-21 08:00');
  assert.deepEqual(await verifier.wasTold(matter), []);
  assert.ok((await controlCentre.wasTold(matter)).includes('deadline-missed'), 'nobody else verifies');
});

test('A whole name in the text keeps its owner out from the first moment, until a verifier finds another is meant', async () => {
  const named = await office.employ({ name: 'H. Darmawan Sutopo, S.Sos.', role: 'verifier' });
  const namesake = await office.employ({ name: 'Darmawan Sutopo Putra', role: 'verifier' });
  const matter = await citizen.files('Pak DARMAWAN  SUTOPO meminta uang kepada ibu saya.');
  assert.ok(await named.cannotFind(matter));
  assert.deepEqual(await named.wasTold(matter), []);
  const { conflicts, timeline } = await namesake.sees(matter);
  assert.deepEqual(
    conflicts.map(({ person, source }) => [person?.name, source]),
    [['H. Darmawan Sutopo, S.Sos.', 'text']],
  );
  const conflictId = conflicts[0]?.id ?? '';
  assert.equal(
    await namesake.isRefused(matter, 'conflict-lifting', { conflictId, reason: ' ' }),
    'invalid-input',
  );
  await namesake.does(matter, 'conflict-lifting', { conflictId, reason: 'Ketua RT yang bernama sama.' });
  assert.equal((await named.sees(matter)).conflicts.length, 0);
  const types = (await named.sees(matter)).timeline.map(({ type }) => type);
  assert.ok(timeline.length < types.length && types.includes('ConflictLifted'));
  const campusMatter = await campus.citizen().files('Pak Darmawan Sutopo meminta uang.');
  assert.deepEqual((await campus.admin.sees(campusMatter)).conflicts, [], 'another institution’s people');
});

test('Only people and units of the institution are named, searched by whoever may name them', async () => {
  const matter = await path.sent(citizen);
  const tries = (personId: string | null, unitId: string | null) =>
    verifier.isRefused(matter, 'conflict', { personId, unitId, reason: 'Disebut.' });
  assert.equal(await tries(campus.admin.id, null), 'invalid-input');
  assert.equal(await tries(null, campus.unit('Bagian Keuangan')), 'invalid-input');
  const found = await verifier.ask<{ personId: string }[]>({ path: `/cases/${matter.id}/people?q=Ujan` });
  assert.deepEqual(
    found.body.map(({ personId }) => personId),
    [officer.id],
  );
  const barred = await controlCentre.ask({ path: `/cases/${matter.id}/people?q=Ujan` });
  assert.equal(codeOf(barred), 'not-authorized');
});

test('The last who reads a case is not put on its list', async () => {
  const lone = await campus.citizen().files('UKT ditagih dua kali.');
  const staff = [campus.liaison, campus.secondLiaison, campus.officer, campus.secondOfficer, campus.head];
  await house.database.pool.query('update people set active = false where id = any ($1)', [
    [...staff, campus.academicOfficer].map(({ id }) => id),
  ]);
  const body = { personId: campus.admin.id, unitId: null, reason: 'Disebut.' };
  assert.equal(await campus.admin.isRefused(lone, 'conflict', body), 'nobody-left');
});

test('A unit that a case is about does not move in the tree', async () => {
  const matter = await path.filed(citizen);
  const unitId = office.unit(ministryUnits.ternate);
  await nameUnit(matter, unitId);
  const { rows } = await house.database.pool.query<{ held: boolean }>(
    'select exists (select from case_conflicts where unit_id = $1) as held',
    [unitId],
  );
  assert.ok(rows[0]?.held);
  const keeper = await office.employ({ name: 'Pengelola', role: 'procedure-manager' });
  const units = await keeper.ask<{ id: string; name: string }[]>({ path: '/institutions/kemensos/units' });
  const unit = units.body.find(({ id }) => id === unitId) as Record<string, unknown>;
  const moved = await keeper.ask({
    method: 'PUT',
    path: `/units/${unitId}`,
    body: { ...unit, parentId: office.unit(ministryUnits.other) },
  });
  assert.equal(moved.status, 422, moved.text);
});

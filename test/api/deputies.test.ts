import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseList } from '../../src/features/cases/contract.ts';
import type { Absentees, Deputyships, DeputyshipView } from '../../src/features/people/contract-deputies.ts';
import type { CaseRights, PersonRights } from '../../src/features/rights/contract.ts';
import { testHouse } from '../support/house.ts';
import type { Officer } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** Who stands in for whom, for how long, with which rights, and with none of those that are nobody else's affair. */
const start = '2026-11-24 08:15';
const house = await testHouse({ now: instant(start) });
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
const administrator = await office.employ({ name: 'Adi', role: 'system-administrator' });
const limit = { amount: 2, unit: 'workingDay' } as const;

let hired = 0;
async function hire(role: string, unit: string | null = ministryUnits.directorate): Promise<Officer> {
  hired += 1;
  return office.employ({ name: `Orang ${hired}`, role, unit });
}

const days = { from: '2026-11-24', until: '2026-11-26', reason: 'leave' };
async function name(by: Officer, absent: Officer, deputy: Officer, period: Partial<typeof days> = {}) {
  const body = { deputyId: deputy.id, ...days, ...period };
  return by.ask<DeputyshipView & { errors?: unknown }>({ path: `/people/${absent.id}/deputies`, body });
}
async function named(absent: Officer, deputy: Officer, period: Partial<typeof days> = {}): Promise<string> {
  const answer = await name(absent, absent, deputy, period);
  assert.equal(answer.status, 201, answer.text);
  return answer.body.id;
}

test('a period and a person that make no sense are refused, each at its field', async () => {
  const [absent, deputy] = [await hire('reviewer'), await hire('unit-officer')];
  const gone = await hire('reviewer');
  await house.database.pool.query('update people set active = false where id = $1', [gone.id]);
  const wrong = async (who: Officer, period: Partial<typeof days>, field: string) => {
    const answer = await name(absent, absent, who, period);
    assert.equal(codeOf(answer), 'invalid-input', answer.text);
    assert.match(answer.text, new RegExp(`"${field}"`), answer.text);
  };
  await wrong(deputy, { from: '2026-11-23' }, 'from');
  await wrong(deputy, { until: '2026-11-23' }, 'until');
  await wrong(deputy, { until: '2028-01-01' }, 'until');
  await wrong(absent, {}, 'deputyId');
  await wrong(gone, {}, 'deputyId');
  await wrong(campus.officer, {}, 'deputyId');
  await wrong(administrator, {}, 'deputyId');
  assert.equal(codeOf(await name(absent, absent, deputy, { reason: 'bosan' })), 'invalid-input');
  await named(absent, deputy);
  await wrong(office.officer, { from: '2026-11-26', until: '2026-11-30' }, 'from');
  await named(absent, office.officer, { from: '2026-11-27', until: '2026-11-30' });
});

test('one names for oneself, the head for the unit, the administrator for all; nobody else, and no deputy of theirs', async () => {
  const [absent, deputy] = [await hire('unit-officer'), await hire('reviewer')];
  for (const stranger of [deputy, office.otherHead, office.verifier, campus.head])
    assert.equal(codeOf(await name(stranger, absent, deputy)), 'not-found', stranger.name);
  const byHead = await name(office.head, absent, deputy);
  assert.equal(byHead.status, 201, byHead.text);
  const end = { method: 'DELETE', path: `/deputyships/${byHead.body.id}` } as const;
  assert.equal(codeOf(await deputy.ask(end)), 'not-found');
  assert.equal((await administrator.ask(end)).status, 200);
  assert.equal(codeOf(await administrator.ask(end)), 'not-found', 'it is over already');
  assert.equal((await name(administrator, absent, deputy)).status, 201);

  const head = await hire('unit-head');
  const standIn = await hire('reviewer');
  await named(head, standIn);
  assert.equal(codeOf(await name(standIn, absent, deputy)), 'not-found', 'the deputy of a head names nobody');
});

test('for whom somebody names deputies is listed: a head’s own people, an administrator’s all, nobody else’s', async () => {
  const [inUnit, outside] = [await hire('unit-officer'), await hire('unit-officer', ministryUnits.makassar)];
  const next = await named(inUnit, office.reviewer, { from: '2026-11-25' });
  const listed = async (who: Officer, q = 'orang') => {
    const { body } = await who.ask<Absentees>({ path: `/deputyships/absentees?q=${q}` });
    return new Map(body.people.map(({ id, next: one }) => [id, one]));
  };
  const ofHead = await listed(office.head);
  assert.deepEqual(ofHead.get(inUnit.id), {
    id: next,
    deputy: office.reviewer.name,
    from: '2026-11-25',
    until: days.until,
    isRunning: false,
  });
  assert.equal(ofHead.has(outside.id), false);
  assert.equal(
    (await listed(office.head, office.head.name)).has(office.head.id),
    false,
    'oneself is elsewhere',
  );
  assert.ok((await listed(administrator)).has(outside.id));
  assert.equal((await listed(campus.head)).size, 0, 'another institution');
  assert.equal(codeOf(await inUnit.ask({ path: '/deputyships/absentees' })), 'not-authorized');
  const head = await hire('unit-head');
  const standIn = await hire('reviewer');
  await named(head, standIn);
  assert.equal((await listed(standIn)).size, 0, 'the deputy of a head names nobody');
});

test('an act says who did it and for whom, and a task given to the absent person is theirs to work on', async () => {
  const { officer } = office;
  const absent = await hire('field-worker', ministryUnits.makassar);
  const deputy = await hire('channel-officer', ministryUnits.makassar);
  const matter = await path.accepted(office.citizen());
  const task = await officer.assigns(matter, { person: absent, task: 'Kunjungi', limit });
  assert.equal((await deputy.ask({ path: `/cases/${matter.id}` })).status, 403);
  await named(absent, deputy);
  const list = await deputy.ask<CaseList>({ path: '/cases?queue=assigned' });
  assert.deepEqual(
    list.body.items.map(({ id }) => id),
    [matter.id],
  );
  await deputy.reports(matter, task);
  const told = (await officer.sees(matter)).timeline.find(({ type }) => type === 'AssignmentReported');
  assert.deepEqual([told?.actor.name, told?.actor.onBehalfOf], [deputy.name, absent.name]);
  const { rows } = await house.database.pool.query(
    "select actor from case_events where case_id = $1 and type = 'AssignmentReported'",
    [matter.id],
  );
  assert.equal(rows[0].actor.onBehalfOf.id, absent.id);
});

test('handler, reviewer and closer stay different people, on both sides of a deputyship', async () => {
  const { officer, reviewer } = office;
  const [absentReviewer, absentOfficer] = [await hire('reviewer'), await hire('unit-officer')];
  await named(absentReviewer, officer);
  const own = await path.reported(office.citizen());
  assert.equal(await officer.isRefused(own, 'report-approval', { note: '' }), 'same-person');

  // Who is reviewer in their own right writes for the absent officer; neither of them examines it.
  const [deputy] = [await hire('reviewer')];
  await named(absentOfficer, deputy);
  const matter = await path.accepted(office.citizen());
  await deputy.writesReport(matter);
  assert.equal(await deputy.isRefused(matter, 'report-approval', { note: '' }), 'same-person');
  const another = await path.accepted(office.citizen());
  const third = await hire('channel-officer');
  const second = await office.employ({
    name: 'Rangkap',
    role: 'reviewer',
    also: ['unit-officer'],
    unit: ministryUnits.directorate,
  });
  await named(second, third);
  await third.writesReport(another);
  assert.equal(await second.isRefused(another, 'report-approval', { note: '' }), 'same-person');
  await reviewer.approves(another);
});

test('a case about either of them is nobody’s to see: not by the roles of the other', async () => {
  const { verifier } = office;
  const [absent, deputy] = [await hire('unit-officer'), await hire('unit-officer')];
  await named(absent, deputy);
  const about = { unitId: null, reason: 'Disebut dalam laporan.' };
  const first = await path.accepted(office.citizen());
  await verifier.does(first, 'conflict', { personId: absent.id, ...about });
  assert.ok(await deputy.cannotFind(first));
  const second = await path.accepted(office.citizen());
  await verifier.does(second, 'conflict', { personId: deputy.id, ...about });
  assert.ok(await deputy.cannotFind(second));
  const listed = await deputy.workList('');
  assert.ok(!listed.includes(first.number) && !listed.includes(second.number));
});

test('neither the sealed door nor administration nor a deputy’s deputyship is handed on', async () => {
  const [inspector, admin, deputy] = [
    await hire('inspectorate', null),
    await hire('system-administrator', null),
    await hire('channel-officer'),
  ];
  for (const absent of [inspector, admin]) await named(absent, deputy);
  const [first, second] = [await hire('unit-officer'), await hire('channel-officer')];
  await named(first, second);
  const third = await hire('channel-officer');
  await named(second, third);
  const rightsOf = async (person: Officer) =>
    (await person.ask<PersonRights>({ path: `/people/${person.id}/rights` })).body.grants;
  assert.deepEqual(
    (await rightsOf(deputy)).map(({ role }) => role),
    ['channel-officer'],
  );
  assert.deepEqual(
    (await rightsOf(third)).map(({ role, onBehalfOf }) => [role, onBehalfOf?.name ?? '']).toSorted(),
    [
      ['channel-officer', ''],
      ['channel-officer', second.name],
    ].toSorted(),
  );
  assert.equal(codeOf(await deputy.ask({ path: '/sealed-cases' })), 'not-authorized');
  assert.equal(codeOf(await deputy.ask({ path: '/institutions/kemensos/people' })), 'not-authorized');
});

test('the pages of rights say because of whom and until when, and show nothing else than the page does', async () => {
  const [absent, deputy] = [await hire('unit-officer'), await hire('channel-officer')];
  await named(absent, deputy);
  const matter = await path.accepted(office.citizen());
  const { body } = await office.verifier.ask<CaseRights>({ path: `/cases/${matter.id}/rights` });
  const row = body.people.find(({ id }) => id === deputy.id);
  assert.deepEqual(row?.grants[0]?.onBehalfOf, { name: absent.name, until: days.until });
  assert.deepEqual(row?.grants[0]?.acts.toSorted(), (await deputy.mayDo(matter)).toSorted());
});

test('a closed account ends it on either side, for good, and the ledger has it all', async () => {
  const [absent, deputy] = [await hire('unit-officer'), await hire('channel-officer')];
  const id = await named(absent, deputy);
  const change = (active: boolean) =>
    administrator.ask({
      method: 'PUT',
      path: `/people/${absent.id}`,
      body: {
        name: absent.name,
        email: absent.email,
        unitId: office.unit(ministryUnits.directorate),
        active,
        grants: [
          {
            roleId: 'unit-officer',
            unitId: office.unit(ministryUnits.directorate),
            areaCode: null,
            categoryId: null,
          },
        ],
      },
    });
  assert.equal((await change(false)).status, 200);
  assert.equal((await change(true)).status, 200);
  const matter = await path.accepted(office.citizen());
  assert.equal((await deputy.ask({ path: `/cases/${matter.id}` })).status, 403);
  const { rows } = await house.database.pool.query(
    "select kind, actor from (select kind, actor, details from ledger.inbox union all select kind, actor, details from ledger.entries) e where details->>'deputyship' = $1 order by kind desc",
    [id],
  );
  assert.deepEqual(rows, [
    { kind: 'deputy.named', actor: `person:${absent.id}` },
    { kind: 'deputy.ended', actor: `person:${administrator.id}` },
  ]);
});

test('from the first day to the last the deputy has the roles, and not an hour longer', async () => {
  const [absent, deputy] = [await hire('unit-officer'), await hire('channel-officer')];
  const matter = await path.sent(office.citizen());
  await named(absent, deputy, { from: '2026-11-25', until: '2026-11-26' });
  const known = async () => (await deputy.ask({ path: `/cases/${matter.id}` })).status;
  const listed = async () =>
    (await deputy.ask<CaseList>({ path: '/cases?queue=mine' })).body.items?.map(({ id }) => id) ?? [];
  house.clock.set(instant('2026-11-24 23:59'));
  assert.equal(await known(), 403);
  house.clock.set(instant('2026-11-25 00:01'));
  assert.equal(await known(), 200);
  assert.ok((await listed()).includes(matter.id));
  house.clock.set(instant('2026-11-26 23:58'));
  assert.equal(await known(), 200);
  house.clock.set(instant('2026-11-27 00:01'));
  assert.equal(await known(), 403);
  const over = await absent.ask<Deputyships>({ path: `/people/${absent.id}/deputies` });
  assert.equal(over.body.deputies[0]?.state, 'over');
});

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Static } from 'typebox';
import type { NotificationList } from '../../src/features/notifications/contract.ts';
import type { OutgoingList } from '../../src/features/traffic/contract.ts';
import { openMailer } from '../../src/platform/mail/mailer.ts';
import { testHouse } from '../support/house.ts';
import { openMailServer } from '../support/mail-server.ts';
import type { Officer } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** Who is told of a deputyship, when and in which language; and that what is told to the absent reaches the deputy. */
const post = await openMailServer();
const mailer = openMailer(post.url, 'Tuntas <tidak-dibalas@tuntas.test>');
after(() => mailer.close());
const house = await testHouse({ now: instant('2026-11-24 08:15'), mailer });
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
const administrator = await office.employ({ name: 'Adi', role: 'system-administrator' });
const { pool } = house.database;
const limit = { amount: 2, unit: 'workingDay' } as const;

let hired = 0;
async function hire(role: string, unit: string = ministryUnits.directorate): Promise<Officer> {
  hired += 1;
  return office.employ({ name: `Pegawai ${hired}`, role, unit });
}

async function names(absent: Officer, deputy: Officer, from: string, until: string): Promise<string> {
  const body = { deputyId: deputy.id, from, until, reason: 'leave' };
  const answer = await absent.ask<{ id: string }>({ path: `/people/${absent.id}/deputies`, body });
  assert.equal(answer.status, 201, answer.text);
  return answer.body.id;
}

type Notice = Static<typeof NotificationList>['items'][number];
async function toldTo(who: Officer): Promise<readonly Notice[]> {
  await house.runJobs();
  return (await who.ask<Static<typeof NotificationList>>({ path: '/notifications' })).body.items;
}
/** Without their order: what is told in one minute has none. */
const templates = async (who: Officer) => (await toldTo(who)).map(({ template }) => template).toSorted();
const mailsTo = (who: Officer) => post.received.filter(({ to }) => to === who.email).map(({ raw }) => raw);
const subjectsTo = (who: Officer) => mailsTo(who).map((raw) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim());

test('both are told when it is set, each in their own language, by mail too, and of no case', async () => {
  const [absent, deputy] = [await hire('unit-officer'), await hire('channel-officer')];
  await pool.query("update people set locale = 'en' where id = $1", [deputy.id]);
  await names(absent, deputy, '2026-11-24', '2026-11-26');
  const [own, theirs] = [await toldTo(absent), await toldTo(deputy)];
  assert.deepEqual(
    [...own, ...theirs].map(({ template, caseId, caseNumber }) => [template, caseId, caseNumber]),
    [
      ['deputy-set', null, null],
      ['deputy-set', null, null],
    ],
  );
  assert.match(own[0]?.body ?? '', new RegExp(`${deputy.name} menggantikan Anda dari 24.November.2026`));
  assert.deepEqual(subjectsTo(absent), [`${deputy.name} ditunjuk menggantikan Anda`]);
  assert.deepEqual(subjectsTo(deputy), [`You are named to stand in for ${absent.name}`]);
  assert.match(mailsTo(deputy)[0] ?? '', /konsol\/akun/);
});

test('it is told on the morning it begins and on the morning after its last day, each once', async () => {
  const [absent, deputy] = [await hire('unit-officer'), await hire('channel-officer')];
  const id = await names(absent, deputy, '2026-11-26', '2026-11-27');
  house.clock.set(instant('2026-11-26 05:59'));
  assert.deepEqual(await templates(deputy), ['deputy-set']);
  house.clock.set(instant('2026-11-26 06:00'));
  assert.deepEqual(await templates(deputy), ['deputy-begins', 'deputy-set']);
  house.clock.set(instant('2026-11-28 05:59'));
  assert.equal((await templates(absent)).length, 2);
  house.clock.set(instant('2026-11-28 06:00'));
  for (const who of [absent, deputy])
    assert.deepEqual(await templates(who), ['deputy-begins', 'deputy-ends', 'deputy-set']);
  await pool.query("select graphile_worker.add_job('tell-of-deputyship', $1, run_at => $2)", [
    JSON.stringify({ id, moment: 'ends' }),
    house.clock.now(),
  ]);
  assert.equal((await templates(deputy)).length, 3);
  assert.equal(mailsTo(deputy).length, 3);
});

test('what is withdrawn is told at once, and neither begins nor ends; a closed account is told nothing', async () => {
  const [absent, deputy, other] = [
    await hire('unit-officer'),
    await hire('reviewer'),
    await hire('reviewer'),
  ];
  const id = await names(absent, deputy, '2026-12-01', '2026-12-02');
  await names(absent, other, '2026-12-03', '2026-12-04');
  await house.runJobs();
  assert.equal((await absent.ask({ method: 'DELETE', path: `/deputyships/${id}` })).status, 200);
  assert.deepEqual(await templates(deputy), ['deputy-set', 'deputy-withdrawn']);
  const body = { name: other.name, email: other.email, unitId: null, active: false, grants: [] };
  const closed = await administrator.ask({ method: 'PUT', path: `/people/${other.id}`, body });
  assert.equal(closed.status, 200, closed.text);
  house.clock.set(instant('2026-12-05 07:00'));
  assert.deepEqual(await templates(absent), [
    'deputy-set',
    'deputy-set',
    'deputy-withdrawn',
    'deputy-withdrawn',
  ]);
  assert.equal(mailsTo(other).length, 1);
  assert.equal((await templates(deputy)).length, 2);
});

test('the message traffic has it for its own institution, and it is sent again from there', async () => {
  const list = await administrator.ask<Static<typeof OutgoingList>>({ path: '/traffic/out' });
  const notice = list.body.items.find(({ about, caseId }) => caseId === null && / ditunjuk /.test(about));
  assert.ok(notice);
  await pool.query("update notifications set status = 'given-up' where id = $1", [notice.id]);
  const elsewhere = await campus.employ({ name: 'Ani', role: 'system-administrator' });
  const retry = { method: 'POST', path: `/traffic/out/${notice.id}/retry` } as const;
  assert.equal(codeOf(await elsewhere.ask(retry)), 'not-found');
  const theirs = await elsewhere.ask<Static<typeof OutgoingList>>({ path: '/traffic/out' });
  assert.ok(!theirs.body.items.some(({ caseId }) => caseId === null));
  const before = post.received.length;
  assert.equal((await administrator.ask(retry)).status, 200);
  await house.runJobs();
  assert.equal(post.received.length, before + 1);
});

test('while somebody stands in, what is told to the absent person reaches them as well, and says why', async () => {
  const { officer } = office;
  const absent = await hire('field-worker', ministryUnits.makassar);
  const deputy = await hire('channel-officer', ministryUnits.makassar);
  const matter = await path.accepted(office.citizen());
  await names(absent, deputy, '2026-12-05', '2026-12-07');
  await officer.assigns(matter, { person: absent, task: 'Kunjungi keluarga', limit });
  assert.deepEqual(await absent.wasTold(matter), ['assigned']);
  const [notice] = (await toldTo(deputy)).filter(({ caseId }) => caseId === matter.id);
  assert.equal(notice?.template, 'assigned');
  assert.match(notice?.body ?? '', new RegExp(`Anda menerima ini karena menggantikan ${absent.name}\\.`));
  assert.ok(mailsTo(deputy).some((raw) => raw.includes('/konsol/perkara/')));

  house.clock.set(instant('2026-12-08 08:00'));
  const later = await path.accepted(office.citizen());
  await officer.assigns(later, { person: absent, task: 'Kunjungi keluarga', limit });
  assert.deepEqual(await absent.wasTold(later), ['assigned']);
  assert.deepEqual(await deputy.wasTold(later), [], 'it is over');
});

test('nobody stands in for a notice that their lent roles do not open, and none of a case about the deputy', async () => {
  const [absent, deputy] = [
    await hire('unit-officer', ministryUnits.other),
    await hire('channel-officer', ministryUnits.makassar),
  ];
  await names(absent, deputy, '2026-12-08', '2026-12-10');
  const first = await path.verified(office.citizen());
  await office.verifier.sendsTo(first, office.unit(ministryUnits.other));
  assert.ok((await absent.wasTold(first)).includes('to-accept'));
  assert.ok((await deputy.wasTold(first)).includes('to-accept'));

  const about = await path.verified(office.citizen());
  await office.verifier.does(about, 'conflict', { personId: deputy.id, unitId: null, reason: 'Disebut.' });
  await office.verifier.sendsTo(about, office.unit(ministryUnits.other));
  assert.ok((await absent.wasTold(about)).includes('to-accept'));
  assert.deepEqual(await deputy.wasTold(about), []);

  // A role that opens sealed cases is not lent, and neither are its notices; the lent one opens tasks of one's own alone.
  const unit = ministryUnits.other;
  const inspector = await office.employ({ name: 'Irna', role: 'inspectorate', also: ['field-worker'], unit });
  const standIn = await hire('channel-officer');
  await names(inspector, standIn, '2026-12-08', '2026-12-10');
  const third = await path.verified(office.citizen());
  await office.verifier.sendsTo(third, office.unit(ministryUnits.other));
  assert.ok((await inspector.wasTold(third)).includes('to-accept'));
  assert.deepEqual(await standIn.wasTold(third), []);
});

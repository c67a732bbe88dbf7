import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Static } from 'typebox';
import type { NotificationList } from '../../src/features/notifications/contract.ts';
import { testHouse } from '../support/house.ts';
import type { Officer } from '../support/office.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** Siti, officer of the directorate, is on leave for three days; Budi does her step, and she comes back to it. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const unit = ministryUnits.directorate;
const siti = await office.employ({ name: 'Siti Aminah', role: 'unit-officer', unit });
const budi = await office.employ({ name: 'Budi Santoso', role: 'channel-officer', unit });

/** What somebody was told that is of no case. */
async function told(who: Officer): Promise<readonly string[]> {
  await house.runJobs();
  const { body } = await who.ask<Static<typeof NotificationList>>({ path: '/notifications' });
  const apart = body.items.filter(({ caseId }) => caseId === null);
  return apart.map(({ template }) => template).toSorted();
}

test('Siti goes on leave, Budi does her whole step, she returns, and the history says for whom', async () => {
  const citizen = office.citizen();
  // Tuesday: a case of her unit has been accepted. Before her leave Budi does not know that it exists.
  const matter = await ministryPaths(office).accepted(citizen);
  assert.equal((await budi.ask({ path: `/cases/${matter.id}` })).status, 403);
  const promised = await citizen.promise(matter, 'first-answer');

  // She names him for Wednesday to Friday. Both are told.
  const leave = { deputyId: budi.id, from: '2026-11-25', until: '2026-11-27', reason: 'leave' };
  const namedBudi = await siti.ask({ path: `/people/${siti.id}/deputies`, body: leave });
  assert.equal(namedBudi.status, 201, namedBudi.text);
  assert.deepEqual(await told(siti), ['deputy-set']);
  assert.deepEqual(await told(budi), ['deputy-set']);

  // Wednesday morning: it has begun, and her work is in his list, said to be hers.
  house.clock.set(instant('2026-11-25 07:30'));
  assert.deepEqual(await told(budi), ['deputy-begins', 'deputy-set']);
  const [row] = (await budi.list('queue=mine')).items;
  assert.deepEqual([row?.number, row?.onBehalfOf?.name], [matter.number, 'Siti Aminah']);
  assert.deepEqual(await budi.workList(`queue=mine&for=${siti.id}`), [matter.number]);
  assert.deepEqual(await budi.workList('queue=mine&for=own'), []);

  // The reporter writes, and what Siti is told he is told. He asks back, is answered, and reports.
  await citizen.writes(matter, 'Apakah sudah ada kabar?');
  assert.ok((await budi.wasTold(matter)).includes('reporter-wrote'));
  await budi.asks(matter, 'Di desa mana keluarga Anda tinggal?');
  await citizen.completes(matter, 'Di Galesong Baru.');
  await budi.writesReport(matter);
  assert.equal((await citizen.stands(matter)).step, '8a');

  // It counts as hers too: neither he nor she examines it, whoever else may.
  assert.ok(!(await budi.mayDo(matter)).includes('report-approval'));
  await office.reviewer.approves(matter);

  // Saturday: the leave is over, both are told, and Budi's part ends by itself.
  house.clock.set(instant('2026-11-28 07:30'));
  assert.deepEqual(await told(siti), ['deputy-begins', 'deputy-ends', 'deputy-set']);
  assert.equal((await budi.ask({ path: `/cases/${matter.id}` })).status, 403);

  // Monday: Siti opens the case. Each line says who did it and for whom, and no date moved.
  house.clock.set(instant('2026-11-30 08:00'));
  const { timeline } = await siti.sees(matter);
  const done = timeline.filter(({ actor }) => actor.name === 'Budi Santoso');
  assert.deepEqual(
    done.map(({ type, actor }) => [type, actor.onBehalfOf]),
    [
      ['QuestionAsked', 'Siti Aminah'],
      ['HandlingReportSubmitted', 'Siti Aminah'],
    ],
  );
  assert.equal((await citizen.promise(matter, 'first-answer')).split(':')[1], promised.split(':')[1]);
  await office.head.closesReport(matter);
  await office.liaison.finishes(matter);
  assert.equal((await citizen.stands(matter)).status, 'answered');
});

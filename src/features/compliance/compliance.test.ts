import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../../test/support/house.ts';
import { polytechnic, polytechnicUnits } from '../../../test/support/office-casts.ts';
import { instant } from '../../../test/support/office-time.ts';
import type { CasesOfFigure, Compliance } from './contract.ts';

const house = await testHouse({ now: instant('2026-11-16 08:00') });
const campus = await polytechnic(house);
const watcher = await campus.employ({ name: 'Wati', role: 'watcher' });
const sop = 'procedure=politeknik/pengaduan-online';

async function ask<T>(path: string, who = campus.admin): Promise<T> {
  await house.runJobs();
  const answer = await who.ask<T>({ path: `/statistics/compliance${path}` });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

const citizen = campus.citizen();
const onTime = await citizen.files('UKT saya ditagih dua kali.');
const slow = await citizen.files('Laboratorium bahasa tidak dapat dipakai sejak September.');

test('One case in time, one late: steps, branches and the indicator say so', async () => {
  await campus.until('2026-11-16 09:00');
  await campus.admin.verifies(onTime);
  await campus.liaison.sendsTo(onTime, campus.unit(polytechnicUnits.finance));
  await campus.until('2026-11-16 15:00');
  await campus.officer.accepts(onTime);
  await campus.until('2026-11-18 09:00');
  await campus.admin.verifies(slow);
  const found = await ask<Compliance>(`?${sop}`);
  const step = (id: string) => found.steps.find((one) => one.step === id);
  assert.deepEqual(
    found.steps.map((one) => one.step),
    ['1', '2', '3', '4', '5', '6', '7'],
  );
  assert.deepEqual([step('2')?.ran, step('2')?.within, step('2')?.late, step('2')?.share], [2, 1, 1, 50]);
  assert.deepEqual([step('2')?.median, step('2')?.longest], [0, 2]);
  assert.equal(step('1')?.limit, null);
  assert.equal(step('1')?.ran, 2);
  // Its minute has passed, and nobody has sent it on.
  assert.deepEqual([step('3')?.waiting.count, step('3')?.waiting.late], [1, 0]);
  assert.deepEqual(step('4')?.branches, [{ kind: 'onward', exit: null, next: '5', count: 1, share: 100 }]);
  assert.equal(step('5')?.late, 1, 'one day from Monday 15.00 was over on Tuesday 16.00');
  assert.equal(found.indicator.missed, 2);
  assert.equal(found.cases.received, 2);
  assert.equal(found.overall, null);
});

test('A past day is answered as it stood then, whatever happened since', async () => {
  const then = `?${sop}&from=2026-11-01&to=2026-11-30&asOf=2026-11-16`;
  const before = await ask<Compliance>(then);
  assert.equal(before.indicator.kept, 1);
  assert.equal(before.indicator.unjudged, 1);
  await campus.liaison.sendsTo(slow, campus.unit(polytechnicUnits.academic));
  await campus.until('2026-11-20 09:00');
  await citizen.withdraws(slow, 'Sudah dibantu.');
  assert.deepEqual(await ask<Compliance>(then), before);
});

test('Every figure opens the list of its cases, and says how many it does not show', async () => {
  const list = await ask<CasesOfFigure>(`/steps/2/cases?${sop}&version=1&measure=late`);
  assert.deepEqual([list.total, list.hidden, list.items.map((one) => one.number)], [1, 0, [slow.number]]);
  const unseen = await ask<CasesOfFigure>(`/steps/2/cases?${sop}&version=1&measure=late`, watcher);
  assert.deepEqual([unseen.total, unseen.hidden, unseen.items], [1, 1, []]);
  const settled = await ask<CasesOfFigure>(`/cases?${sop}&ending=withdrawn`);
  assert.deepEqual(
    settled.items.map((one) => one.number),
    [slow.number],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../../../test/support/house.ts';
import { ministry, ministryUnits } from '../../../test/support/office-casts.ts';
import { ministryPaths } from '../../../test/support/office-paths.ts';
import { instant } from '../../../test/support/office-time.ts';
import type { LeaderPage } from './contract.ts';

const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const path = ministryPaths(office);

async function page(who = office.controlCentre): Promise<LeaderPage> {
  const answer = await who.ask<LeaderPage>({ path: '/statistics/units?institution=kemensos' });
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

test('Units stand in the order of their tree, what no unit has yet at the end', async () => {
  await path.filed(office.citizen());
  const { rows } = await page();
  const names = rows.map((row) => row.unitName);
  const at = (name: string) => names.indexOf(name);
  const parent = at('Direktorat Jenderal Rehabilitasi Sosial');
  assert.equal(rows[parent]?.depth, 0);
  assert.ok(parent < at(ministryUnits.directorate), 'below its parent');
  assert.ok(at(ministryUnits.directorate) < at('Inspektorat Jenderal'), 'before the next tree');
  assert.ok(at(ministryUnits.makassar) < at('Sentra Wyata Guna Bandung'), 'namesakes by name');
  assert.equal(names.at(-1), '');
  assert.equal(rows.at(-1)?.open, 1);
  assert.deepEqual(
    (await page(office.head)).rows.map((row) => row.unitName),
    [ministryUnits.directorate],
  );
});

test('Due today ends with the day, as on the work lists', async () => {
  const of = async () =>
    (await page()).rows.find((row) => row.unitName === ministryUnits.directorate)?.dueToday;
  // To be accepted by 16.00 of the next working day: within 24 hours, and not today.
  await office.until('2026-11-24 16:30');
  const matter = await path.sent(office.citizen());
  await office.until('2026-11-24 17:00');
  assert.equal(await of(), 0);
  await office.until('2026-11-25 08:15');
  assert.equal(await of(), 1);
  const { queues } = (
    await office.liaison.ask<{ queues: { acceptance: { today: number } } }>({
      path: '/cases/counts',
    })
  ).body;
  assert.equal(queues.acceptance.today, 1);
  await office.liaison.accepts(matter);
});

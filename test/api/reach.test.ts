import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { testHouse } from '../support/house.ts';
import { casesOfEverySort, checkPerson } from '../support/lists-and-pages.ts';
import type { Matter } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** A list never shows what the page refuses: random people before a house with cases of every sort. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
const citizen = office.citizen();
const { verifier, officer, makassar, fieldWorker } = office;
const all: Matter[] = [];
const categories: string[] = [];

before(async () => {
  const sorts = await casesOfEverySort(house, office, campus);
  all.push(...sorts.all);
  categories.push(...sorts.categories);
});

const roles = [
  'verifier',
  'liaison-officer',
  'unit-officer',
  'reviewer',
  'upt-officer',
  'field-worker',
  'unit-head',
  'control-centre',
  'ppid',
  'inspectorate',
  'watcher',
  'privacy-officer',
  'system-administrator',
];

const somebody = fc.record({
  role: fc.constantFrom(...roles),
  unit: fc.option(
    fc.constantFrom(...Object.values(ministryUnits), 'Direktorat Jenderal Rehabilitasi Sosial'),
  ),
  areaCode: fc.option(fc.constantFrom('32', '73', '73.05'), { freq: 2 }),
  category: fc.option(fc.constantFrom(0, 1), { freq: 2 }),
});

test('Whoever is employed, with whatever reach: the lists show what the page opens', async () => {
  await fc.assert(
    fc.asyncProperty(somebody, async ({ role, unit, areaCode, category }) => {
      const categoryId = category === null ? null : (categories[category] ?? null);
      const name = `${role} ${unit} ${areaCode} ${categoryId}`;
      const who = await office.employ({ name, role, unit, areaCode, categoryId });
      const about = all[(all.length + name.length) % all.length] as Matter;
      await verifier.tries(about, 'conflict', { personId: who.id, unitId: null, reason: 'Disebut.' });
      await checkPerson(who, all);
    }),
    { numRuns: 25, seed: 20261124 },
  );
});

for (const [who, name] of [
  [verifier, 'the verifier'],
  [officer, 'the unit officer'],
  [makassar, 'the UPT that got a task'],
  [office.ternate, 'the UPT that got a copy, with an officer who got a task by name'],
  [fieldWorker, 'the field worker who got a task'],
  [office.inspector, 'the inspectorate'],
  [campus.admin, 'the administrator of another institution'],
] as const) {
  test(`The lists of ${name} show what the page opens`, () => checkPerson(who, all));
}

test('A field worker with a task by name, employed for another area, is shown no more than the page opens', async () => {
  const elsewhere = await office.employ({
    name: 'Jauh',
    role: 'field-worker',
    unit: ministryUnits.makassar,
    areaCode: '32',
  });
  const matter = await path.accepted(citizen);
  await officer.assigns(matter, {
    person: elsewhere,
    task: 'Datang',
    limit: { amount: 1, unit: 'workingDay' },
  });
  all.push(matter);
  await checkPerson(elsewhere, all);
});

test('Among all cases a field worker finds those of their own tasks, and no others', async () => {
  const worker = await office.employ({ name: 'Dekat', role: 'field-worker', unit: ministryUnits.makassar });
  const matter = await path.accepted(citizen);
  await officer.assigns(matter, {
    person: worker,
    task: 'Datang',
    limit: { amount: 1, unit: 'workingDay' },
  });
  all.push(matter);
  const { body } = await worker.ask<{ items: readonly { id: string }[] }>({ path: '/cases?limit=200' });
  assert.deepEqual(
    body.items.map(({ id }) => id),
    [matter.id],
  );
});

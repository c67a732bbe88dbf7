import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { queues } from '../../src/domain/cases/words.ts';
import { testHouse } from '../support/house.ts';
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
const { verifier, officer, liaison, makassar, fieldWorker } = office;
const all: Matter[] = [];
const categories: string[] = [];

before(async () => {
  const pool = house.database.pool;
  await pool.query(`insert into areas (code, name, level, full_name, search) values
    ('32', 'Jawa Barat', 'province', 'Jawa Barat', ' jawa barat'),
    ('73', 'Sulawesi Selatan', 'province', 'Sulawesi Selatan', ' sulawesi selatan'),
    ('73.05', 'Takalar', 'regency', 'Takalar, Sulawesi Selatan', ' takalar') on conflict do nothing`);
  const { rows } = await pool.query<{ id: string }>(
    `select id from categories where institution_id = 'kemensos' order by position limit 2`,
  );
  categories.push(...rows.map((row) => row.id));
  const [pkh = '', food = ''] = categories;

  for (const given of [{ areaCode: '32' }, { areaCode: '73.05', category: pkh }, { category: food }, {}])
    all.push(await citizen.files('Bantuan berhenti.', given));
  for (const reach of [path.verified, path.sent, path.accepted, path.reported, path.approved, path.answered])
    all.push(await reach(citizen));
  all.push(await campus.citizen().files('UKT ditagih dua kali.'));

  const sealed = await path.filed(citizen);
  await verifier.seals(sealed, 'Menyebut pejabat.');
  const copied = await path.verified(citizen);
  await verifier.sendsTo(copied, office.unit(ministryUnits.other), [office.unit(ministryUnits.ternate)]);
  const assigned = await citizen.files('Bantuan berhenti.', { areaCode: '73.05', category: pkh });
  await verifier.verifies(assigned, { areaCode: '73.05', categoryId: pkh });
  await verifier.sendsTo(assigned, office.unit(ministryUnits.directorate));
  await liaison.accepts(assigned);
  const limit = { amount: 1, unit: 'workingDay' } as const;
  const unitId = office.unit(ministryUnits.makassar);
  const under = await officer.assigns(assigned, { unitId, task: 'Kunjungi', limit });
  await makassar.assigns(assigned, { person: fieldWorker, under, task: 'Datang', limit });
  await officer.assigns(assigned, { person: office.ternate, task: 'Telepon', limit });
  all.push(sealed, copied, assigned);

  // A case with a task that is out of everybody's hands: asked, never completed, contested, sealed.
  const lost = await path.accepted(citizen);
  await officer.assigns(lost, { person: fieldWorker, task: 'Datang', limit });
  await officer.assigns(lost, { unitId, task: 'Kunjungi', limit });
  await officer.asks(lost, 'Di desa mana?');
  await office.until('2026-12-28 08:00');
  await citizen.objects(lost, 'Saya sakit.');
  await verifier.seals(lost, 'Menyebut pejabat.');
  all.push(lost);

  // Cases about an office, at every height of the tree and in other hands.
  for (const [name, reach] of [
    [ministryUnits.makassar, path.accepted],
    ['Direktorat Jenderal Rehabilitasi Sosial', path.reported],
    [ministryUnits.other, path.verified],
  ] as const) {
    const about = await reach(citizen);
    await verifier.does(about, 'conflict', { personId: null, unitId: office.unit(name), reason: 'Disebut.' });
    all.push(about);
  }
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

async function listsOf(who: typeof verifier): Promise<ReadonlyMap<string, readonly string[]>> {
  const lists = new Map<string, readonly string[]>();
  for (const query of [
    '',
    'q=bantuan',
    'queue=mine',
    'queue=assigned',
    ...queues.map((queue) => `queue=${queue}`),
  ]) {
    const answer = await who.ask<{ items?: readonly { id: string }[] }>({
      path: `/cases?limit=200&${query}`,
    });
    lists.set(query, answer.body.items?.map((item) => item.id) ?? []);
  }
  return lists;
}

async function checkPerson(who: typeof verifier): Promise<void> {
  const lists = await listsOf(who);
  const shown = new Set([...lists.values()].flat());
  const whole = new Set(lists.get(''));
  for (const matter of all) {
    const page = await who.ask<{ acts?: readonly string[] }>({ path: `/cases/${matter.id}` });
    const where = [...lists].filter(([, ids]) => ids.includes(matter.id)).map(([query]) => query);
    const says = `${who.name} ${JSON.stringify(where)} ${matter.number}`;
    if (shown.has(matter.id)) assert.equal(page.status, 200, `a list shows what the page refuses: ${says}`);
    if (page.status === 200 && !whole.has(matter.id))
      assert.ok(
        lists.get('queue=assigned')?.includes(matter.id),
        `the page opens what no list shows: ${says}`,
      );
  }
}

test('Whoever is employed, with whatever reach: the lists show what the page opens', async () => {
  await fc.assert(
    fc.asyncProperty(somebody, async ({ role, unit, areaCode, category }) => {
      const categoryId = category === null ? null : (categories[category] ?? null);
      const name = `${role} ${unit} ${areaCode} ${categoryId}`;
      const who = await office.employ({ name, role, unit, areaCode, categoryId });
      const about = all[(all.length + name.length) % all.length] as Matter;
      await verifier.tries(about, 'conflict', { personId: who.id, unitId: null, reason: 'Disebut.' });
      await checkPerson(who);
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
  test(`The lists of ${name} show what the page opens`, () => checkPerson(who));
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
  await checkPerson(elsewhere);
});

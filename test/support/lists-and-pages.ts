import assert from 'node:assert/strict';
import { queues } from '../../src/domain/cases/words.ts';
import type { CaseListItem } from '../../src/features/cases/contract.ts';
import type { TestHouse } from './house.ts';
import type { Matter, Officer } from './office.ts';
import { type ministry, ministryUnits, type polytechnic } from './office-casts.ts';
import { ministryPaths } from './office-paths.ts';

/** Cases of every sort: at every step, in several areas, with tasks and copies, sealed, and about somebody. */
export async function casesOfEverySort(
  house: TestHouse,
  office: Awaited<ReturnType<typeof ministry>>,
  campus: Awaited<ReturnType<typeof polytechnic>>,
): Promise<{ readonly all: Matter[]; readonly categories: readonly string[] }> {
  const path = ministryPaths(office);
  const citizen = office.citizen();
  const { verifier, officer, liaison, makassar, fieldWorker } = office;
  const all: Matter[] = [];
  const { pool } = house.database;
  await pool.query(`insert into areas (code, name, level, full_name, search) values
    ('32', 'Jawa Barat', 'province', 'Jawa Barat', ' jawa barat'),
    ('73', 'Sulawesi Selatan', 'province', 'Sulawesi Selatan', ' sulawesi selatan'),
    ('73.05', 'Takalar', 'regency', 'Takalar, Sulawesi Selatan', ' takalar') on conflict do nothing`);
  const { rows } = await pool.query<{ id: string }>(
    `select id from categories where institution_id = 'kemensos' order by position limit 2`,
  );
  const categories = rows.map((row) => row.id);
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
  return { all, categories };
}

export type Row = Pick<CaseListItem, 'id' | 'acts' | 'onBehalfOf'>;

/** Every list of a person, by what it is asked with. */
export async function listsOf(who: Officer, narrowed = ''): Promise<ReadonlyMap<string, readonly Row[]>> {
  const lists = new Map<string, readonly Row[]>();
  for (const query of [
    '',
    'q=bantuan',
    'queue=mine',
    'queue=assigned',
    ...queues.map((queue) => `queue=${queue}`),
  ]) {
    const answer = await who.ask<{ items?: readonly Row[] }>({
      path: `/cases?limit=200&${query}${narrowed}`,
    });
    lists.set(query, answer.body.items ?? []);
  }
  return lists;
}

/** What a list shows the page opens, with the same acts; what no list shows the page refuses. */
export async function checkPerson(who: Officer, all: readonly Matter[]): Promise<void> {
  const lists = await listsOf(who);
  const has = (query: string, id: string) => lists.get(query)?.some((row) => row.id === id) === true;
  for (const matter of all) {
    const page = await who.ask<{ acts?: readonly string[] }>({ path: `/cases/${matter.id}` });
    const where = [...lists.keys()].filter((query) => has(query, matter.id));
    const says = `${who.name} ${JSON.stringify(where)} ${matter.number}`;
    if (where.length > 0) assert.equal(page.status, 200, `a list shows what the page refuses: ${says}`);
    if (page.status === 200 && !has('', matter.id))
      assert.ok(has('queue=assigned', matter.id), `the page opens what no list shows: ${says}`);
    for (const row of [...lists.values()].flat().filter(({ id }) => id === matter.id))
      assert.deepEqual(row.acts, page.body.acts, `a row and the page offer different acts: ${says}`);
  }
}

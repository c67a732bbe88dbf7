import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { CaseList } from '../../src/features/cases/contract.ts';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { codeOf } from '../support/office-door.ts';

/** Two hundred and thirty cases, most of them with the same deadline. */
const house = await testHouse();
const office = await openWorkplace(house, 'kemensos');
const verifier = await office.employ({ name: 'Vera', role: 'verifier' });
const head = await office.employ({ name: 'Hadi', role: 'unit-head', unit: 'Direktorat Jaminan Sosial' });
const citizen = office.citizen();
const total = 230;
const filed: string[] = [];

before(async () => {
  for (let n = 1; n <= total; n += 1) {
    if (n % 50 === 0) house.clock.set(new Date(Date.parse(house.clock.now()) + 60_000).toISOString());
    const matter = await citizen.files(`Laporan nomor urut ${n}.`, n % 3 === 0 ? { kind: 'aspiration' } : {});
    filed.push(matter.number);
  }
});

async function leaf(query: string, from = ''): Promise<CaseList['items']> {
  const items: CaseList['items'] = [];
  let cursor = from === '' ? '' : `&cursor=${encodeURIComponent(from)}`;
  for (let page = 0; page < 100; page += 1) {
    const list = await verifier.list(`${query}${cursor}`);
    items.push(...list.items);
    if (list.next === null) return items;
    cursor = `&cursor=${encodeURIComponent(list.next)}`;
  }
  throw new Error('the list does not end');
}

for (const [query, ascending] of [
  ['queue=verification&limit=50', true],
  ['queue=mine&limit=7', true],
  ['queue=verification&sort=due&limit=200', true],
  ['limit=49', false],
  ['sort=-received&limit=1&q=urut+230', false],
] as const) {
  test(`Leafing through "${query}": complete, in order, nothing twice`, async () => {
    const items = await leaf(query);
    const numbers = items.map((item) => item.number);
    assert.equal(new Set(numbers).size, numbers.length);
    const wanted = query.includes('q=') ? [filed.at(-1)] : filed;
    assert.deepEqual(numbers.toSorted(), [...wanted].toSorted());
    const keys = items.map((item) => (ascending ? (item.clock?.due ?? '') : item.receivedAt));
    assert.deepEqual(keys, ascending ? keys.toSorted() : keys.toSorted().toReversed());
  });
}

test('A case that is dealt with while somebody leafs neither hides nor repeats another', async () => {
  const first = await verifier.list('queue=verification&limit=50');
  const [gone] = first.items;
  assert.ok(gone);
  await verifier.ask({
    path: `/cases/${gone.id}/archive`,
    body: { reason: 'spam', explanation: 'Iseng.' },
  });
  const rest = await leaf('queue=verification&limit=50', first.next ?? '');
  const seen = [...first.items, ...rest].map((item) => item.number);
  assert.equal(new Set(seen).size, seen.length);
  assert.equal(seen.length, total);
});

const encode = (text: string) => Buffer.from(text).toString('base64url');
const id = '01890000-0000-7000-8000-000000000000';
const tampered = [
  'x',
  '%00',
  'e30=',
  encode('2026-99-99T99:99:99Z|x'),
  encode(`2026-99-99T99:99:99.000Z|${id}`),
  encode(`2026-11-24T::::Z|${id}`),
  encode(`2026-02-30T00:00:00.000Z|${id}`),
  encode(`2026-11-24T00:00:00.000Z|${'-'.repeat(36)}`),
  encode(`2026-11-24T00:00:00.000Z|${'a'.repeat(36)}`),
  encode(`2026-11-24T00:00:00.000Z|${id}' or 1=1`),
  encode(`${'9'.repeat(50)}|${id}`),
  'A'.repeat(400),
];
for (const cursor of tampered) {
  test(`A cursor that was tampered with (${cursor.slice(0, 40)}) begins at the top`, async () => {
    const top = (await verifier.list('queue=verification&limit=5')).items.map((item) => item.number);
    const list = await verifier.list(`queue=verification&limit=5&cursor=${encodeURIComponent(cursor)}`);
    assert.deepEqual(
      list.items.map((item) => item.number),
      top,
    );
    const newest = await verifier.ask({ path: `/cases?cursor=${encodeURIComponent(cursor)}` });
    assert.equal(newest.status, 200);
  });
}

test('A cursor of notices that was tampered with breaks nothing', async () => {
  for (const cursor of ['x', `${'0'.repeat(8)}-${'-'.repeat(27)}`, `${'0'.repeat(8)}-${'a'.repeat(27)}`])
    assert.equal((await verifier.ask({ path: `/notifications?cursor=${cursor}` })).status, 200, cursor);
});

const refused = [
  'limit=0',
  'limit=201',
  'limit=x',
  'limit=1.5',
  'queue=everything',
  'status=lost',
  'sort=title',
  'unit=x',
  'kind=joke',
  `q=${'a'.repeat(201)}`,
  `cursor=${'a'.repeat(401)}`,
];
for (const query of refused) {
  test(`A list that cannot be (${query.slice(0, 30)}) is refused with its field`, async () => {
    const answer = await verifier.ask({ path: `/cases?${query}` });
    assert.deepEqual([answer.status, codeOf(answer)], [422, 'invalid-input']);
  });
}

for (const q of [
  '"',
  '\\',
  ':*',
  '& | !',
  "'",
  '-',
  '()',
  '<->',
  '%',
  '\u0009',
  'or or or',
  '"tak ditutup',
]) {
  test(`A search for ${JSON.stringify(q)} breaks nothing`, async () => {
    assert.equal((await verifier.ask({ path: `/cases?q=${encodeURIComponent(q)}` })).status, 200);
  });
}

test('Somebody without a case in reach has empty lists, and counts of nought', async () => {
  assert.deepEqual(await head.workList('queue=mine'), []);
  assert.deepEqual(await head.workList(''), []);
  const counts = await head.ask<{ queues: Record<string, unknown> }>({ path: '/cases/counts' });
  assert.deepEqual(counts.body.queues.closing, { open: 0, late: 0, today: 0 });
});

test('What is counted beside a list is what the list holds', async () => {
  const counts = await verifier.ask<{ queues: Record<string, { open: number }> }>({ path: '/cases/counts' });
  assert.equal(counts.body.queues.verification?.open, (await leaf('queue=verification')).length);
});

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { testHouse } from '../support/house.ts';
import type { Matter } from '../support/office.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { fillHouse, fullReads } from '../support/office-plans.ts';
import { commits, type Statement, statementsOf, work } from '../support/office-statements.ts';
import { instant } from '../support/office-time.ts';

/** Figures that do not waver: how often the database is asked, and what it has to read for it. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const { verifier, officer, makassar, head, controlCentre } = office;
const citizen = office.citizen();
const path = ministryPaths(office);

const input = {
  text: 'Bantuan PKH ibu saya di Desa Galesong berhenti sejak Agustus tanpa pemberitahuan. Kami sudah ke kantor desa dua kali.',
  kind: 'complaint',
  contact: { name: 'Sri', phone: '0812 0000 0000', email: 'sri@warga.test' },
} as const;

let matter: Matter;
let keys = 0;
const captured = new Map<string, readonly Statement[]>();

async function capture(name: string, asking: () => Promise<unknown>): Promise<readonly Statement[]> {
  await asking();
  const seen = await statementsOf(house, asking);
  captured.set(name, seen);
  return seen;
}

function listed(statements: readonly Statement[]): string {
  return work(statements)
    .map((statement, index) => `${index + 1}. ${statement.text.replace(/\s+/g, ' ').trim().slice(0, 110)}`)
    .join('\n');
}

async function submit(full: boolean): Promise<void> {
  keys += 1;
  const { rows } = await house.database.pool.query<{ area: string; category: string }>(
    `select (select code from areas limit 1) as area, (select id from categories where institution_id = 'kemensos' limit 1) as category`,
  );
  const { area, category } = rows[0] ?? {};
  const more = full && category ? { category, ...(area ? { areaCode: area } : {}) } : {};
  const answer = await office.citizen().sends({ ...input, ...more }, { 'idempotency-key': `hitung-${keys}` });
  assert.equal(answer.status, 201, answer.text);
}

before(async () => {
  matter = await path.accepted(citizen);
  await officer.copies(matter, office.unit(ministryUnits.makassar));
  await house.database.pool.query(
    `insert into areas (code, name, level, full_name, search) values ('73', 'Sulawesi Selatan', 'province', 'Sulawesi Selatan', ' sulawesi selatan')
     on conflict do nothing`,
  );
});

for (const [name, full] of [
  ['the least form', false],
  ['the full form with area and category', true],
] as const) {
  test(`Taking in a submission (${name}): at most 10 statements`, async () => {
    const seen = (await capture(`submit ${full}`, () => submit(full))).filter(
      (statement) => !statement.text.includes('(select code from areas limit 1)'),
    );
    assert.ok(work(seen).length <= 10, `${work(seen).length} statements:\n${listed(seen)}`);
  });

  test(`Taking in a submission (${name}): one commit`, async () => {
    const { rows } = await house.database.pool.query<{ name: string }>(
      `select relname as name from pg_class where relpersistence = 'u' and relkind = 'r'`,
    );
    const unlogged = rows.map((row) => row.name);
    const seen = await capture(`submit ${full}`, () => submit(full));
    assert.equal(commits(seen, unlogged), 1, listed(seen));
  });
}

test('Taking in a submission writes at most 10 KB of WAL', async () => {
  const position = async () =>
    (await house.database.pool.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at'))
      .rows[0]?.at ?? '';
  const written: number[] = [];
  // Other test files may write to the same server meanwhile: the least of several is the submission's own.
  for (let round = 0; round < 200 && !(Math.min(...written) <= 10 * 1024); round += 1) {
    const from = await position();
    await submit(true);
    const to = await position();
    const { rows } = await house.database.pool.query<{ bytes: string }>(
      'select pg_wal_lsn_diff($2::pg_lsn, $1::pg_lsn)::text as bytes',
      [from, to],
    );
    written.push(Number(rows[0]?.bytes));
  }
  assert.ok(Math.min(...written) <= 10 * 1024, `bytes of WAL: ${written.join(', ')}`);
});

test('The case page: at most 6 statements', async () => {
  const seen = await capture('case page', () => officer.sees(matter));
  assert.ok(work(seen).length <= 6, listed(seen));
});

test('The tracking page: at most 6 statements', async () => {
  const seen = await capture('tracking', () => citizen.looks(matter));
  assert.ok(work(seen).length <= 6, listed(seen));
});

const lists: readonly (readonly [string, typeof verifier, string])[] = [
  ['verification, of a verifier', verifier, 'queue=verification'],
  ['distribution, of a verifier', verifier, 'queue=distribution'],
  ['my turn, of a verifier', verifier, 'queue=mine'],
  ['everything, of a verifier', verifier, ''],
  ['my turn, of a unit officer', officer, 'queue=mine'],
  ['handling, of a unit officer', officer, 'queue=handling'],
  ['everything, of a unit officer', officer, ''],
  ['my turn, of a UPT officer', makassar, 'queue=mine'],
  ['assigned, of a UPT officer', makassar, 'queue=assigned'],
  ['everything, of a UPT officer', makassar, ''],
  ['my turn, of a unit head', head, 'queue=mine'],
  ['everything, of the control centre', controlCentre, ''],
  ['late ones, of a verifier', verifier, 'queue=mine&late=true'],
  ['two words, of a verifier', verifier, 'q=galesong+pemberitahuan'],
  ['a number, of a verifier', verifier, 'q=2611-00001'],
];
for (const [name, who, query] of lists) {
  test(`A work list (${name}): at most 3 statements`, async () => {
    const seen = await capture(`list: ${name}`, () => who.list(query));
    assert.ok(work(seen).length <= 3, listed(seen));
  });
}

test('The notices of a person', async () => {
  const seen = await capture('notices', () => officer.ask({ path: '/notifications' }));
  assert.ok(work(seen).length <= 3, listed(seen));
});

test('What only reads asks who it is and what it shows, and opens no transaction', () => {
  const reading = [...captured].filter(([name]) => /^(?:case page|tracking|list: )/.test(name));
  assert.equal(reading.length, lists.length + 2);
  for (const [name, seen] of reading) assert.ok(seen.length <= 2, `${name}:\n${listed(seen)}`);
});

test('An act loads its case and writes all that follows at once', async () => {
  const filed = await path.filed(citizen);
  const seen = await statementsOf(house, () => verifier.verifies(filed));
  const writes = work(seen).filter(({ text }) => /\b(?:insert|update|delete|add_jobs)\b/i.test(text));
  assert.equal(writes.filter(({ text }) => !/for update/i.test(text)).length, 1, listed(seen));
  assert.ok(work(seen).length <= 3, listed(seen));
});

test('A submission is looked up, numbered and written: beside its counter at most four statements', async () => {
  const asked = captured.get('submit true') ?? [];
  const seen = work(asked).filter(({ text }) => !/rate_counters|from areas limit 1/.test(text));
  assert.ok(seen.length > 0 && seen.length <= 4, listed(seen));
});

test('Among five thousand cases, none of these reads a growing table from end to end', async (t) => {
  await house.runJobs();
  const closed = await path.answered(citizen);
  await citizen.confirms(closed, 5);
  // As in an office that has been at work for years: most cases are closed.
  const models = [
    ...Array.from({ length: 15 }, () => closed),
    matter,
    await path.filed(citizen),
    await path.verified(citizen),
    await path.reported(citizen),
    await path.answered(citizen),
  ];
  await house.runJobs();
  await fillHouse(house, models, 5000);
  for (const [name, statements] of captured) {
    await t.test(name, async () => {
      for (const statement of work(statements)) {
        const read = await fullReads(house, statement);
        assert.deepEqual(read, [], statement.text.replace(/\s+/g, ' ').slice(0, 1200));
      }
    });
  }
});

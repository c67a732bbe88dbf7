import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { silentLog, testDatabase } from '../../../test/support/database.ts';
import { inTransaction } from '../../platform/db/index.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { findAreaInAddress } from './area-in-address.ts';
import { findArea, listAreas, searchAreas } from './find-areas.ts';
import { importAreas } from './import-areas.ts';

const { database } = await testDatabase<Schema>();
const reference = fileURLToPath(new URL('../../../seeds/reference', import.meta.url));
const shipped = join(reference, 'areas.csv.gz');
let written = 0;

before(async () => {
  written = await importAreas(database.pool, shipped, silentLog);
});

test('all areas of the decree arrive, each below its parent, and only once', async () => {
  assert.equal(written, 91_599);
  assert.equal(await importAreas(database.pool, shipped, silentLog), 0);
  const { rows } = await database.pool.query('select level, count(*) from areas group by level order by 2');
  assert.deepEqual(rows, [
    { level: 'province', count: 38 },
    { level: 'regency', count: 514 },
    { level: 'district', count: 7285 },
    { level: 'village', count: 83_762 },
  ]);
  const { rows: keys } = await database.pool.query(
    `select conname from pg_constraint where conrelid = 'areas'::regclass and contype = 'f'
     union all select indexname from pg_indexes where tablename = 'areas' order by 1`,
  );
  const names = keys.map((row) => row.conname);
  assert.deepEqual(names, ['areas_parent', 'areas_parent_code_fkey', 'areas_pkey', 'areas_search']);
});

test('an area is named with all that it lies in', async () => {
  const named = async (code: string) => (await read((tx) => findArea(tx, code)))?.fullName;
  assert.equal(await named('99.99'), undefined, 'a code that the decree does not have names nothing');
  const [galesong] = await search('galesong baru');
  assert.equal(galesong?.fullName, 'Galesong Baru, Kecamatan Galesong, Kabupaten Takalar, Sulawesi Selatan');
  assert.equal(await named('94.01.01'), 'Nabire, Kabupaten Nabire, Papua Tengah');
  const [inPapua] = await search('nabire distrik', { level: 'village' });
  assert.match(inPapua?.fullName ?? '', /, Distrik /);
});

for (const [typed, expected] of [
  ['Galesong', 'Galesong, Kabupaten Takalar, Sulawesi Selatan'],
  ['takalar gal baru', 'Galesong Baru, Kecamatan Galesong, Kabupaten Takalar, Sulawesi Selatan'],
  [
    'desa Galesong Baru, kec. Galesong',
    'Galesong Baru, Kecamatan Galesong, Kabupaten Takalar, Sulawesi Selatan',
  ],
  ['kota bandung', 'Kota Bandung, Jawa Barat'],
  ['kab bandung', 'Kabupaten Bandung, Jawa Barat'],
  ['jawa barat', 'Jawa Barat'],
  ['jabar', 'Jawa Barat'],
  ['DKI', 'Daerah Khusus Ibukota Jakarta'],
  ['galeson baruu', 'Galesong Baru, Kecamatan Galesong, Kabupaten Takalar, Sulawesi Selatan'],
  ['surabya', 'Kota Surabaya, Jawa Timur'],
] as const) {
  test(`"${typed}" finds ${expected.split(',')[0]} first`, async () => {
    assert.equal((await search(typed))[0]?.fullName, expected);
  });
}

test('after the exact names, villages come before districts', async () => {
  const levels = (await search('galesong')).map((area) => area.level);
  assert.deepEqual(levels.slice(0, 4), ['district', 'village', 'village', 'village']);
  assert.deepEqual(levels.slice(4), levels.slice(4).toSorted().toReversed());
});

test('nothing to look for finds nothing, and signs of a pattern are only signs', async () => {
  for (const typed of ['', 'x', '  ', '%%', '___', 'desa', "'; drop table areas; --", 'qwzx vbnmq']) {
    assert.deepEqual(await search(typed), [], typed);
  }
});

test('an area opens into what lies directly in it, by name', async () => {
  const provinces = await read((tx) => listAreas(tx, null));
  assert.equal(provinces.length, 38);
  assert.equal(provinces[0]?.name, 'Aceh');
  const inside = await read((tx) => listAreas(tx, '73.05'));
  assert.ok(inside.length > 5 && inside.every((area) => area.level === 'district'));
});

test('the search reads by its index, the exact one and the forgiving one', async () => {
  for (const condition of [
    `search like '% galesong%' and search like '% baru%'`,
    `search %> 'galeson baruu'`,
  ]) {
    const { rows } = await database.pool.query(
      `explain (format json) select code from areas where ${condition}`,
    );
    const plan = JSON.stringify(rows);
    assert.match(plan, /areas_search/);
    assert.doesNotMatch(plan, /Seq Scan/);
  }
});

test('a corrected file writes what differs and takes nothing away', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'areas-'));
  const file = join(folder, 'areas.csv.gz');
  await copyFile(join(reference, 'area-aliases.yaml'), join(folder, 'area-aliases.yaml'));
  const lines = gunzipSync(await readFile(shipped))
    .toString('utf8')
    .split('\n');
  const corrected = lines.flatMap((line) => {
    if (line.startsWith('11.01.01.2001,')) return [];
    return [line.startsWith('73.05,') ? line.replace('Kabupaten Takalar', 'Kabupaten Takalar Raya') : line];
  });
  await writeFile(file, gzipSync(corrected.join('\n')));
  const below = (await database.pool.query(`select count(*) from areas where code like '73.05%'`)).rows[0]
    .count;
  assert.equal(await importAreas(database.pool, file, silentLog), below);
  assert.equal((await search('galesong baru'))[0]?.fullName.includes('Kabupaten Takalar Raya'), true);
  assert.equal((await read((tx) => findArea(tx, '11.01.01.2001')))?.name, 'Keude Bakongan');
  await writeFile(file, gzipSync('code,name,level,parent\n11,Aceh,kingdom,\n'));
  await assert.rejects(importAreas(database.pool, file, silentLog), /not a line of the area file/);
  assert.equal((await database.pool.query('select count(*) from areas')).rows[0].count, 91_599);
});

function search(typed: string, options: { level?: 'village' } = {}) {
  return read((tx) => searchAreas(tx, typed, { limit: 10, ...options }));
}

function read<T>(work: Parameters<typeof inTransaction<Schema, T>>[1]): Promise<T> {
  return inTransaction(database.kysely, work);
}

for (const [address, expected] of [
  ['Jl. Pasar 3, Gamalama, Ternate Tengah, Kota Ternate, Maluku Utara', 'Gamalama'],
  ['Dusun 1, Desa Galesong Baru, Kec. Galesong, Kab. Takalar 92255', 'Galesong Baru'],
  ['Jl. Braga 10, Kota Bandung, Jawa Barat', 'Kota Bandung'],
  ['Jl. Braga 10, Bandung', undefined],
  ['Pojok Kampung, Nabire', 'Kabupaten Nabire'],
  ['Galesong Baru', undefined],
  ['Dusun Entah, Pulau Mana', undefined],
  ['', undefined],
] as const) {
  test(`The address "${address}" lies in ${expected ?? 'nothing that is beyond doubt'}`, async () => {
    const found = await read((tx) => findAreaInAddress(tx, address));
    assert.equal(found?.name, expected);
  });
}

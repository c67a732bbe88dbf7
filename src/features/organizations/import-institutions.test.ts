import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { testDatabase } from '../../../test/support/database.ts';
import { inTransaction } from '../../platform/db/index.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { listCategories } from './categories.ts';
import { importInstitutions, unitIdOf } from './import-institutions.ts';
import { findReceivingInstitution } from './institutions.ts';
import { listUnits } from './list-units.ts';

const { database } = await testDatabase<Schema>();
const shipped = fileURLToPath(new URL('../../../seeds/reference/institutions.yaml', import.meta.url));
const run = () => inTransaction(database.kysely, (tx) => importInstitutions(tx, shipped));

test('both institutions arrive with their trees, fronts and categories; the ministry takes in what names none', async () => {
  await run();
  await inTransaction(database.kysely, async (tx) => {
    const ministry = await findReceivingInstitution(tx, null);
    assert.equal(ministry?.id, 'kemensos');
    assert.equal(ministry?.frontUnit, 'Biro Hubungan Masyarakat');
    const units = await listUnits(tx, 'kemensos');
    const sentra = units.filter((unit) => unit.name.startsWith('Sentra '));
    assert.equal(sentra.length, 31);
    assert.ok(sentra.every((unit) => unit.kind === 'upt' && unit.areaCode !== null));
    const zones = (zone: string) => sentra.filter((unit) => unit.zone === zone).length;
    assert.deepEqual([zones('Asia/Jakarta'), zones('Asia/Makassar'), zones('Asia/Jayapura')], [20, 10, 1]);
    const oversight = (await listCategories(tx, 'kemensos', 'id')).filter((one) => one.suggestsOversight);
    assert.ok(oversight.every((one) => one.defaultUnitId === unitIdOf('kemensos', 'Inspektorat Jenderal')));
    assert.equal(
      (await findReceivingInstitution(tx, 'politeknik'))?.frontUnit,
      'Hubungan Masyarakat dan Kerja Sama',
    );
  });
});

test('every unit stands in a regency that the reference of areas knows, in that regency’s zone', async () => {
  const csv = gunzipSync(readFileSync(shipped.replace('institutions.yaml', 'areas.csv.gz'))).toString();
  const codes = new Set(csv.split('\n').map((line) => line.split(',')[0]));
  const units = await inTransaction(database.kysely, (tx) => listUnits(tx, 'kemensos'));
  for (const { name, areaCode, zone } of units) {
    if (areaCode === null) continue;
    assert.ok(codes.has(areaCode), name);
    // Keppres 41/1987: WIB to Java and the west and middle of Kalimantan, WIT for Maluku and Papua.
    const wib = /^([123]|6[12])/.test(areaCode);
    const wit = /^[89]/.test(areaCode);
    assert.equal(zone, wib ? 'Asia/Jakarta' : wit ? 'Asia/Jayapura' : 'Asia/Makassar', name);
  }
});

test('a second run adds nothing and leaves alone what was edited', async () => {
  const biro = unitIdOf('kemensos', 'Biro Hukum');
  await database.pool.query(`update units set name = 'Biro Hukum dan Organisasi' where id = $1`, [biro]);
  await database.pool.query(
    `update institutions set short_name = 'Depsos', front_unit_id = null where id = 'kemensos'`,
  );
  await database.pool.query(`update categories set active = false where id = 'kemensos-lainnya'`);
  const before = await everything();
  await run();
  assert.deepEqual(await everything(), before);
});

test('what is missing is added below its parent, wherever that stands now', async () => {
  const lost = unitIdOf('kemensos', 'Sentra Meohai Kendari');
  const parent = unitIdOf('kemensos', 'Direktorat Jenderal Rehabilitasi Sosial');
  const moved = `/${unitIdOf('kemensos', 'Sekretariat Jenderal')}/${parent}/`;
  await database.pool.query('delete from units where id = $1', [lost]);
  await database.pool.query(
    `update units set path = $2 || substr(path, length($1) + 1) where path like $1 || '%'`,
    [`/${parent}/`, moved],
  );
  await run();
  const { rows } = await database.pool.query('select path from units where id = $1', [lost]);
  assert.deepEqual(rows, [{ path: `${moved}${lost}/` }]);
});

async function everything() {
  const tables = ['institutions', 'units', 'categories'];
  const all = await Promise.all(
    tables.map((table) => database.pool.query(`select * from ${table} order by id`)),
  );
  return all.map(({ rows }) => rows);
}

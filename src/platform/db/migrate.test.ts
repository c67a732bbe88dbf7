import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import pg from 'pg';
import { silentLog as log, testDatabase } from '../../../test/support/database.ts';
import { databaseUrl } from '../../../test/support/database-template.ts';
import { migrate } from './migrate.ts';

const { database, url: anyUrl } = await testDatabase();

const letters = 'create table letters (id integer primary key);';
const stamps = "alter table letters add stamp text;\ninsert into letters values (1, 'rb;');";

test('a fresh database gets every file, in order, once', async (t) => {
  const { url, dir, query } = await emptyDatabase(t, {
    '0001_letters.sql': letters,
    '0002_stamps.sql': stamps,
  });
  assert.deepEqual(
    (await migrate(url, dir, log)).map(({ file }) => file),
    ['0001_letters.sql', '0002_stamps.sql'],
  );
  assert.deepEqual(await migrate(url, dir, log), []);
  assert.deepEqual(await query('select number, name from schema_migrations order by number'), [
    { number: 1, name: 'letters' },
    { number: 2, name: 'stamps' },
  ]);
  assert.deepEqual(await query('select stamp from letters'), [{ stamp: 'rb;' }]);
});

test('a later file is added to what is there; a pool serves as well as an address', async (t) => {
  const { url, dir } = await emptyDatabase(t, { '0001_letters.sql': letters });
  await migrate(url, dir, log);
  writeFileSync(join(dir, '0002_stamps.sql'), stamps);
  const pool = new pg.Pool({ connectionString: url });
  t.after(() => pool.end());
  assert.deepEqual(
    (await migrate(pool, dir, log)).map(({ number }) => number),
    [2],
  );
});

test('an applied file that was edited or renamed is refused; other line ends are not an edit', async (t) => {
  const { url, dir } = await emptyDatabase(t, { '0001_letters.sql': letters, '0002_stamps.sql': stamps });
  await migrate(url, dir, log);
  writeFileSync(join(dir, '0002_stamps.sql'), stamps.replaceAll('\n', '\r\n'));
  assert.deepEqual(await migrate(url, dir, log), []);
  writeFileSync(join(dir, '0002_stamps.sql'), `${stamps} -- harmless`);
  await assert.rejects(migrate(url, dir, log), { code: 'edited', message: /0002_stamps\.sql/ });
  writeFileSync(join(dir, '0002_stamps.sql'), stamps);
  renameSync(join(dir, '0002_stamps.sql'), join(dir, '0002_postage.sql'));
  await assert.rejects(migrate(url, dir, log), { code: 'edited', message: /0002_postage\.sql/ });
});

test('gaps, equal numbers and odd names are refused before anything is applied', async (t) => {
  const refused = async (files: Record<string, string>, code: string) => {
    const { url, dir, query } = await emptyDatabase(t, files);
    await assert.rejects(migrate(url, dir, log), { name: 'MigrationRefused', code });
    assert.deepEqual(await query("select to_regclass('letters') as made"), [{ made: null }]);
  };
  await refused({ '0001_letters.sql': letters, '0003_stamps.sql': stamps }, 'gap');
  await refused({ '0002_letters.sql': letters }, 'gap');
  await refused({ '0001_letters.sql': letters, '0001_stamps.sql': stamps }, 'duplicate-number');
  await refused({ '0001_letters.sql': letters, '2_stamps.sql': stamps }, 'bad-file-name');
});

test('a file slipped in before applied ones is refused', async (t) => {
  const { url, dir } = await emptyDatabase(t, { '0001_letters.sql': letters });
  await migrate(url, dir, log);
  writeFileSync(join(dir, '0000_before.sql'), 'select 1');
  await assert.rejects(migrate(url, dir, log), { code: 'gap', message: /0000_before\.sql/ });
});

test('a database newer than the code is refused', async (t) => {
  const { url, dir } = await emptyDatabase(t, { '0001_letters.sql': letters, '0002_stamps.sql': stamps });
  await migrate(url, dir, log);
  rmSync(join(dir, '0002_stamps.sql'));
  await assert.rejects(migrate(url, dir, log), { code: 'newer-database', message: /0002_stamps\.sql/ });
});

test('a file that fails leaves nothing of itself, keeps the ones before, and names the line', async (t) => {
  const broken = 'create table half (id integer);\n\nselect nonsense;';
  const { url, dir, query } = await emptyDatabase(t, {
    '0001_letters.sql': letters,
    '0002_broken.sql': broken,
  });
  await assert.rejects(migrate(url, dir, log), {
    code: 'failed',
    message: /0002_broken\.sql, line 3: .*nonsense/,
  });
  assert.deepEqual(await query("select to_regclass('letters')::text as one, to_regclass('half') as two"), [
    { one: 'letters', two: null },
  ]);
});

test('a file may not end its transaction by itself', async (t) => {
  const { url, dir } = await emptyDatabase(t, { '0001_letters.sql': `${letters} commit; select 1` });
  await assert.rejects(migrate(url, dir, log), { code: 'ends-its-transaction' });
});

test('starts at the same time take turns: each file is applied by exactly one', async (t) => {
  const { url, dir } = await emptyDatabase(t, { '0001_letters.sql': letters, '0002_stamps.sql': stamps });
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, dir, log)));
  assert.deepEqual(
    applied
      .flat()
      .map(({ number }) => number)
      .sort(),
    [1, 2],
  );
});

async function emptyDatabase(t: TestContext, files: Record<string, string>) {
  const dir = mkdtempSync(join(tmpdir(), 'tuntas-migrations-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  const name = `tuntas_test_${Math.floor(Date.now() / 1000)}_empty_${randomBytes(4).toString('hex')}`;
  await database.pool.query(`create database ${name} template template0`);
  t.after(async () => {
    await database.pool.query(`drop database ${name} with (force)`);
    rmSync(dir, { recursive: true });
  });
  const url = databaseUrl(anyUrl, name);
  const query = async (text: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(text);
    await client.end();
    return rows;
  };
  return { url, dir, query };
}

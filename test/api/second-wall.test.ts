import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { buildApp } from '../../src/main/app.ts';
import { accountsOf } from '../../src/main/compose.ts';
import type { Database } from '../../src/platform/db/connect.ts';
import { byOwner } from '../../src/platform/db/connections.ts';
import type { Schema } from '../../src/platform/db/schema.ts';
import { layWall } from '../../src/platform/db/second-wall.ts';
import { testAccounts } from '../support/database-template.ts';
import { officeOf, partsOf, testHouse } from '../support/house.ts';
import { anchorAll, chainAll } from '../support/ledger.ts';
import { ministry } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { insiderAtHome } from '../support/sealed-door.ts';

/** What each account of the application can do in the database, whatever the code above it would say. */
const house = await testHouse({ now: '2026-11-24T01:15:00.000Z' });
const { database: app, sealed: inspectorate, ledger } = house.connections;
let one: { readonly id: string };
let other: { readonly id: string };
let underSeal: string;

before(async () => {
  const office = await ministry(house);
  const path = ministryPaths(office);
  one = await path.filed(office.citizen());
  other = await path.filed(office.citizen());
  await office.employ({ name: 'Irma Inspektur', role: 'wbs-verifier', unit: null });
  await insiderAtHome(house, '10.0.0.9').reports('kemensos', 'Kuitansi rapat dipalsukan.');
  await chainAll(house);
  await anchorAll(house);
  const { rows } = await house.database.pool.query<{ id: string }>('select id from sealed.cases');
  underSeal = rows[0]?.id ?? '';
  assert.notEqual(underSeal, '');
});

/** Whether the database itself says no: by a right that is lacking, not by an error of the statement. */
async function isRefused({ pool }: Database<Schema>, statement: string): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(statement);
    return false;
  } catch (error) {
    assert.equal((error as { code?: string }).code, '42501', `${statement}: ${String(error)}`);
    return true;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const accounts = { app, inspectorate, ledger };
type Who = keyof typeof accounts;

/** Everything that each of them is refused. */
const refused: Readonly<Record<Who, readonly string[]>> = {
  app: [
    'select from sealed.cases',
    'select from sealed.events',
    'insert into sealed.notices values (gen_random_uuid())',
    'select from sealed.chains',
    'select from sealed.entries',
    'select from sealed.heads',
    'select from sealed.anchors',
    "insert into sealed.heads values ('sealed:kemensos', '')",
    "update ledger.entries set kind = 'x'",
    'delete from ledger.entries',
    'truncate ledger.entries',
    'insert into ledger.entries select * from ledger.entries',
    "update ledger.anchors set chain = 'x'",
    'delete from ledger.anchors',
    'truncate ledger.anchors',
    'update ledger.heads set seq = 0',
    'delete from ledger.heads',
    'truncate ledger.heads',
    'delete from ledger.inbox',
    'alter table ledger.entries disable trigger all',
    'alter table case_events disable trigger all',
    "set session_replication_role = 'replica'",
    'alter table vault.keys disable row level security',
    'create policy mine on vault.keys using (true)',
    "update case_events set data = '{}'",
    'delete from case_events',
    'truncate case_events',
    'delete from deletions',
    'truncate cases',
    'select from vault.hash_keys',
    'select from schema_migrations',
    'create table loose (id integer)',
    `set role ${testAccounts.inspectorate.name}`,
    `set role ${testAccounts.ledger.name}`,
  ],
  ledger: [
    "update ledger.entries set kind = 'x'",
    'delete from ledger.entries',
    'truncate ledger.entries',
    'delete from ledger.anchors',
    "update ledger.anchors set chain = 'x'",
    'delete from ledger.heads',
    'select from vault.keys',
    'select from reporters',
    'select from sealed.cases',
    'select from sealed.entries',
    'select from sealed.anchors',
    'select state from cases',
    'select from people',
    'select from graphile_worker._private_jobs',
    `set role ${testAccounts.app.name}`,
  ],
  inspectorate: [
    'update sealed.events set seq = 0',
    'delete from sealed.events',
    'truncate sealed.cases',
    'delete from sealed.cases',
    "update sealed.entries set kind = 'sealed.entry'",
    'delete from sealed.entries',
    'truncate sealed.entries',
    'update sealed.anchors set nth = 9',
    'delete from sealed.anchors',
    'truncate sealed.anchors',
    'delete from sealed.heads',
    'truncate sealed.heads',
    'update sealed.chains set id = id',
    'delete from sealed.chains',
    'alter table sealed.entries disable trigger all',
    'update vault.keys set subject = subject',
    'delete from vault.keys',
    'select from vault.search_hashes',
    'select password_hash from people',
    'update people set active = false',
    'insert into ledger.entries select * from ledger.entries',
    'select from graphile_worker._private_jobs',
    `set role ${testAccounts.app.name}`,
  ],
};

for (const [who, statements] of Object.entries(refused) as [Who, readonly string[]][]) {
  test(`The account "${who}" is refused by the database itself what is not its work`, async () => {
    for (const statement of statements)
      assert.equal(await isRefused(accounts[who], statement), true, statement);
  });
}

test('Everybody can do their own work', async () => {
  const allowed: readonly [Who, string][] = [
    ['app', 'select from ledger.entries'],
    ['app', 'update cases set version = version'],
    ['app', 'select from graphile_worker._private_jobs'],
    ['inspectorate', 'select from sealed.cases'],
    ['inspectorate', 'select from sealed.entries'],
    ['inspectorate', 'insert into sealed.anchors select chain, nth + 1, content from sealed.anchors'],
    ['inspectorate', 'update sealed.heads set content = content'],
    ['ledger', 'select id, institution_id from cases'],
  ];
  for (const [who, statement] of allowed)
    assert.equal(await isRefused(accounts[who], statement), false, statement);
});

test('The application sees the key of what its transaction has named, and no other', async () => {
  const keys = async (named: readonly string[]) =>
    app.kysely.transaction().execute(async (tx) => {
      if (named.length > 0) await sql`select vault.open(${[...named]}::uuid[])`.execute(tx);
      return (await tx.selectFrom('vault.keys').select('subject').execute()).map(({ subject }) => subject);
    });
  assert.deepEqual(await keys([]), [], 'a join that was forgotten reads nothing');
  assert.deepEqual(await keys([one.id]), [one.id]);
  assert.deepEqual((await keys([one.id, other.id])).toSorted(), [one.id, other.id].toSorted());
  assert.deepEqual(await keys([]), [], 'the name ends with its transaction, on the same connection too');
});

test('Without a name no key is changed or destroyed', async () => {
  const changed = async (statement: string) => (await app.pool.query(statement, [one.id])).rowCount;
  assert.equal(await changed('delete from vault.keys where subject = $1'), 0);
  assert.equal(await changed(`update vault.keys set wrapped = '' where subject = $1`), 0);
});

test('One statement names one key and reads it', async () => {
  const { rows } = await app.pool.query<{ key: Buffer | null }>(
    'select vault.key_of(id) as key from cases where id = $1',
    [one.id],
  );
  const kept = await house.database.pool.query<{ wrapped: Buffer }>(
    'select wrapped from vault.keys where subject = $1',
    [one.id],
  );
  assert.deepEqual(rows[0]?.key, kept.rows[0]?.wrapped);
});

test('The inspectorate has the keys of the sealed door alone, whatever it names', async () => {
  const { rows } = await inspectorate.pool.query<{ subject: string }>('select subject from vault.keys');
  const { rows: chains } = await house.database.pool.query<{ id: string }>('select id from sealed.chains');
  assert.deepEqual(
    rows.map(({ subject }) => subject).toSorted(),
    [underSeal, ...chains.map(({ id }) => id)].toSorted(),
    'its case, and the chain that the case stands in',
  );
  const named = await inspectorate.pool.query<{ key: Buffer | null }>('select vault.key_of($1) as key', [
    one.id,
  ]);
  assert.equal(named.rows[0]?.key, null);
});

test('Whether something is under seal is told to nobody else', async () => {
  const asked = async ({ pool }: Database<Schema>) =>
    (await pool.query('select vault.is_inspectorates($1) as is', [underSeal])).rows[0]?.is;
  assert.equal(await asked(app), false);
  assert.equal(await asked(inspectorate), true);
});

test('A table that a migration adds is under the wall from the next start', async () => {
  await house.database.pool.query(`
    create table sealed.later (id integer); create table ledger.later (id integer); create table later (id integer);
    create table kept_later (id integer);
    create trigger kept before update or delete on kept_later for each statement execute function refuse_change()`);
  assert.equal(await isRefused(app, 'select from later'), true, 'before the start nobody has it');
  assert.equal(await layWall(house.database.pool, testAccounts), null);
  for (const statement of ['select from sealed.later', 'select from ledger.later', 'delete from kept_later'])
    assert.equal(await isRefused(app, statement), true, statement);
  assert.equal(await isRefused(app, 'delete from later'), false);
  assert.equal(await isRefused(app, 'insert into kept_later values (1)'), false);
  assert.equal(await isRefused(inspectorate, 'select from sealed.later'), false);
});

test('Every node knows the same accounts, and another database has others', async () => {
  const mine = await accountsOf(house.office.keys, house.database);
  const node = await officeOf(house, house.config);
  assert.deepEqual(await accountsOf(node.keys, house.database), mine);
  const elsewhere = { pool: { query: async () => ({ rows: [{ name: 'tuntas' }] }) } };
  const theirs = await accountsOf(node.keys, elsewhere as unknown as Database<Schema>);
  assert.deepEqual(
    Object.values(theirs).map(({ name }) => name),
    ['tuntas_app', 'tuntas_ledger', 'tuntas_inspectorate'],
  );
  const all = [...Object.values(mine), ...Object.values(theirs)];
  assert.equal(new Set(all.flatMap(({ name, password }) => [name, password])).size, 12);
  assert.ok(all.every(({ name, password }) => name.length < 64 && /^[\w-]{43}$/.test(password)));
});

test('A database from before PostgreSQL 15 lets the application make nothing either', async () => {
  await house.database.pool.query('grant create on schema public to public');
  assert.equal(await isRefused(app, 'create table loose (id integer)'), false);
  assert.equal(await layWall(house.database.pool, testAccounts), null);
  assert.equal(await isRefused(app, 'create table loose (id integer)'), true);
});

test('The metrics tell whether the wall is up', async (t) => {
  const measured = async (server: typeof house.app) =>
    /^database_second_wall (\d)$/m.exec((await server.inject({ url: '/metrics' })).body)?.[1];
  assert.equal(await measured(house.app), '1');
  const owners = await buildApp({ ...partsOf(house), ...byOwner(house.database, house.databaseUrl) });
  t.after(() => owners.close());
  assert.equal(await measured(owners), '0');
});

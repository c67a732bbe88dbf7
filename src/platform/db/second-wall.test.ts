import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { testDatabase } from '../../../test/support/database.ts';
import { checkout, databaseUrl, dropDatabase } from '../../../test/support/database-template.ts';
import { openDatabase } from './connect.ts';
import { openWall, urlFor } from './connections.ts';
import { migrate } from './migrate.ts';
import { type Accounts, accountStatements } from './second-wall.ts';

const silent = { info() {}, warn() {}, error() {} };

/** A database that belongs to a role of its own, as an operator would give one, and the accounts that go with it. */
async function givenDatabase(t: TestContext, rights: string) {
  const { database: admin, url: adminUrl } = await testDatabase(t, { max: 2 });
  const name = `tuntas_wall_${process.pid}_${randomBytes(4).toString('hex')}`;
  const owner = { name: `${name}_owner`, password: 'given' };
  const accounts: Accounts = {
    app: { name: `${name}_app`, password: 'first' },
    ledger: { name: `${name}_ledger`, password: 'first' },
    inspectorate: { name: `${name}_insp`, password: 'first' },
  };
  await admin.pool.query(`create role ${owner.name} login password 'given' ${rights}`);
  await admin.pool.query(`create database ${name} owner ${owner.name} template template0 encoding 'UTF8'`);
  t.after(async () => {
    // The database that brought us here is gone already.
    const client = new pg.Client({ connectionString: databaseUrl(adminUrl, 'postgres') });
    await client.connect();
    await dropDatabase(databaseUrl(adminUrl, 'postgres'), name);
    for (const role of [...Object.values(accounts), owner])
      await client.query(`drop role if exists ${role.name}`);
    await client.end();
  });
  const url = urlFor(databaseUrl(adminUrl, name), owner);
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) });
  await migrate(url, join(checkout, 'migrations'), silent);
  const database = await openDatabase(url, { log: silent, max: 4 });
  t.after(() => database.close());
  const warnings: string[] = [];
  const log = { ...silent, warn: (...said: unknown[]) => void warnings.push(JSON.stringify(said)) };
  const start = () => openWall(database, url, accounts, log);
  return { admin, database, accounts, warnings, start };
}

async function userOf({ pool }: { readonly pool: pg.Pool }): Promise<string | undefined> {
  return (await pool.query<{ name: string }>('select current_user as name')).rows[0]?.name;
}

test('The first start makes the accounts, two at once and a second one find them', async (t) => {
  const { accounts, warnings, start } = await givenDatabase(t, 'createrole');
  const walls = await Promise.all([start(), start()]);
  walls.push(await start());
  for (const wall of walls) {
    assert.deepEqual(
      [wall.missing, await userOf(wall.database), await userOf(wall.sealed), await userOf(wall.ledger)],
      [null, accounts.app.name, accounts.inspectorate.name, accounts.ledger.name],
    );
    await wall.close();
  }
  assert.deepEqual(warnings, []);
});

test('A role that may make none still starts, says why, and works behind the wall once somebody has made them', async (t) => {
  const { admin, database, accounts, warnings, start } = await givenDatabase(t, '');
  const without = await start();
  assert.match(without.missing ?? '', /may not create the roles/);
  assert.equal(await userOf(without.database), await userOf(database));
  assert.equal(warnings.length, 1);
  assert.doesNotMatch(warnings.join(), /first|given/, 'no password is logged');
  await without.close();

  const statements = accountStatements(Object.values(accounts));
  assert.doesNotMatch(statements.join(), /first/);
  for (const statement of statements) await admin.pool.query(statement);
  const wall = await start();
  assert.deepEqual([wall.missing, await userOf(wall.database)], [null, accounts.app.name]);
  await wall.close();
});

test('A role of the same name that is somebody else’s is left alone', async (t) => {
  const { admin, database, accounts, start } = await givenDatabase(t, 'createrole');
  await admin.pool.query(`create role ${accounts.app.name} login password 'theirs'`);
  const wall = await start();
  assert.match(wall.missing ?? '', /was not made by Tuntas/);
  assert.equal(await userOf(wall.database), await userOf(database));
  const { rows } = await admin.pool.query<{ is: boolean }>(
    `select has_database_privilege($1, current_database(), 'create') as is`,
    [accounts.app.name],
  );
  assert.equal(rows[0]?.is, false);
  await wall.close();
});

test('An account with another password gets its own again', async (t) => {
  const { database, accounts, start } = await givenDatabase(t, 'createrole');
  await (await start()).close();
  await database.pool.query(`alter role ${accounts.app.name} password 'changed'`);
  const wall = await start();
  assert.equal(wall.missing, null);
  assert.equal(await userOf(wall.database), accounts.app.name);
  await wall.close();
});

test('The address of another account keeps server, database and settings, and nothing of the owner', () => {
  const account = { name: 'tuntas_app', password: 'abc' };
  const cases = {
    'postgres://a:b@db.internal/tuntas': 'postgres://tuntas_app:abc@db.internal/tuntas',
    'postgresql://db:5433/tuntas?sslmode=require':
      'postgresql://tuntas_app:abc@db:5433/tuntas?sslmode=require',
    'postgresql://a:p%40@/tuntas?host=%2Frun&port=5432':
      'postgresql://tuntas_app:abc@/tuntas?host=%2Frun&port=5432',
    'postgres://db/tuntas?user=a&password=b': 'postgres://tuntas_app:abc@db/tuntas',
    'postgres://db/tuntas?user=a&sslmode=require&password=b':
      'postgres://tuntas_app:abc@db/tuntas?sslmode=require',
  };
  for (const [given, expected] of Object.entries(cases)) assert.equal(urlFor(given, account), expected);
});

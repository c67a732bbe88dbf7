import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/support/database.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';
import { writeTogether } from './write-together.ts';

const { database } = await testDatabase<Schema>();
const { kysely, pool } = database;
await pool.query(`
  create table parents (id integer primary key);
  create table children (id integer primary key, parent integer not null references parents);
  create function note(n integer) returns void language sql as 'insert into parents values (n)'`);

const parent = (id: number) => sql`insert into parents (id) values (${id})`;
const child = (id: number, of: number) => sql`insert into children (id, parent) values (${id}, ${of})`;
const count = async (table: string) => (await pool.query(`select from ${table}`)).rowCount;

test('what refers to each other is written at once, and the function of a last select is called', async () => {
  await inTransaction(kysely, (tx) => writeTogether(tx, [child(1, 1), parent(1), sql`select note(${2})`]));
  assert.deepEqual([await count('parents'), await count('children')], [2, 1]);
});

test('one that is refused leaves nothing of the others', async () => {
  const refused = inTransaction(kysely, (tx) => writeTogether(tx, [parent(3), child(2, 4)]));
  await assert.rejects(refused, { code: '23503' });
  assert.deepEqual([await count('parents'), await count('children')], [2, 1]);
});

test('nothing to write asks nothing', async () => {
  await inTransaction(kysely, (tx) => writeTogether(tx, []));
  assert.equal(await count('parents'), 2);
});

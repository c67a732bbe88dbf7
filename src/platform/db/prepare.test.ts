import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../test/support/database.ts';
import { plannedAnew } from './prepare.ts';

interface Tables {
  notes: { id: number; words: string };
}

// One connection, so that all of it meets the same plans.
const { database } = await testDatabase<Tables>(undefined, { max: 1 });
const { kysely, pool } = database;
await pool.query('create table notes (id integer primary key, words text not null)');

/** The statements that the connection remembers. */
async function remembered(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ statement: string }>('select statement from pg_prepared_statements');
  return rows.map((row) => row.statement);
}

test('a statement is remembered from the second time on, under the same answers', async () => {
  const ask = (id: number) => sql<{ n: number }>`select ${id}::integer + 1 as n`.execute(kysely);
  const answers = [];
  for (const id of [1, 2, 3, 4]) {
    answers.push((await ask(id)).rows[0]?.n);
    assert.equal((await remembered()).length, id === 1 ? 0 : 1);
  }
  assert.deepEqual(answers, [2, 3, 4, 5]);
});

test('what has no parameters, and what is planned anew, leaves nothing behind', async () => {
  const before = await remembered();
  for (const id of [1, 2, 3]) {
    await sql`select 'without'`.execute(kysely);
    await sql`select ${sql.raw(plannedAnew)} ${id}::integer`.execute(kysely);
  }
  assert.deepEqual(await remembered(), before);
});

test('a table that changed meanwhile costs one answer, then its connection is another', async () => {
  const all = () => kysely.selectFrom('notes').selectAll().where('id', '=', 1).execute();
  for (const _ of [1, 2, 3]) await all();
  await pool.query('alter table notes add column at timestamptz');
  await assert.rejects(all(), { code: '0A000' });
  assert.deepEqual(await all(), []);
});

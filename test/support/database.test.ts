import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from './database.ts';
import { checkout } from './database-template.ts';

test('a test database has the tables of the migrations and of the job queue', async (t) => {
  const { database } = await testDatabase(t);
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('public', 'graphile_worker')`.execute(database.kysely);
  const names = rows.map((row) => row.name);
  assert.ok(names.includes('public.schema_migrations'));
  assert.ok(names.some((name) => name.startsWith('graphile_worker.')));
});

test('each has its own data, and is gone afterwards', async (t) => {
  const { database: one } = await testDatabase(t);
  const ends: (() => Promise<void>)[] = [];
  const { database: other } = await testDatabase({ after: (end) => ends.push(end) });
  await one.pool.query('create table mine (id integer)');
  await assert.rejects(other.pool.query('select from mine'), /does not exist/);
  const { rows } = await other.pool.query<{ name: string }>('select current_database() as name');
  const count = async () =>
    (await one.pool.query('select from pg_database where datname = $1', [rows[0]?.name])).rowCount;
  assert.equal(await count(), 1);
  for (const end of ends) await end();
  assert.equal(await count(), 0);
});

test('processes that start together share one server', async () => {
  const outputs = await Promise.all([1, 2, 3].map(() => runProcess()));
  assert.match(outputs[0] ?? '', /^\d{4}-\d\d-\d\dT/);
  assert.equal(new Set(outputs).size, 1, 'the same server answered all');
});

/** What the process prints on either stream. */
async function runProcess(): Promise<string> {
  const program = `
    import { testDatabase } from './test/support/database.ts';
    const ends = [];
    const { database } = await testDatabase({ after: (end) => ends.push(end) });
    const { rows } = await database.pool.query('select pg_postmaster_start_time() as started');
    console.log(rows[0].started);
    for (const end of ends) await end();`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: checkout,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  await once(child, 'close');
  return output;
}

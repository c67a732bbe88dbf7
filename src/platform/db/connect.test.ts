import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { sql } from 'kysely';
import { silentLog as log, testDatabase } from '../../../test/support/database.ts';
import { openDatabase } from './connect.ts';
import { asDatabaseUnavailable, DatabaseUnavailable } from './database-unavailable.ts';
import { inTransaction } from './transaction.ts';
import { isoInstant } from './value-parsers.ts';

interface Tables {
  counters: { id: number; n: number };
}

const { database, url } = await testDatabase<Tables>();
await database.pool.query('create table counters (id integer primary key, n integer not null)');

test('times, dates and counts arrive in one plain form', async () => {
  const { rows } = await database.pool.query(`
    select '2026-11-24 10:20:00.1239+07'::timestamptz as at, '2026-11-24'::date as day, count(*) as n,
           array['2026-11-24 00:00+00'::timestamptz, null] as times, array['2026-02-01'::date] as days,
           array[7::bigint] as numbers, '2026-11-24 10:20'::timestamp as wall from generate_series(1, 3)`);
  assert.deepEqual(rows, [
    {
      at: '2026-11-24T03:20:00.123Z',
      day: '2026-11-24',
      n: 3,
      times: ['2026-11-24T00:00:00.000Z', null],
      days: ['2026-02-01'],
      numbers: [7],
      wall: '2026-11-24 10:20:00',
    },
  ]);
});

test('an instant reads the same whatever zone the session writes it in', () => {
  const readings = ['2026-11-24 03:20:00+00', '2026-11-24 12:20:00+09', '2026-11-24 08:50:00+05:30'];
  for (const reading of readings) assert.equal(isoInstant(reading), '2026-11-24T03:20:00.000Z');
  assert.throws(() => isoInstant('infinity'), RangeError);
});

test('a bigint too large for a number is an error, never a rounded value', async () => {
  await assert.rejects(database.pool.query('select 9007199254740993::bigint'), RangeError);
  assert.deepEqual((await database.pool.query('select 9007199254740991::bigint as n')).rows, [
    { n: 9007199254740991 },
  ]);
});

test('a transaction commits as a whole or not at all', async () => {
  await inTransaction(database.kysely, (tx) => tx.insertInto('counters').values({ id: 1, n: 1 }).execute());
  const failing = inTransaction(database.kysely, async (tx) => {
    await tx.insertInto('counters').values({ id: 2, n: 1 }).execute();
    throw new Error('undo');
  });
  await assert.rejects(failing, /undo/);
  const { rows } = await database.pool.query('select id from counters order by id');
  assert.deepEqual(rows, [{ id: 1 }]);
});

test('a serialization conflict is tried again, and both changes count', async () => {
  await database.pool.query('insert into counters values (10, 0)');
  let runs = 0;
  const bothHaveRead = barrier(2);
  const increment = () =>
    inTransaction(
      database.kysely,
      async (tx) => {
        runs += 1;
        const { n } = await tx
          .selectFrom('counters')
          .select('n')
          .where('id', '=', 10)
          .executeTakeFirstOrThrow();
        await bothHaveRead();
        await tx
          .updateTable('counters')
          .set({ n: n + 1 })
          .where('id', '=', 10)
          .execute();
      },
      { isolation: 'serializable' },
    );
  await Promise.all([increment(), increment()]);
  assert.equal(runs, 3);
  assert.deepEqual((await database.pool.query('select n from counters where id = 10')).rows, [{ n: 2 }]);
});

test('it gives up after three retries, and does not retry other errors', async () => {
  let runs = 0;
  const raise = (code: string) =>
    inTransaction(database.kysely, async (tx) => {
      runs += 1;
      await sql`do ${sql.raw(`$$ begin raise sqlstate '${code}'; end $$`)}`.execute(tx);
    });
  await assert.rejects(raise('40P01'), { code: '40P01' });
  assert.equal(runs, 4);
  await assert.rejects(raise('23505'), { code: '23505' });
  assert.equal(runs, 5);
});

test('a connection that the server ends is reported as unavailable and does not end the process', async () => {
  const ended = database.pool.query('select pg_terminate_backend(pg_backend_pid())');
  const error = await ended.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.equal(asDatabaseUnavailable(error)?.code, 'shutting-down');
  assert.deepEqual((await database.pool.query('select 1 as up')).rows, [{ up: 1 }]);
});

test('a connection lost in the middle of a transaction is one error of that transaction', async () => {
  const lost = inTransaction(database.kysely, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await sql`select 1`.execute(tx);
  });
  const error = await lost.catch((reason: unknown) => reason);
  assert.ok(asDatabaseUnavailable(error), String(error));
});

test('a server that is away, an unknown database, a wrong address: DatabaseUnavailable, without the password', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  const cases = {
    [`postgresql://u:hush@127.0.0.1:${port}/x`]: 'unreachable',
    'postgresql://u:hush@/x?host=/nowhere': 'unreachable',
    [url.replace(/\/tuntas_test_[^?]*/, '/missing')]: 'credentials-refused',
    'postgresql://u:hush@[oops/x': 'unreachable',
  };
  for (const [address, code] of Object.entries(cases)) {
    await assert.rejects(openDatabase(address, { log }), (error) => {
      assert.ok(error instanceof DatabaseUnavailable, String(error));
      assert.equal(error.code, code);
      assert.ok(!error.message.includes('hush'));
      return true;
    });
  }
});

test('a database in another encoding is refused', async (t) => {
  const name = `tuntas_test_${Math.floor(Date.now() / 1000)}_latin_${process.pid}`;
  await database.pool.query(
    `create database ${name} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`,
  );
  t.after(() => database.pool.query(`drop database ${name} with (force)`));
  const address = url.replace(/\/tuntas_test_[^?]*/, `/${name}`);
  await assert.rejects(openDatabase(address, { log }), { code: 'wrong-encoding', message: /LATIN1/ });
});

test('which errors mean that the database cannot serve, and which are bugs', () => {
  const withCode = (code: string) => Object.assign(new Error('x'), { code });
  for (const code of ['ECONNREFUSED', '57P01', '57P03', '53100', '53300', '08006', '08P01', '25006']) {
    assert.ok(asDatabaseUnavailable(withCode(code)), code);
  }
  for (const code of ['23505', '42601', '40001', '57014', 'ERR_ASSERTION']) {
    assert.equal(asDatabaseUnavailable(withCode(code)), null, code);
  }
  assert.equal(asDatabaseUnavailable(new Error('Connection terminated unexpectedly'))?.code, 'unreachable');
  assert.equal(asDatabaseUnavailable(new AggregateError([withCode('ECONNREFUSED')]))?.code, 'unreachable');
  assert.equal(asDatabaseUnavailable(new TypeError('x is undefined')), null);
});

// Lets everybody through once as many as expected have come, and later comers at once.
function barrier(expected: number): () => Promise<void> {
  let open = () => {};
  let waiting = 0;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    waiting += 1;
    if (waiting >= expected) open();
    return opened;
  };
}

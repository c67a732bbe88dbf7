import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/support/database.ts';
import { inTransaction } from '../db/index.ts';
import type { Schema } from '../db/schema.ts';
import { hit, purgeRateCounters } from './rate-limit.ts';

const { database } = await testDatabase<Schema>();
const at = (time: string) => `2026-11-24T${time}.000Z`;

test('so many in a window, then none until the next one begins', async () => {
  const tries = [];
  for (const time of ['02:00:00', '02:00:10', '02:00:59'])
    tries.push(await hit(database.pool, 'a', 2, 60, at(time)));
  assert.deepEqual(tries, [
    { allowed: true, count: 1, retryAfter: 60 },
    { allowed: true, count: 2, retryAfter: 50 },
    { allowed: false, count: 3, retryAfter: 1 },
  ]);
  assert.equal((await hit(database.pool, 'a', 2, 60, at('02:01:00'))).allowed, true);
  assert.equal(
    (await hit(database.pool, 'b', 2, 60, at('02:00:59'))).allowed,
    true,
    'another key has its own count',
  );
});

test('of requests at the same moment exactly so many pass', async () => {
  const all = await Promise.all(
    Array.from({ length: 20 }, () => hit(database.pool, 'c', 7, 60, at('03:00:00'))),
  );
  assert.equal(all.filter((one) => one.allowed).length, 7);
});

test('a request that is rolled back still counts; within its transaction it would not', async () => {
  const failed = inTransaction(database.kysely, async (tx) => {
    await hit(database.pool, 'outside', 1, 60, at('04:00:00'));
    await hit(tx, 'inside', 1, 60, at('04:00:00'));
    throw new Error('refused');
  });
  await assert.rejects(failed, /refused/);
  assert.equal((await hit(database.pool, 'outside', 1, 60, at('04:00:01'))).allowed, false);
  assert.equal((await hit(database.pool, 'inside', 1, 60, at('04:00:01'))).allowed, true);
});

test('an address that comes back leaves one row; what never comes back is purged', async () => {
  await database.pool.query('delete from rate_counters');
  for (const hour of ['05', '06', '07']) await hit(database.pool, 'd', 5, 600, at(`${hour}:00:00`));
  await hit(database.pool, 'e', 5, 600, at('05:00:00'));
  const keys = async () =>
    (await database.pool.query('select key from rate_counters order by key')).rows.map((row) => row.key);
  assert.deepEqual(await keys(), ['d', 'e']);
  await purgeRateCounters(database.pool, '2026-11-25T06:00:00.000Z');
  assert.deepEqual(await keys(), ['d']);
});

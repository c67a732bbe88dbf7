import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodEnd, periodStart } from './retention.ts';

test('a period ends on the same day of the calendar, or on the last one of a shorter month', () => {
  const zone = 'Asia/Jakarta';
  assert.equal(
    periodEnd('2026-01-31T02:00:00.000Z', { amount: 1, unit: 'month' }, zone),
    '2026-02-28T02:00:00.000Z',
  );
  assert.equal(
    periodEnd('2024-02-29T02:00:00.000Z', { amount: 1, unit: 'year' }, zone),
    '2025-02-28T02:00:00.000Z',
  );
  assert.equal(
    periodStart('2026-11-24T02:00:00.000Z', { amount: 30, unit: 'day' }, zone),
    '2026-10-25T02:00:00.000Z',
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayWait, outsideQuietHours, quietUntil } from './quiet-hours.ts';

const wib = 'Asia/Jakarta';
const wit = 'Asia/Jayapura';

test('the night is that of the place: what is evening in Jayapura is still day in Jakarta', () => {
  const at = '2026-11-24T12:30:00.000Z'; // 19.30 WIB, 21.30 WIT
  assert.equal(quietUntil(at, wib), null);
  assert.equal(quietUntil(at, wit), '2026-11-24T22:00:00.000Z');
});

test('it begins at nine sharp and ends at seven sharp, before and after midnight alike', () => {
  assert.equal(quietUntil('2026-11-24T13:59:59.999Z', wib), null);
  assert.equal(quietUntil('2026-11-24T14:00:00.000Z', wib), '2026-11-25T00:00:00.000Z');
  assert.equal(quietUntil('2026-11-24T20:15:00.000Z', wib), '2026-11-25T00:00:00.000Z');
  assert.equal(quietUntil('2026-11-24T23:59:59.999Z', wib), '2026-11-25T00:00:00.000Z');
  assert.equal(quietUntil('2026-11-25T00:00:00.000Z', wib), null);
});

test('what can wait waits, what cannot goes', () => {
  const night = '2026-11-24T15:00:00.000Z';
  assert.equal(outsideQuietHours(night, true, wib), '2026-11-25T00:00:00.000Z');
  assert.equal(outsideQuietHours(night, false, wib), night);
  assert.equal(outsideQuietHours('2026-11-24T05:00:00.000Z', true, wib), '2026-11-24T05:00:00.000Z');
});

test('an answer to what they did themselves never waits; nor anything on the eve of their own deadline', () => {
  const night = { now: '2026-11-24T15:00:00.000Z', zone: wib };
  assert.equal(mayWait(true, [], night), false);
  assert.equal(mayWait(false, [], night), true);
  assert.equal(mayWait(false, ['2026-11-25T09:00:00.000Z'], night), false, 'tomorrow');
  assert.equal(mayWait(false, ['2026-11-26T09:00:00.000Z'], night), true, 'the day after');
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCalendar } from '../../src/features/clocks/index.ts';
import { root } from '../../src/main/root.ts';
import { momentsBefore } from './moments.ts';

const loaded = loadCalendar(join(root, 'calendars'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const calendar = loaded.value;

const nineOn = (day: number, now: string) => momentsBefore(now, calendar).on(day, '09:00');

test('the last day is yesterday until the offices close, then today', () => {
  assert.equal(nineOn(-1, '2026-11-25T09:00:00.000Z'), '2026-11-24T02:00:00.000Z');
  assert.equal(nineOn(-1, '2026-11-25T09:00:00.001Z'), '2026-11-25T02:00:00.000Z');
  assert.equal(nineOn(-1, '2026-11-25T22:55:00.000Z'), '2026-11-25T02:00:00.000Z');
});

test('weekends, Idul Fitri and New Year are not counted', () => {
  assert.equal(nineOn(-1, '2026-11-29T05:00:00.000Z'), '2026-11-27T02:00:00.000Z');
  assert.equal(nineOn(-2, '2026-03-25T05:00:00.000Z'), '2026-03-16T02:00:00.000Z');
  assert.equal(nineOn(-1, '2027-01-02T05:00:00.000Z'), '2026-12-31T02:00:00.000Z');
});

test('a time is told in its own zone, and a Sunday lies before its working day', () => {
  const moments = momentsBefore('2026-11-25T05:00:00.000Z', calendar);
  assert.equal(moments.on(-1, '09:00', 'Asia/Jayapura'), '2026-11-24T00:00:00.000Z');
  assert.equal(moments.onSundayBefore(-1, '15:30'), '2026-11-22T08:30:00.000Z');
  assert.equal(moments.ago(90), '2026-11-25T03:30:00.000Z');
});

test('there is no day to come', () => {
  assert.throws(() => nineOn(0, '2026-11-25T05:00:00.000Z'), RangeError);
});

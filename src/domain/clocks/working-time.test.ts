import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCalendar } from '../../features/clocks/index.ts';
import type { LimitUnit } from '../procedures/procedure.ts';
import type { Calendar } from './calendar.ts';
import type { Pause } from './pauses.ts';
import { type DueDate, dueDate, type Timing } from './working-time.ts';

const calendar = ((): Calendar => {
  const loaded = loadCalendar(join(import.meta.dirname, '../../../calendars'));
  assert.ok(loaded.ok, 'the shipped calendars load');
  return loaded.value;
})();

/** At noon WIB unless the event says more. */
function due(event: string, amount: number, unit: LimitUnit, more: Partial<Timing> = {}): DueDate {
  const startedAt = event.length === 10 ? `${event}T12:00:00+07:00` : event;
  const timing = {
    limit: { amount, unit },
    zone: 'Asia/Jakarta',
    pauses: [],
    owner: 'unit' as const,
    calendar,
  };
  const result = dueDate({ ...timing, startedAt, ...more });
  assert.ok(result.ok, 'it can be counted');
  return result.value;
}

/** 16.00 WIB of the date, as an instant. */
const closing = (date: string): string => `${date}T09:00:00.000Z`;

// Event, then due after +1, +3, +5, +10, +14, +60 working days, and after 60 calendar days; all of 2026.
const vectors = `
  02-13: 02-18 02-20 02-24 03-03 03-09 05-25; 04-14
  03-17: 03-25 03-27 03-31 04-08 04-14 06-26; 05-16
  05-12: 05-13 05-19 05-21 06-02 06-08 08-12; 07-11
  05-26: 05-29 06-03 06-05 06-12 06-19 08-26; 07-25
  08-14: 08-18 08-20 08-24 09-01 09-07 11-10; 10-13
  09-21: 09-22 09-24 09-28 10-05 10-09 12-14; 11-20`;

for (const line of vectors.trim().split('\n')) {
  const [event = '', dates = '', calendarDate = ''] = line.split(/[:;]/).map((part) => part.trim());
  test(`counts from 2026-${event} as the decree of 2026 has it`, () => {
    const counted = [1, 3, 5, 10, 14, 60].map((amount) => due(`2026-${event}`, amount, 'workingDay').due);
    assert.deepEqual(
      counted,
      dates.split(' ').map((date) => closing(`2026-${date}`)),
    );
    assert.equal(due(`2026-${event}`, 60, 'calendarDay').due, closing(`2026-${calendarDate}`));
  });
}

test('2026 has the 240 working days of its decree', () => {
  const days = due('2025-12-31', 240, 'workingDay').counted;
  assert.equal(days.at(-1), '2026-12-31');
});

test('names every day of the Idul Fitri stretch that it passes over', () => {
  const { day0, counted, skipped } = due('2026-03-17', 1, 'workingDay');
  assert.equal(day0, '2026-03-17');
  assert.deepEqual(counted, ['2026-03-25']);
  assert.deepEqual(
    skipped.map(({ date, why }) => `${date.slice(5)} ${why}`),
    ['03-18', '03-19', '03-20', '03-21', '03-22', '03-23', '03-24'].map((date) => `${date} holiday`),
  );
});

test('an event on a day off counts as one of the next working day', () => {
  const saturday = due('2026-11-21', 4, 'workingDay');
  assert.equal(saturday.day0, '2026-11-23');
  assert.equal(saturday.due, closing('2026-11-27'));
  assert.deepEqual(
    saturday.skipped.map(({ date }) => date),
    ['2026-11-21', '2026-11-22'],
  );
  assert.equal(due('2026-03-18', 1, 'workingDay').due, closing('2026-03-26'), 'in the middle of Idul Fitri');
});

test('an event late at night belongs to the date on the wall of that zone', () => {
  const at = '2026-09-21T23:30:00+07:00';
  assert.equal(due(at, 1, 'workingDay').day0, '2026-09-21');
  assert.equal(due(at, 1, 'workingDay', { zone: 'Asia/Makassar' }).day0, '2026-09-22');
  const wit = due(at, 1, 'workingDay', { zone: 'Asia/Jayapura' });
  assert.equal(wit.day0, '2026-09-22');
  assert.equal(wit.due, '2026-09-23T07:00:00.000Z', '16.00 WIT');
});

test('a Friday night in Jakarta is already the weekend in Jayapura', () => {
  const at = '2026-09-25T23:30:00+07:00';
  assert.equal(due(at, 1, 'workingDay').due, '2026-09-28T09:00:00.000Z');
  assert.equal(due(at, 1, 'workingDay', { zone: 'Asia/Jayapura' }).due, '2026-09-29T07:00:00.000Z');
});

test('a mission abroad keeps its own hours, summer time included', () => {
  const hague = due('2026-10-23T12:00:00Z', 1, 'workingDay', { zone: 'Europe/Amsterdam' });
  assert.equal(hague.due, '2026-10-26T15:00:00.000Z');
});

test('a reporter has until the end of the day', () => {
  assert.equal(due('2026-11-24', 30, 'calendarDay', { owner: 'reporter' }).due, '2026-12-24T16:59:59.000Z');
  assert.equal(due('2026-11-24', 10, 'workingDay', { owner: 'reporter' }).due, '2026-12-08T16:59:59.000Z');
});

test('calendar days count from the day itself, holiday or not, and may end on one', () => {
  const counted = due('2026-03-21', 14, 'calendarDay');
  assert.equal(counted.day0, '2026-03-21');
  assert.equal(counted.due, closing('2026-04-04'));
  assert.deepEqual(counted.skipped, []);
});

test('hours and minutes run day and night', () => {
  assert.equal(due('2026-03-20T22:15:30Z', 24, 'hour').due, '2026-03-21T22:15:30.000Z');
  assert.equal(due('2026-03-20T22:15:30Z', 1, 'minute').due, '2026-03-20T22:16:30.000Z');
});

const pause = (from: string, to: string | null): readonly Pause[] => [
  { from: `${from}+07:00`, to: to === null ? null : `${to}+07:00` },
];

test('a day counts unless the clock was paused when the office closed', () => {
  const asked = (from: string, to: string) => due('2026-11-03', 3, 'workingDay', { pauses: pause(from, to) });
  assert.equal(
    asked('2026-11-04T09:12', '2026-11-04T15:59').due,
    closing('2026-11-06'),
    'over before closing',
  );
  const overnight = asked('2026-11-04T09:12', '2026-11-06T08:30');
  assert.equal(overnight.due, closing('2026-11-10'));
  assert.deepEqual(overnight.skipped[0], { date: '2026-11-04', why: 'paused' });
  assert.equal(
    asked('2026-11-04T15:00', '2026-11-04T16:00').due,
    closing('2026-11-06'),
    'counts again at closing',
  );
  assert.equal(asked('2026-11-04T16:00', '2026-11-04T16:01').due, closing('2026-11-09'), 'paused at closing');
});

test('calendar days and hours give the paused time back as well', () => {
  const pauses = pause('2026-11-04T09:00', '2026-11-06T09:00');
  assert.equal(due('2026-11-03', 5, 'calendarDay', { pauses }).due, closing('2026-11-10'));
  assert.equal(due('2026-11-04T08:00:00+07:00', 24, 'hour', { pauses }).due, '2026-11-07T01:00:00.000Z');
});

test('overlapping pauses are given back once, and one after the end not at all', () => {
  const pauses = [
    ...pause('2026-11-04T09:00', '2026-11-04T11:00'),
    ...pause('2026-11-04T10:00', '2026-11-04T12:00'),
  ];
  const at = '2026-11-04T08:00:00+07:00';
  assert.equal(due(at, 4, 'hour', { pauses }).due, '2026-11-04T08:00:00.000Z');
  const late = pause('2026-11-10T09:00', '2026-11-20T09:00');
  assert.equal(due('2026-11-03', 3, 'workingDay', { pauses: late }).due, closing('2026-11-06'));
  assert.equal(due(at, 4, 'hour', { pauses: late }).due, '2026-11-04T05:00:00.000Z');
});

test('a pause that has not ended leaves no date, but says what is left', () => {
  const pauses = pause('2026-11-09T10:00', null);
  const days = due('2026-11-03', 14, 'workingDay', { pauses });
  assert.equal(days.due, null);
  assert.deepEqual(days.left, { amount: 11, unit: 'workingDay' });
  assert.equal(days.counted.at(-1), '2026-11-06');
  const hours = due('2026-11-09T08:00:00+07:00', 24, 'hour', { pauses });
  assert.deepEqual([hours.due, hours.left], [null, { amount: 22 * 60, unit: 'minute' }]);
  const missed = due('2026-11-03', 3, 'workingDay', { pauses });
  assert.deepEqual([missed.due, missed.left], [closing('2026-11-06'), null], 'it had run out before');
});

test('a year without a decree is named, not guessed', () => {
  const count = (event: string, amount: number, unit: LimitUnit) =>
    dueDate({
      startedAt: `${event}T05:00:00Z`,
      limit: { amount, unit },
      zone: 'Asia/Jakarta',
      calendar,
      pauses: [],
      owner: 'unit',
    });
  const gap = count('2027-12-20', 14, 'workingDay');
  assert.deepEqual(gap, { ok: false, error: { code: 'calendar-gap', details: { year: 2028 } } });
  const before = count('2023-12-29', 1, 'workingDay');
  assert.deepEqual(before, { ok: false, error: { code: 'calendar-gap', details: { year: 2023 } } });
  assert.ok(count('2027-12-20', 4, 'workingDay').ok, 'the count ends within the year');
  const byCalendar = count('2027-12-20', 14, 'calendarDay');
  assert.ok(
    byCalendar.ok && byCalendar.value.provisional,
    'calendar days need no decree, but nothing there is final',
  );
});

test('a count that ends in or passes through an unsettled year is provisional', () => {
  assert.equal(due('2026-11-24', 14, 'workingDay').provisional, false);
  assert.equal(due('2026-11-24', 60, 'workingDay').provisional, true);
  assert.equal(due('2026-12-30', 1, 'workingDay').provisional, false);
  assert.equal(due('2026-12-31', 1, 'workingDay').provisional, true);
  assert.equal(due('2027-01-02', 24, 'hour').provisional, false, 'no decree moves real time');
  const only2026 = { ...calendar, years: new Map([...calendar.years].filter(([year]) => year === 2026)) };
  const beyond = (amount: number) =>
    due('2026-12-20', amount, 'calendarDay', { calendar: only2026 }).provisional;
  assert.deepEqual([beyond(11), beyond(12)], [false, true], 'into a year that nothing covers');
});

test('an instant without its offset is a bug, not a guess', () => {
  assert.throws(() => due('2026-11-24T10:00:00', 1, 'workingDay'), RangeError);
});

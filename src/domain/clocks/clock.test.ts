import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCalendar } from '../../features/clocks/index.ts';
import type { Calendar } from './calendar.ts';
import {
  type Clock,
  type ClockPlan,
  cancelClock,
  pauseClock,
  pausesOf,
  planClock,
  promiseAt,
  recalculate,
  resumeClock,
  startClock,
  stateAt,
  stopClock,
} from './clock.ts';
import { dueDate } from './working-time.ts';

const calendar = ((): Calendar => {
  const loaded = loadCalendar(join(import.meta.dirname, '../../../calendars'));
  assert.ok(loaded.ok);
  return loaded.value;
})();

/** A moment in Jakarta as the clocks write it. */
function at(local: string): string {
  return new Date(`2026-${local.replace(' ', 'T')}:00+07:00`).toISOString();
}

/** Begins on Tuesday 3 November 2026 in the evening: 14 working days are due on Monday 23 November. */
function aClock(plan: Partial<ClockPlan> = {}): Clock {
  return startClock(
    planClock(
      {
        id: 'class-complaint',
        rule: 'class-complaint',
        limit: { amount: 14, unit: 'workingDay' },
        owner: 'institution',
        zone: 'Asia/Jakarta',
        source: 'aturan kelas',
        startedAt: at('11-03 19:42'),
        pausable: true,
        ...plan,
      },
      calendar,
    ),
  );
}

test('starts running with its promise', () => {
  const clock = aClock();
  assert.equal(clock.outcome, 'running');
  assert.equal(clock.due, at('11-23 16:00'));
  assert.deepEqual(clock.pauses, []);
});

test('is met up to and including the due instant, and late after it', () => {
  assert.equal(stopClock(aClock(), at('11-23 16:00')).outcome, 'met');
  assert.equal(stopClock(aClock(), at('11-23 16:01')).outcome, 'late');
});

test('goes on after a pause with the days it lost, and remembers the pause', () => {
  const paused = pauseClock(aClock(), at('11-04 09:12'));
  assert.equal(paused.outcome, 'paused');
  assert.equal(paused.due, at('11-23 16:00'), 'the promise that stood');
  const resumed = resumeClock(paused, at('11-06 08:30'), calendar);
  assert.equal(resumed.due, at('11-25 16:00'));
  assert.equal(resumed.pausedAt, null);
  assert.deepEqual(resumed.pauses, [{ from: at('11-04 09:12'), to: at('11-06 08:30') }]);
});

test('a clock that may not pause does not', () => {
  const clock = aClock({ pausable: false });
  assert.equal(pauseClock(clock, at('11-04 09:12')), clock);
});

test('what is finished stays as it ended', () => {
  for (const ended of [stopClock(aClock(), at('11-05 10:00')), cancelClock(aClock(), at('11-05 10:00'))]) {
    assert.equal(pauseClock(ended, at('11-06 10:00')), ended);
    assert.equal(resumeClock(ended, at('11-06 10:00'), calendar), ended);
    assert.equal(stopClock(ended, at('11-30 10:00')), ended);
    assert.equal(cancelClock(ended, at('11-30 10:00')), ended);
    assert.equal(recalculate(ended, revised('2026-11-09')).clock, ended);
  }
  assert.equal(cancelClock(aClock(), at('12-30 10:00')).outcome, 'cancelled', 'neither met nor late');
});

test('a clock stopped while paused counts up to its pause', () => {
  const paused = pauseClock(aClock(), at('11-20 10:00'));
  const stopped = stopClock(paused, at('12-20 10:00'));
  assert.equal(stopped.outcome, 'met');
  assert.deepEqual(stopped.pauses, [{ from: at('11-20 10:00'), to: at('12-20 10:00') }]);
  assert.deepEqual(pausesOf(stopped), stopped.pauses);
});

test('a new holiday moves a running date later, and only then', () => {
  const { clock, oldDue, newDue } = recalculate(aClock(), revised('2026-11-09'));
  assert.deepEqual([oldDue, newDue, clock.due], [at('11-23 16:00'), at('11-24 16:00'), at('11-24 16:00')]);
});

test('a holiday taken back does not take the promise back', () => {
  const promised = startClock(planClock({ ...aClock(), id: 'x' }, revised('2026-11-09')));
  const { clock, newDue } = recalculate(promised, calendar);
  assert.equal(newDue, at('11-24 16:00'));
  assert.equal(clock.due, promised.due);
});

test('a clock without a date gets one when the decree is loaded', () => {
  const undated = aClock({ startedAt: '2027-12-24T03:00:00.000Z' });
  assert.deepEqual([undated.due, undated.provisional], [null, true]);
  const year = { year: 2028, decree: 'SKB 2028', verified: true, provisional: false };
  const loaded = { ...calendar, years: new Map([...calendar.years, [2028, year]]) };
  const { clock, oldDue } = recalculate(undated, loaded);
  assert.equal(oldDue, null);
  assert.equal(clock.due, '2028-01-14T09:00:00.000Z');
  const state = stateAt(undated, '2027-12-27T03:00:00.000Z', calendar);
  assert.deepEqual([state.colour, state.daysLeft], ['on-time', null]);
});

test('the colour follows the days left', () => {
  const colours = [
    '11-20 10:00',
    '11-21 10:00',
    '11-23 15:59',
    '11-23 16:00',
    '11-23 16:01',
    '11-24 10:00',
  ].map((now) => {
    const { colour, daysLeft, daysUsed } = stateAt(aClock(), at(now), calendar);
    return [colour, daysLeft, daysUsed];
  });
  assert.deepEqual(colours, [
    ['soon', 1, 13],
    ['soon', 1, 13],
    ['soon', 0, 14],
    ['soon', 0, 14],
    ['late', 0, 14],
    ['late', -1, 15],
  ]);
  assert.equal(stateAt(aClock(), at('11-19 10:00'), calendar).colour, 'on-time');
  assert.equal(stateAt(stopClock(aClock(), at('11-30 10:00')), at('12-30 10:00'), calendar).colour, 'done');
});

test('a paused clock shows what is left, not the way to a date that will move', () => {
  const paused = pauseClock(aClock(), at('11-09 10:00'));
  for (const now of ['11-09 11:00', '12-01 11:00']) {
    const { colour, daysLeft, daysUsed } = stateAt(paused, at(now), calendar);
    assert.deepEqual([colour, daysLeft, daysUsed], ['paused', 11, 3]);
  }
});

test('pausing does not wash off a delay', () => {
  const paused = pauseClock(aClock(), at('11-25 10:00'));
  assert.equal(stateAt(paused, at('11-30 10:00'), calendar).colour, 'late');
  assert.equal(stopClock(paused, at('11-30 10:00')).outcome, 'late');
  assert.equal(resumeClock(paused, at('11-30 10:00'), calendar).due, at('11-23 16:00'));
});

test('a reporter near a weekend is warned by working days', () => {
  const clock = aClock({
    owner: 'reporter',
    limit: { amount: 11, unit: 'calendarDay' },
    startedAt: at('11-04 10:00'),
  });
  assert.equal(clock.due, '2026-11-15T16:59:59.000Z', 'a Sunday');
  const { colour, daysLeft, workingDaysLeft } = stateAt(clock, at('11-13 10:00'), calendar);
  assert.deepEqual([colour, daysLeft, workingDaysLeft], ['soon', 2, 0]);
});

test('hours are shown as minutes', () => {
  const clock = aClock({ limit: { amount: 24, unit: 'hour' }, startedAt: at('11-24 10:00') });
  const { daysLeft, daysUsed, minutesLeft } = stateAt(clock, at('11-24 12:30'), calendar);
  assert.deepEqual([daysLeft, daysUsed, minutesLeft], [null, null, 21 * 60 + 30]);
});

test('days used are the days that the due date counted', () => {
  const start = Date.parse(at('03-01 09:00'));
  const minutes = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(
      minutes(100_000),
      minutes(40_000),
      minutes(20_000),
      minutes(80_000),
      fc.constantFrom<('workingDay' | 'calendarDay')[]>('workingDay', 'calendarDay'),
      (began, pausedAfter, pausedFor, nowAfter, unit) => {
        const after = (ms: number, more: number) => new Date(ms + more * 60_000).toISOString();
        const startedAt = after(start, began);
        const from = after(start, began + pausedAfter);
        const pauses = [{ from, to: after(start, began + pausedAfter + pausedFor) }];
        const clock = aClock({ startedAt, pauses, limit: { amount: 100, unit } });
        const now = after(start, began + nowAfter);
        const whole = dueDate({ ...clock, calendar });
        assert.ok(whole.ok);
        const today = new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10);
        const counted = whole.value.counted.filter((date) => date <= today).length;
        assert.equal(stateAt(clock, now, calendar).daysUsed, counted);
      },
    ),
  );
});

function revised(date: string): Calendar {
  const holiday = { date, name: 'Libur tambahan', kind: 'libur-nasional' as const, decree: 'perubahan' };
  return { ...calendar, holidays: new Map([...calendar.holidays, [date, holiday]]) };
}

test('a promise alone says of a running clock what the whole clock says', () => {
  const limits = [
    { amount: 14, unit: 'workingDay' },
    { amount: 30, unit: 'calendarDay' },
    { amount: 24, unit: 'hour' },
  ] as const;
  for (const limit of limits) {
    const clock = aClock({ limit });
    const { due, zone } = clock;
    assert.ok(due !== null);
    for (const now of [at('11-04 08:00'), at('11-20 10:00'), due, at('12-20 10:00')]) {
      const { colour, daysLeft } = stateAt(clock, now, calendar);
      assert.deepEqual(promiseAt({ due, zone, unit: limit.unit }, now, calendar), { colour, daysLeft });
    }
  }
});

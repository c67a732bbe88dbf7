import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { loadCalendar } from '../../features/clocks/index.ts';
import type { LimitUnit } from '../procedures/procedure.ts';
import type { Calendar } from './calendar.ts';
import { pauseClock, planClock, recalculate, resumeClock, startClock } from './clock.ts';
import type { Pause } from './pauses.ts';
import { dueDate, type Timing } from './working-time.ts';

const folder = join(import.meta.dirname, '../../../calendars');
const calendar = ((): Calendar => {
  const loaded = loadCalendar(folder);
  assert.ok(loaded.ok);
  return loaded.value;
})();

const iso = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' });
const from = Date.parse('2024-01-01T00:00:00Z');
const until = Date.parse('2027-05-31T00:00:00Z');
const minute = 60_000;

const instants = fc.integer({ min: from / minute, max: until / minute }).map((minutes) => minutes * minute);
const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
const owners = fc.constantFrom<Timing['owner'][]>('institution', 'unit', 'reporter');
const dayUnits = fc.constantFrom<LimitUnit[]>('workingDay', 'calendarDay');
const units = fc.constantFrom<LimitUnit[]>('workingDay', 'calendarDay', 'hour', 'minute');
const amounts = fc.integer({ min: 1, max: 60 });

/** Pauses near the start, in any order, overlapping or not. */
const pauseList = (start: number): fc.Arbitrary<readonly Pause[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -3000, max: 60_000 }), fc.integer({ min: 0, max: 20_000 }))
      .map(([offset, length]) => ({
        from: iso(start + offset * minute),
        to: iso(start + (offset + length) * minute),
      })),
    { maxLength: 3 },
  );

const timings = (unit: fc.Arbitrary<LimitUnit> = units): fc.Arbitrary<Timing> =>
  fc.tuple(instants, unit, amounts, zones, owners).chain(([start, limitUnit, amount, zone, owner]) =>
    pauseList(start).map((pauses) => ({
      startedAt: iso(start),
      limit: { amount, unit: limitUnit },
      zone,
      owner,
      pauses,
      calendar,
    })),
  );

function due(timing: Timing): string {
  const result = dueDate(timing);
  assert.ok(result.ok, 'within the covered years');
  assert.ok(result.value.due !== null, 'every pause has ended');
  return result.value.due;
}

/** The dates in the calendar files, read without the loader. */
const daysOff = new Set(
  readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/- date: (\d{4}-\d{2}-\d{2})/g)].map(
      ([, date]) => date,
    ),
  ),
);

/** The same rule, written as slowly and plainly as a person with a wall calendar would do it. */
function byHand({ startedAt, limit, zone, owner, pauses }: Timing): string {
  const isOff = (date: Temporal.PlainDate) =>
    limit.unit === 'workingDay' && (date.dayOfWeek >= 6 || daysOff.has(date.toString()));
  const endOf = (date: Temporal.PlainDate) =>
    date
      .toZonedDateTime({ timeZone: zone, plainTime: owner === 'reporter' ? '23:59:59' : '16:00' })
      .toInstant();
  const isPaused = (at: Temporal.Instant) =>
    pauses.some(
      (pause) =>
        Temporal.Instant.compare(pause.from, at) <= 0 && Temporal.Instant.compare(pause.to ?? '', at) > 0,
    );
  let date = Temporal.Instant.from(startedAt).toZonedDateTimeISO(zone).toPlainDate();
  while (isOff(date)) date = date.add({ days: 1 });
  for (let counted = 0; counted < limit.amount; ) {
    date = date.add({ days: 1 });
    if (!isOff(date) && !isPaused(endOf(date))) counted += 1;
  }
  return endOf(date).toString({ smallestUnit: 'millisecond' });
}

/** Minute by minute, for limits short enough to wait for. */
function byStopwatch({ startedAt, limit, pauses }: Timing): string {
  let at = Date.parse(startedAt);
  for (let left = limit.unit === 'hour' ? limit.amount * 60 : limit.amount; ; at += minute) {
    const paused = pauses.some(({ from: begin, to }) => Date.parse(begin) <= at && at < Date.parse(to ?? ''));
    if (paused) continue;
    if (left === 0) return iso(at);
    left -= 1;
  }
}

test('agrees with counting by hand on a wall calendar', () => {
  fc.assert(
    fc.property(timings(dayUnits), (timing) => assert.equal(due(timing), byHand(timing))),
    { numRuns: 400 },
  );
});

test('agrees with a stopwatch for hours and minutes', () => {
  const short = fc.constantFrom<LimitUnit[]>('hour', 'minute');
  fc.assert(fc.property(timings(short), (timing) => assert.equal(due(timing), byStopwatch(timing))));
});

test('is never due before it started', () => {
  fc.assert(fc.property(timings(), (timing) => assert.ok(due(timing) >= timing.startedAt)));
});

test('an event later in time is never due earlier', () => {
  fc.assert(
    fc.property(timings(), fc.integer({ min: 0, max: 20_000 }), (timing, later) => {
      const startedAt = iso(Date.parse(timing.startedAt) + later * minute);
      assert.ok(due({ ...timing, startedAt }) >= due(timing));
    }),
  );
});

test('a longer limit is never due earlier', () => {
  fc.assert(
    fc.property(timings(), fc.integer({ min: 0, max: 20 }), (timing, more) => {
      const limit = { ...timing.limit, amount: timing.limit.amount + more };
      assert.ok(due({ ...timing, limit }) >= due(timing));
    }),
  );
});

test('one more holiday never moves a date earlier', () => {
  fc.assert(
    fc.property(timings(), fc.integer({ min: 0, max: 90 }), (timing, offset) => {
      const date = iso(Date.parse(timing.startedAt) + offset * 1440 * minute).slice(0, 10);
      assert.ok(due({ ...timing, calendar: withHoliday(date) }) >= due(timing));
    }),
  );
});

test('one more pause never moves a date earlier', () => {
  fc.assert(
    fc.property(
      timings().chain((timing) => pauseList(Date.parse(timing.startedAt)).map((more) => ({ timing, more }))),
      ({ timing, more }) => {
        assert.ok(due({ ...timing, pauses: [...timing.pauses, ...more] }) >= due(timing));
      },
    ),
  );
});

test('counting one by one comes to the same as counting at once', () => {
  const short = fc.constantFrom<LimitUnit[]>('workingDay', 'calendarDay', 'minute');
  fc.assert(
    fc.property(timings(short), (timing) => {
      let startedAt = timing.startedAt;
      for (let count = 0; count < timing.limit.amount; count += 1) {
        startedAt = due({ ...timing, startedAt, limit: { ...timing.limit, amount: 1 } });
      }
      assert.equal(startedAt, due(timing));
    }),
  );
});

test('a pause that ends in the instant it began changes nothing', () => {
  fc.assert(
    fc.property(timings(), fc.integer({ min: 0, max: 50_000 }), (timing, offset) => {
      const clock = clockOf(timing);
      const at = iso(Date.parse(timing.startedAt) + offset * minute);
      const resumed = resumeClock(pauseClock(clock, at), at, calendar);
      assert.equal(resumed.due, clock.due);
      assert.equal(resumed.outcome, 'running');
    }),
  );
});

test('whatever a revision does, no promised date moves earlier', () => {
  const dates = [...calendar.holidays.keys()];
  fc.assert(
    fc.property(timings(), fc.subarray(dates), fc.integer({ min: 0, max: 90 }), (timing, removed, offset) => {
      const added = withHoliday(iso(Date.parse(timing.startedAt) + offset * 1440 * minute).slice(0, 10));
      const holidays = new Map([...added.holidays].filter(([date]) => !removed.includes(date)));
      const clock = clockOf(timing);
      const { newDue, oldDue } = recalculate(clock, { ...calendar, holidays });
      assert.equal(oldDue, clock.due);
      assert.ok((newDue ?? '') >= (oldDue ?? ''));
    }),
  );
});

function clockOf(timing: Timing) {
  const { startedAt, limit, zone, owner, pauses } = timing;
  const plan = { id: 'class-complaint', rule: 'class-complaint', source: 'aturan', pausable: true };
  return startClock(planClock({ ...plan, startedAt, limit, zone, owner, pauses }, calendar));
}

function withHoliday(date: string): Calendar {
  const holiday = { date, name: 'Hari libur tambahan', kind: 'libur-nasional' as const, decree: 'perubahan' };
  return { ...calendar, holidays: new Map([...calendar.holidays, [date, holiday]]) };
}

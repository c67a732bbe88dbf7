import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatInstant, parseInstant } from '../clocks/instant.ts';
import { dueDate } from '../clocks/working-time.ts';
import { limitUnits } from '../procedures/procedure.ts';
import { oneQueue, plainCalendar } from './office.fixture.ts';
import { promisesOf } from './promises.ts';
import { endOfWorkingDays, officeHours } from './working-hours.ts';

const local = (text: string) => parseInstant(`2026-01-${text.replace(' ', 'T')}:00.000+07:00`);
const span = { from: local('01 00:00'), to: local('31 00:00') };
const hours = officeHours(span, 'Asia/Jakarta', plainCalendar);

test('a week has 37.5 hours: the break is longer on Fridays, and the weekend has none', () => {
  const between = (from: string, to: string) => hours.minutesAt(local(to)) - hours.minutesAt(local(from));
  assert.equal(between('05 00:00', '12 00:00'), 37.5 * 60);
  assert.equal(between('05 07:30', '05 12:00'), 270);
  assert.equal(between('05 12:00', '05 13:00'), 0);
  assert.equal(between('09 00:00', '10 00:00'), 450);
  assert.equal(between('10 00:00', '12 07:30'), 0);
  assert.equal(hours.isOpenAt(local('05 12:30')), false);
  assert.equal(hours.nextOpening(local('09 16:30')), local('12 07:30'));
});

test('work goes on when the office opens again, and what is done at closing time is done then', () => {
  const after = (from: string, minutes: number) => hours.instantAt(hours.minutesAt(local(from)) + minutes);
  assert.equal(after('09 16:00', 60), local('12 08:00'));
  assert.equal(after('09 16:00', 30), local('09 16:30'));
  assert.equal(after('05 11:30', 60), local('05 13:30'));
  assert.equal(hours.instantAt(1e9), Number.POSITIVE_INFINITY);
});

test('a season has its own hours, with the shorter breaks of Ramadan: 32.5 a week', () => {
  const day = { opens: '08:00', closes: '15:00' };
  const season = {
    from: '2026-01-12',
    to: '2026-01-23',
    name: 'Ramadan',
    mondayToThursday: day,
    friday: { ...day, closes: '15:30' },
    deadlinesFallAt: '15:00',
    decree: 'contoh',
  };
  const ramadan = officeHours(span, 'Asia/Jakarta', { ...plainCalendar, seasons: [season] });
  const week = (from: string, to: string) => ramadan.minutesAt(local(to)) - ramadan.minutesAt(local(from));
  assert.equal(week('12 00:00', '19 00:00'), 32.5 * 60);
  assert.equal(week('05 00:00', '12 00:00'), 37.5 * 60, 'the week before is an ordinary one');
  assert.equal(ramadan.isOpenAt(local('12 07:45')), false);
});

test('days of a run are working days', () => {
  assert.equal(endOfWorkingDays(local('08 00:00'), 2, 'Asia/Jakarta', plainCalendar), local('10 00:00'));
  assert.equal(endOfWorkingDays(local('09 00:00'), 2, 'Asia/Jakarta', plainCalendar), local('13 00:00'));
  assert.equal(endOfWorkingDays(local('09 00:00'), 2, 'Asia/Jakarta', null), local('11 00:00'));
});

test('a limit falls due in a simulation when it does in an office', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...limitUnits),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 0, max: 40 * 86_400_000 }),
      (unit, amount, later) => {
        const limit = { unit, amount };
        const days = { calendar: plainCalendar, zone: 'Asia/Makassar' };
        const promise = promisesOf(oneQueue({ limit }), [], days)[0];
        const startedAt = formatInstant(span.from + later);
        const due = dueDate({ startedAt, limit, ...days, pauses: [], owner: 'unit' });
        assert.ok(due.ok && due.value.due !== null && promise !== undefined);
        assert.equal(formatInstant(promise.dueAt(span.from + later)), due.value.due);
      },
    ),
  );
});

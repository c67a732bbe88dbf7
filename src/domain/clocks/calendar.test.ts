import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCalendar } from '../../features/clocks/index.ts';
import { type Calendar, isWorkingDay, localDate, workingDaysBetween } from './calendar.ts';
import { formatDate, parseDate } from './civil-date.ts';

const calendar = ((): Calendar => {
  const loaded = loadCalendar(join(import.meta.dirname, '../../../calendars'));
  assert.ok(loaded.ok);
  return loaded.value;
})();

test('offices work on weekdays that no decree gives free', () => {
  const works = (date: string) => isWorkingDay(calendar, date);
  assert.deepEqual(works('2026-11-24'), { ok: true, value: true });
  for (const off of ['2026-11-22', '2026-03-23', '2025-08-18', '2024-11-27']) {
    assert.deepEqual(works(off), { ok: true, value: false }, off);
  }
  assert.deepEqual(works('2028-01-03'), {
    ok: false,
    error: { code: 'calendar-gap', details: { year: 2028 } },
  });
});

test('working days between two dates are those that a loop would count, in both directions', () => {
  const first = parseDate('2024-01-01') ?? 0;
  const days = fc.integer({ min: first, max: parseDate('2027-12-31') ?? 0 });
  fc.assert(
    fc.property(days, days, (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      let count = 0;
      for (let day = from + 1; day <= to; day += 1) {
        const working = isWorkingDay(calendar, formatDate(day));
        if (working.ok && working.value) count += 1;
      }
      assert.deepEqual(workingDaysBetween(calendar, formatDate(from), formatDate(to)), {
        ok: true,
        value: count,
      });
      const back = workingDaysBetween(calendar, formatDate(to), formatDate(from));
      assert.ok(back.ok && Math.abs(back.value) === count && back.value <= 0);
    }),
  );
});

test('the date of an instant is that of the wall calendar there', () => {
  const instant = '2026-11-24T16:30:00.000Z';
  assert.equal(localDate(instant, 'Asia/Jakarta'), '2026-11-24');
  assert.equal(localDate(instant, 'Asia/Makassar'), '2026-11-25');
});

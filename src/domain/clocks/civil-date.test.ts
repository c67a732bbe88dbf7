import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { formatDate, isWeekend, parseDate, weekdayOf, weekdaysBetween, yearOf } from './civil-date.ts';
import { formatInstant, instantOf, localDay, localMinutes, parseInstant } from './instant.ts';

const days = fc.integer({ min: -40_000, max: 80_000 });
const epoch = Temporal.PlainDate.from('1970-01-01');
const indonesian = fc.constantFrom('Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura');

test('day numbers agree with Temporal over two centuries', () => {
  fc.assert(
    fc.property(days, (day) => {
      const date = epoch.add({ days: day });
      assert.equal(formatDate(day), date.toString());
      assert.equal(parseDate(date.toString()), day);
      assert.equal(yearOf(day), date.year);
      assert.equal(weekdayOf(day), date.dayOfWeek % 7);
    }),
  );
});

test('weekdays between two days are those that a loop would count', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 800 }), (from, length) => {
      let count = 0;
      for (let day = from + 1; day <= from + length; day += 1) if (!isWeekend(day)) count += 1;
      assert.equal(weekdaysBetween(from, from + length), count);
    }),
  );
});

test('a date that does not exist is none', () => {
  for (const date of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00Z',
    '',
  ]) {
    assert.equal(parseDate(date), undefined, date);
  }
  assert.equal(parseDate('2028-02-29'), 21_243);
});

test('local days and times agree with Temporal in the zones of Indonesia', () => {
  const moments = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2060-01-01') });
  fc.assert(
    fc.property(moments, indonesian, (ms, zone) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
      const day = localDay(ms, zone);
      assert.equal(formatDate(day), zoned.toPlainDate().toString());
      assert.equal(localMinutes(ms, zone), zoned.hour * 60 + zoned.minute);
      assert.equal(instantOf(day, '16:00', zone), zoned.withPlainTime('16:00').epochMilliseconds);
      assert.equal(formatInstant(ms), zoned.toInstant().toString({ smallestUnit: 'millisecond' }));
      assert.equal(parseInstant(formatInstant(ms)), ms);
    }),
  );
});

test('instants written with an offset or without seconds are read', () => {
  assert.equal(formatInstant(parseInstant('2026-11-24T16:00+07:00')), '2026-11-24T09:00:00.000Z');
});

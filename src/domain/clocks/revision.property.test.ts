import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCalendar } from '../../features/clocks/index.ts';
import { recount } from '../cases/timing.ts';
import { type Calendar, calendarFor, whyShut, workingDaysBetween } from './calendar.ts';
import { dayOf, formatDate } from './civil-date.ts';
import { type Clock, planClock, startClock } from './clock.ts';
import { type AppliedRevision, layRevision, type RevisionEntry } from './revision.ts';

const shipped = ((): Calendar => {
  const loaded = loadCalendar(join(import.meta.dirname, '../../../calendars'));
  assert.ok(loaded.ok);
  return loaded.value;
})();

const areas = ['32', '32.75', '32.01', '33.72', '51'];
const paths = ['/a/', '/a/b/', '/a/b/c/', '/d/'];
const first = dayOf('2026-01-01');
const date = fc.integer({ min: first, max: first + 364 }).map(formatDate);
const area = fc.option(fc.constantFrom(...areas), { nil: null });

const adds: fc.Arbitrary<RevisionEntry> = fc.record({
  change: fc.constant('add' as const),
  date,
  name: fc.constant('Libur'),
  kind: fc.constant('libur-tambahan' as const),
  area,
});
const withdrawals: fc.Arbitrary<RevisionEntry> = fc.record({
  change: fc.constant('withdraw' as const),
  date: fc.constantFrom(...[...shipped.holidays.keys()].filter((one) => one.startsWith('2026-'))),
  area: fc.constant(null),
});
const seasons: fc.Arbitrary<RevisionEntry> = fc.record({
  change: fc.constant('hours' as const),
  from: fc.constant('2026-02-18'),
  to: date.filter((one) => one > '2026-02-18'),
  name: fc.constant('Ramadan'),
  mondayToThursday: fc.constant({ opens: '08:00', closes: '15:00' }),
  friday: fc.constant({ opens: '08:00', closes: '15:30' }),
  deadlinesFallAt: fc.constantFrom('15:00', '15:30'),
});
const weeks: fc.Arbitrary<RevisionEntry> = fc.record({
  change: fc.constant('week' as const),
  unitPath: fc.constantFrom(...paths),
  unitName: fc.constant('Unit'),
  weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
  worksOnHolidays: fc.boolean(),
  from: date,
  to: fc.constant(null),
});
const anything = fc.array(fc.oneof(adds, withdrawals, seasons, weeks), { minLength: 1, maxLength: 8 });

const clocks: fc.Arbitrary<Omit<Parameters<typeof planClock>[0], 'id'>> = fc.record({
  rule: fc.constant('class-complaint'),
  limit: fc.record({
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('workingDay' as const, 'calendarDay' as const),
  }),
  owner: fc.constantFrom('institution' as const, 'unit' as const, 'reporter' as const),
  zone: fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'),
  area,
  unitPath: fc.option(fc.constantFrom(...paths), { nil: null }),
  source: fc.constant('aturan'),
  startedAt: fc
    .integer({ min: 0, max: 364 * 24 })
    .map((hours) => new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000).toISOString()),
  pausable: fc.constant(true),
});

function lay(calendar: Calendar, entries: readonly RevisionEntry[], number = 1): Calendar {
  const revision: AppliedRevision = {
    scope: 'amendment',
    year: 2026,
    decree: 'Kep. contoh',
    decreedOn: '2026-01-01',
    number,
    entries,
  };
  return layRevision(calendar, revision);
}

function begin(plan: Omit<Parameters<typeof planClock>[0], 'id'>, calendar: Calendar): Clock {
  return startClock(planClock({ ...plan, id: plan.rule }, calendar));
}

test('a holiday more, of the country or of an area, never moves any deadline earlier', () => {
  fc.assert(
    fc.property(clocks, fc.array(adds, { minLength: 1, maxLength: 5 }), (plan, entries) => {
      const before = begin(plan, shipped).due ?? '';
      assert.ok((begin(plan, lay(shipped, entries)).due ?? '') >= before);
    }),
  );
});

test('a holiday of another area moves nothing here', () => {
  fc.assert(
    fc.property(clocks, date, (plan, day) => {
      const entry: RevisionEntry = { change: 'add', date: day, name: 'L', kind: 'libur-daerah', area: '94' };
      assert.equal(begin(plan, lay(shipped, [entry])).due, begin(plan, shipped).due);
    }),
  );
});

test('whatever is revised, no open promise moves earlier, and none without cause', () => {
  fc.assert(
    fc.property(clocks, anything, (plan, entries) => {
      const clock = begin(plan, shipped);
      const revised = lay(shipped, entries);
      const moved = recount(clock, clock.startedAt, revised);
      const fresh = begin(plan, revised).due ?? '';
      const promised = clock.due ?? '';
      assert.equal(moved?.due ?? promised, [fresh, promised].toSorted().at(-1));
      const twice = recount({ ...clock, ...moved }, clock.startedAt, revised);
      assert.equal(twice, null, 'counting again changes nothing');
    }),
  );
});

test('a day that is withdrawn again leaves what was promised meanwhile', () => {
  fc.assert(
    fc.property(clocks, adds, (plan, entry) => {
      fc.pre(entry.change === 'add' && !shipped.holidays.has(entry.date));
      const added = lay(shipped, [entry]);
      const clock = begin(plan, added);
      const back = lay(added, [{ change: 'withdraw', date: entry.date, area: entry.area }], 2);
      assert.equal(recount(clock, clock.startedAt, back)?.due ?? clock.due, clock.due);
      assert.equal(begin(plan, back).due, begin(plan, shipped).due, 'new clocks count as before');
    }),
  );
});

test('a deadline that has passed was missed, whatever is decreed later', () => {
  fc.assert(
    fc.property(clocks, anything, (plan, entries) => {
      const clock = begin(plan, shipped);
      const after = new Date(Date.parse(clock.due ?? '') + 1).toISOString();
      assert.equal(recount(clock, after, lay(shipped, entries)), null);
    }),
  );
});

test('days between dates agree with looking at each day', () => {
  const some = fc.record({ area, unitPath: fc.option(fc.constantFrom(...paths), { nil: null }) });
  fc.assert(
    fc.property(anything, some, date, date, (entries, place, from, to) => {
      const calendar = calendarFor(lay(shipped, entries), place);
      let count = 0;
      for (let day = dayOf(from) + 1; day <= dayOf(to); day += 1) {
        if (whyShut(calendar, day, formatDate(day)) === null) count += 1;
      }
      for (let day = dayOf(to) + 1; day <= dayOf(from); day += 1) {
        if (whyShut(calendar, day, formatDate(day)) === null) count -= 1;
      }
      assert.deepEqual(workingDaysBetween(calendar, from, to), { ok: true, value: count });
    }),
  );
});

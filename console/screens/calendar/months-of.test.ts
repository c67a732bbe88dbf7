import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { YearView } from '../../../src/features/calendars/contract.ts';
import { monthsOf } from './months-of.ts';

const day = (date: string, kind: 'libur-nasional' | 'libur-daerah') => ({
  date,
  name: 'Contoh',
  kind,
  decree: 'Contoh',
  validFrom: null,
  area: null,
  revision: null,
});
const hours = { opens: '08:00', closes: '15:00' };
const view: YearView = {
  year: 2028,
  years: [2028],
  state: 'decreed',
  decree: 'Contoh',
  verified: true,
  workingDays: 250,
  holidays: [day('2028-01-01', 'libur-nasional')],
  localHolidays: [day('2028-02-29', 'libur-daerah')],
  officeHours: null,
  seasons: [
    {
      from: '2028-01-28',
      to: '2028-02-02',
      name: 'Ramadan',
      mondayToThursday: hours,
      friday: hours,
      deadlinesFallAt: '15:00',
      decree: 'Contoh',
    },
  ],
  unitWeeks: [],
};

test('a year is drawn in weeks from Monday on, with what each day is', () => {
  const months = monthsOf(view);
  assert.equal(months.length, 12);
  assert.equal(months.flat().filter((one) => one !== null).length, 366);
  // 1 January 2028 is a Saturday, 1 February a Tuesday, 1 May a Monday.
  assert.deepEqual(
    [months[0], months[1], months[4]].map((month) => month?.indexOf(null)),
    [0, 0, -1],
  );
  assert.equal(
    months[0]?.findIndex((one) => one?.day === 1),
    5,
  );
  assert.equal(
    months[1]?.findIndex((one) => one?.day === 1),
    1,
  );
  assert.deepEqual(months[0]?.[5], {
    day: 1,
    isWeekend: true,
    kind: 'libur-nasional',
    isLocal: false,
    isSeason: false,
  });
  assert.equal(months[1]?.find((one) => one?.day === 29)?.isLocal, true);
  assert.equal(months.flat().filter((one) => one?.isSeason === true).length, 6);
});

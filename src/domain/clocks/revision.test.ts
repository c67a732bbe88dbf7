import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Calendar, calendarFor, isWorkingDay } from './calendar.ts';
import { checkRevision } from './check-revision.ts';
import { type AppliedRevision, layRevision, type RevisionEntry } from './revision.ts';
import { ordinaryBreaks, ramadanBreaks, weeklyHours } from './weekly-hours.ts';
import { dueDate } from './working-time.ts';

const base: Calendar = {
  years: new Map([[2026, { year: 2026, decree: 'SKB contoh', verified: false, provisional: true }]]),
  holidays: new Map([
    ['2026-08-17', { date: '2026-08-17', name: 'Kemerdekaan', kind: 'libur-nasional', decree: 'SKB contoh' }],
  ]),
  officeCloses: '16:00',
};

function revise(entries: readonly RevisionEntry[], more: Partial<AppliedRevision> = {}): AppliedRevision {
  return {
    scope: 'amendment',
    year: 2026,
    decree: 'Kep. contoh 7',
    decreedOn: '2026-07-01',
    number: 3,
    entries,
    ...more,
  };
}

const works = (calendar: Calendar, date: string): boolean => {
  const working = isWorkingDay(calendar, date);
  assert.ok(working.ok);
  return working.value;
};

/** Due date of some working days from Friday 14 August 2026, 10.00 WIB. */
function due(calendar: Calendar, amount: number, startedAt = '2026-08-14T03:00:00.000Z'): string | null {
  const limit = { amount, unit: 'workingDay' } as const;
  const zone = 'Asia/Jakarta';
  const dated = dueDate({ startedAt, limit, zone, calendar, pauses: [], owner: 'unit' });
  assert.ok(dated.ok);
  return dated.value.due;
}

test('a day added, withdrawn and of another kind, each with its decree and number', () => {
  const calendar = layRevision(
    base,
    revise([
      { change: 'add', date: '2026-08-18', name: 'Cuti bersama', kind: 'cuti-bersama', area: null },
      { change: 'reclassify', date: '2026-08-17', kind: 'libur-tambahan', area: null },
    ]),
  );
  assert.deepEqual(calendar.holidays.get('2026-08-18'), {
    date: '2026-08-18',
    name: 'Cuti bersama',
    kind: 'cuti-bersama',
    decree: 'Kep. contoh 7',
    validFrom: '2026-07-01',
    revision: 3,
  });
  assert.equal(calendar.holidays.get('2026-08-17')?.kind, 'libur-tambahan');
  assert.equal(due(calendar, 1), '2026-08-19T09:00:00.000Z');
  const back = layRevision(calendar, revise([{ change: 'withdraw', date: '2026-08-18', area: null }]));
  assert.ok(works(back, '2026-08-18'));
});

test('a holiday of an area shuts the offices that lie in it and no other', () => {
  const calendar = layRevision(
    base,
    revise([
      { change: 'add', date: '2026-08-18', name: 'Hari jadi', kind: 'libur-daerah', area: '32' },
      { change: 'add', date: '2026-08-19', name: 'Pemilihan', kind: 'libur-pemilu', area: '32.75' },
    ]),
  );
  assert.equal(calendarFor(calendar, { area: '33.72' }), calendar);
  assert.equal(calendarFor(calendar, {}), calendar);
  assert.ok(works(calendar, '2026-08-18'));
  const [bogor, bekasi] = ['32.01', '32.75.01'].map((area) => calendarFor(calendar, { area }));
  assert.ok(bogor !== undefined && bekasi !== undefined);
  assert.equal(due(bogor, 1), '2026-08-19T09:00:00.000Z');
  assert.equal(due(bekasi, 1), '2026-08-20T09:00:00.000Z');
  assert.ok(works(calendarFor(calendar, { area: '320' }), '2026-08-18'), 'a prefix of digits is no area');
});

test('in Ramadan deadlines fall when the office closes then', () => {
  const season = {
    change: 'hours',
    from: '2026-02-18',
    to: '2026-03-19',
    name: 'Ramadan',
    mondayToThursday: { opens: '08:00', closes: '15:00' },
    friday: { opens: '08:00', closes: '15:30' },
    deadlinesFallAt: '15:00',
  } as const;
  const calendar = layRevision(base, revise([season]));
  assert.equal(due(calendar, 1, '2026-02-16T03:00:00.000Z'), '2026-02-17T09:00:00.000Z');
  assert.equal(due(calendar, 2, '2026-02-16T03:00:00.000Z'), '2026-02-18T08:00:00.000Z');
  assert.equal(due(calendar, 1, '2026-03-19T03:00:00.000Z'), '2026-03-20T09:00:00.000Z');
  assert.equal(weeklyHours(season, ramadanBreaks), 32.5);
  const ordinary = { opens: '07:30', closes: '16:00' };
  assert.equal(
    weeklyHours({ mondayToThursday: ordinary, friday: { opens: '07:30', closes: '16:30' } }, ordinaryBreaks),
    37.5,
  );
});

test('an exempt unit counts its own days; the nearest unit with a week of its own decides', () => {
  const week = {
    change: 'week',
    unitPath: '/a/',
    unitName: 'Balai',
    weekdays: [1, 2, 3, 4, 5, 6],
    worksOnHolidays: false,
    from: '2026-08-01',
    to: null,
  } as const;
  const call = {
    ...week,
    unitPath: '/a/b/',
    unitName: '171',
    weekdays: [0, 1, 2, 3, 4, 5, 6],
    worksOnHolidays: true,
  };
  const calendar = layRevision(base, revise([week, call]));
  assert.equal(due(calendar, 1), '2026-08-18T09:00:00.000Z', 'the national count stays');
  assert.equal(due(calendarFor(calendar, { unitPath: '/a/c/' }), 1), '2026-08-15T09:00:00.000Z');
  assert.equal(due(calendarFor(calendar, { unitPath: '/a/c/' }), 2), '2026-08-18T09:00:00.000Z');
  assert.equal(due(calendarFor(calendar, { unitPath: '/a/b/' }), 2), '2026-08-16T09:00:00.000Z');
  const over = layRevision(
    calendar,
    revise([{ ...week, from: '2026-08-15', to: '2026-08-16', weekdays: [1, 2, 3, 4, 5] }]),
  );
  assert.equal(
    due(calendarFor(over, { unitPath: '/a/' }), 1),
    '2026-08-18T09:00:00.000Z',
    'the later one counts',
  );
});

test('a decree of a year takes the place of the list, settles the year, and leaves the areas their own', () => {
  const local = layRevision(
    base,
    revise([{ change: 'add', date: '2026-09-01', name: 'Hari jadi', kind: 'libur-daerah', area: '32' }]),
  );
  const calendar = layRevision(
    local,
    revise([{ change: 'add', date: '2026-12-25', name: 'Natal', kind: 'libur-nasional', area: null }], {
      scope: 'year',
      decree: 'SKB baru',
    }),
  );
  assert.deepEqual([...calendar.holidays.keys()], ['2026-12-25']);
  assert.deepEqual(calendar.years.get(2026), {
    year: 2026,
    decree: 'SKB baru',
    verified: true,
    provisional: false,
  });
  assert.equal(calendar.localHolidays?.length, 1);
});

test('what cannot stand is named by its entry', () => {
  const codes = (entries: readonly RevisionEntry[]) =>
    checkRevision(base, revise(entries)).map(({ entry, code }) => `${entry} ${code}`);
  const add = (date: string, area: string | null = null) =>
    ({ change: 'add', date, name: 'Libur', kind: 'libur-tambahan', area }) as const;
  assert.deepEqual(codes([]), ['null nothing-changes']);
  assert.deepEqual(codes([add('2026-09-01'), add('2027-01-01'), add('2026-13-01'), add('2026-09-01')]), [
    '1 date-of-other-year',
    '2 bad-date',
    '3 duplicate-date',
  ]);
  assert.deepEqual(codes([add('2026-08-17'), add('2026-08-17', '32')]), [
    '0 already-holiday',
    '1 already-holiday',
  ]);
  assert.deepEqual(codes([add('2026-09-01', '32'), add('2026-09-01', '33')]), []);
  assert.deepEqual(
    codes([
      { change: 'withdraw', date: '2026-09-01', area: null },
      { change: 'reclassify', date: '2026-08-17', kind: 'libur-nasional', area: null },
    ]),
    ['0 nothing-to-withdraw', '1 kind-unchanged'],
  );
  const hours = { opens: '08:00', closes: '15:00' };
  const season = {
    change: 'hours',
    from: '2026-02-18',
    to: '2026-03-19',
    name: 'Ramadan',
    mondayToThursday: hours,
    friday: hours,
    deadlinesFallAt: '15:00',
  } as const;
  const backwards = {
    ...season,
    from: '2026-05-01',
    to: '2026-05-02',
    friday: { opens: '15:00', closes: '08:00' },
  };
  assert.deepEqual(codes([season, { ...season, from: '2026-03-19', to: '2026-03-25' }, backwards]), [
    '1 overlapping-period',
    '2 hours-backwards',
  ]);
  assert.deepEqual(codes([{ ...season, to: '2026-02-01' }]), ['0 period-backwards']);
});

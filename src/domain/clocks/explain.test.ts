import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCalendar } from '../../features/clocks/index.ts';
import type { Calendar } from './calendar.ts';
import {
  type Clock,
  type ClockPlan,
  pauseClock,
  planClock,
  recalculate,
  resumeClock,
  startClock,
  stopClock,
} from './clock.ts';
import { explainClock, formatExplanation } from './explain.ts';

const calendar = ((): Calendar => {
  const loaded = loadCalendar(join(import.meta.dirname, '../../../calendars'));
  assert.ok(loaded.ok);
  return loaded.value;
})();

function aClock(startedAt: string, plan: Partial<ClockPlan> = {}): Clock {
  return startClock(
    planClock(
      {
        id: 'class-complaint',
        rule: 'class-complaint',
        limit: { amount: 14, unit: 'workingDay' },
        owner: 'institution',
        zone: 'Asia/Jakarta',
        source: 'aturan kelas SP4N, belum dicocokkan dengan naskahnya',
        startedAt,
        pausable: true,
        ...plan,
      },
      calendar,
    ),
  );
}

const inWords = (clock: Clock, locale: 'id' | 'en' = 'id'): string =>
  formatExplanation(explainClock(clock, calendar), locale);

test('says the sum as a person would write it', () => {
  const clock = aClock('2026-11-06T01:30:00.000Z');
  assert.equal(
    inWords(clock),
    'Dihitung dari Jum 6 Nov 2026 (hari ke-0) + 14 HK; dilewati: akhir pekan 7–8, 14–15, 21–22 Nov; tidak ada hari libur. ' +
      'Jatuh tempo Kam 26 Nov 2026, 16.00 WIB. Hitungan tidak pernah berhenti. ' +
      'Sumber: aturan kelas SP4N, belum dicocokkan dengan naskahnya.',
  );
  assert.equal(
    inWords({ ...clock, limit: { amount: 1, unit: 'workingDay' } }, 'en').split('. ')[0],
    'Counted from Fri 6 Nov 2026 (day 0) + 1 working day; skipped: weekends 7–8 Nov; no holiday',
  );
});

test('names each holiday once, with its days together', () => {
  const text = inWords(aClock('2026-03-17T03:00:00.000Z', { limit: { amount: 1, unit: 'workingDay' } }));
  assert.match(text, /dilewati: Rab 18 Mar \(Cuti Bersama Nyepi\), Kam 19 Mar \(Hari Suci Nyepi/);
  assert.match(
    text,
    /Sab–Min 21–22 Mar \(Idul Fitri 1447 Hijriah\), Sen–Sel 23–24 Mar \(Cuti Bersama Idul Fitri\)\./,
  );
});

test('is structured before it is text', () => {
  const { day0, counted, skipped, due, computedDue, keptPromise } = explainClock(
    aClock('2026-11-06T01:30:00.000Z'),
    calendar,
  );
  assert.equal(day0, '2026-11-06');
  assert.deepEqual(counted, [
    { from: '2026-11-09', to: '2026-11-13' },
    { from: '2026-11-16', to: '2026-11-20' },
    { from: '2026-11-23', to: '2026-11-26' },
  ]);
  assert.deepEqual(skipped[0], {
    from: '2026-11-07',
    to: '2026-11-08',
    why: 'weekend',
    name: null,
    kind: null,
    decree: null,
    revision: null,
  });
  assert.equal(due, computedDue);
  assert.equal(keptPromise, false);
});

test('says that day 0 moved to the next working day', () => {
  const text = inWords(aClock('2026-11-21T03:00:00.000Z', { limit: { amount: 4, unit: 'workingDay' } }));
  assert.match(text, /^Dihitung dari Sab 21 Nov 2026 \(bukan hari kerja, hari ke-0 Sen 23 Nov\) \+ 4 HK/);
});

test('says when counting stopped, for how long, and what that cost', () => {
  const paused = pauseClock(aClock('2026-11-03T12:42:00.000Z'), '2026-11-04T02:12:00.000Z');
  assert.match(inWords(paused), /Hitungan berhenti sejak Rab 4 Nov 2026, 09\.12 WIB, tersisa 14 HK\./);
  assert.doesNotMatch(inWords(paused), /Jatuh tempo/, 'the old date is no promise now');
  assert.match(
    inWords(resumeClock(paused, '2026-11-06T01:30:00.000Z', calendar)),
    /Jatuh tempo Rab 25 Nov 2026.*berhenti Rab 4 Nov 2026, 09\.12 WIB sampai Jum 6 Nov 2026, 08\.30 WIB \(tidak dihitung: 4–5 Nov\)\./,
  );
});

test('says that a date is provisional, kept, missing, over', () => {
  const text = inWords(aClock('2026-12-23T03:00:00.000Z', { zone: 'Asia/Jayapura' }));
  assert.match(text, /16\.00 WIT\. Tanggal ini sementara: hari libur 2027 belum pasti\./);

  const undated = explainClock(aClock('2027-12-23T03:00:00.000Z'), calendar);
  assert.deepEqual([undated.gapYear, undated.due, undated.day0], [2028, null, null]);
  assert.match(
    formatExplanation(undated, 'id'),
    /\+ 14 HK\. Belum dapat diberi tanggal: keputusan hari libur 2028/,
  );

  const extra = { date: '2026-11-09', name: 'Libur', kind: 'libur-nasional' as const, decree: 'x' };
  const holidays = new Map([...calendar.holidays, [extra.date, extra]]);
  const moved = recalculate(aClock('2026-11-06T01:30:00.000Z'), { ...calendar, holidays }).clock;
  assert.match(
    inWords(moved),
    /Jatuh tempo Jum 27 Nov 2026.*Hitungan sekarang memberi Kam 26 Nov 2026, 16\.00 WIB, tetapi/,
  );

  const stopped = stopClock(aClock('2026-11-06T01:30:00.000Z'), '2026-11-27T03:00:00.000Z');
  assert.match(inWords(stopped), /Selesai Jum 27 Nov 2026, 10\.00 WIB, terlambat\./);
});

test('hours say that nights and holidays count', () => {
  const text = inWords(aClock('2026-03-20T03:00:00.000Z', { limit: { amount: 24, unit: 'hour' } }), 'en');
  assert.match(
    text,
    /^Counted from Fri 20 Mar 2026, 10:00 WIB \+ 24 hours, day and night, holidays included\. Due Sat 21 Mar/,
  );
});

test('names a procedure by its version, and a task by who set its deadline', () => {
  const of = (source: string, locale: 'id' | 'en'): string =>
    inWords(aClock('2026-11-06T01:30:00.000Z', { source }), locale).split(/S(?:umber|ource): /)[1] ?? '';
  assert.equal(
    of('kemensos/pengelolaan-sp4n-lapor v1', 'id'),
    'SOP kemensos/pengelolaan-sp4n-lapor, versi 1.',
  );
  assert.equal(of('disposition', 'en'), 'the deadline set when the task was given.');
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { isWorkingDay, localDate } from '../../src/domain/clocks/calendar.ts';
import { localMinutes, msPerDay, parseInstant } from '../../src/domain/clocks/instant.ts';
import { ordinaryActs, reporterActs } from '../../src/features/cases/contract.ts';
import { loadCalendar } from '../../src/features/clocks/index.ts';
import { root } from '../../src/main/root.ts';
import { emailOf, people } from './people.ts';
import type { InstitutionId, Scene } from './stage.ts';
import { tellStories } from './stories/index.ts';

const loaded = loadCalendar(join(root, 'calendars'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const calendar = loaded.value;

/** When somebody might type `--demo`: nights, weekends, the days of Idul Fitri, the minutes around closing. */
const awkward: readonly [string, ...string[]] = [
  '2025-12-31T17:00:00.000Z', // the first second of 2026 in Jakarta
  '2026-01-01T03:00:00.000Z',
  '2026-03-20T22:10:00.000Z', // Idul Fitri, between two weekends and Nyepi
  '2026-03-24T16:59:59.999Z',
  '2026-03-25T00:31:00.000Z',
  '2026-11-25T08:59:00.000Z', // a minute before the offices close
  '2026-11-25T09:01:00.000Z',
  '2026-11-25T10:00:00.000Z',
  '2026-11-25T16:59:59.999Z', // the last millisecond of a day, and the first
  '2026-11-25T17:00:00.000Z',
  '2026-11-25T17:01:00.000Z',
  '2026-11-25T22:55:00.000Z',
  '2026-11-28T05:00:00.000Z', // a Saturday and a Sunday
  '2026-11-29T20:00:00.000Z',
  '2026-12-31T16:59:00.000Z',
  '2026-12-31T17:00:00.000Z', // the first second of 2027
  '2027-03-10T15:00:00.000Z', // Idul Fitri again
  '2027-12-31T16:00:00.000Z', // the last day of which a decree is known
];
/** Two years in steps that wander through the hours of the day and the days of the week. */
const wandering = Array.from({ length: 200 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 1) + index * 3.613 * msPerDay).toISOString(),
);

const tellings = [...awkward, ...wandering].map((now) => ({ now, scenes: tellStories(now, calendar) }));

test('at whatever moment it is told, every story goes forward and ends before now', () => {
  for (const { now, scenes } of tellings) {
    for (const [story, own] of byStory(scenes)) {
      const moments = own.map(({ at }) => at);
      assert.match(own[0]?.what ?? '', /^arrives/, `${now}: ${story} begins with the submission`);
      assert.deepEqual(moments, moments.toSorted(), `${now}: ${story} goes back`);
      assert.ok((moments.at(-1) ?? '') <= now, `${now}: ${story} has not come yet`);
    }
  }
});

test('at whatever moment it is told, officers acted on working days, in office hours of their own zone', () => {
  for (const { now, scenes } of tellings) {
    const outside = scenes.filter((scene) => scene.by !== null && !isInOfficeHours(scene));
    assert.deepEqual(
      outside.map(({ at, plot, what }) => `${now}: ${plot.name}, ${what} at ${at}`),
      [],
    );
  }
});

test('everything that can be done to a case is done to one of them', () => {
  const done = new Set(tellStories(awkward[0], calendar).map(({ what }) => what.replace(/^.*: /, '')));
  const offered = [...ordinaryActs, ...Object.keys(reporterActs)];
  assert.deepEqual(
    offered.filter((act) => !done.has(act)),
    [],
  );
});

test('no two stories bear the same name', () => {
  const arrivals = tellStories(awkward[0], calendar).filter(({ what }) => what.startsWith('arrives'));
  const names = arrivals.map(({ plot }) => plot.name);
  assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted());
});

function byStory(scenes: readonly Scene[]): Map<string, Scene[]> {
  const found = new Map<string, Scene[]>();
  for (const scene of scenes) {
    const { name } = scene.plot;
    const own = found.get(name);
    if (own === undefined) found.set(name, [scene]);
    else own.push(scene);
  }
  return found;
}

/** 171 is answered day and night; everybody else goes home. */
function isInOfficeHours({ at, by, plot }: Scene): boolean {
  if (by === 'channel-officer' || by === null) return true;
  const zone = zoneOf(plot.institution, by);
  const minutes = localMinutes(parseInstant(at), zone);
  const worked = isWorkingDay(calendar, localDate(at, zone));
  return worked.ok && worked.value && minutes >= 7 * 60 + 30 && minutes <= 17 * 60;
}

const east: Readonly<Record<string, string>> = {
  Kendari: 'Asia/Makassar',
  Makassar: 'Asia/Makassar',
  Kupang: 'Asia/Makassar',
  Ternate: 'Asia/Jayapura',
};

function zoneOf(institution: InstitutionId, key: string): string {
  const person = people.find((one) => emailOf(one) === emailOf({ institution, key }));
  assert.ok(person, `${key} works nowhere`);
  if (institution === 'kota-ternate') return 'Asia/Jayapura';
  return east[person.unit?.split(' ').at(-1) ?? ''] ?? 'Asia/Jakarta';
}

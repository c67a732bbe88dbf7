import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { forever, type Limit, type Stay, type Stretch } from './counted-apart-reading.ts';

/** The second count's own arithmetic of days, from the files in `calendars/`: see `counted-apart.ts`. */

const hours: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

/** Dates on which offices are shut, weekends apart, with what revisions added and took away. */
export function shutDates(folder: string): ReadonlySet<string> {
  const dates = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const year = parse(readFileSync(`${folder}/${file}`, 'utf8'), { schema: 'failsafe' }) as {
      holidays: { date: string }[];
      revisions?: { adds?: { date: string }[]; removes?: { date: string }[] }[];
    };
    for (const { date } of year.holidays) dates.add(date);
    for (const { adds = [], removes = [] } of year.revisions ?? []) {
      for (const { date } of adds) dates.add(date);
      for (const { date } of removes) dates.delete(date);
    }
  }
  return dates;
}

/** The last moment that is in time, with the stretches that do not count. */
export function lastMoment(
  start: number,
  limit: Limit,
  zone: string,
  stretches: readonly Stretch[],
  shut: ReadonlySet<string>,
  ofReporter = false,
): number {
  const later = stretches.filter(({ to, from }) => to > start && to > from);
  return limit.unit === 'minute' || limit.unit === 'hour'
    ? lastMinute(start, limit, later)
    : lastDay(start, limit, later, shut, (day) => closing(day, zone, ofReporter), zone);
}

function lastMinute(start: number, limit: Limit, stretches: readonly Stretch[]): number {
  let due = start + limit.amount * (limit.unit === 'hour' ? 3_600_000 : 60_000);
  for (const { from, to } of stretches) {
    if (Math.max(from, start) > due) break;
    if (to === forever) return forever;
    due += to - Math.max(from, start);
  }
  return due;
}

function lastDay(
  start: number,
  limit: Limit,
  stretches: readonly Stretch[],
  shut: ReadonlySet<string>,
  closes: (day: number) => number,
  zone: string,
): number {
  const working = limit.unit === 'workingDay';
  let day = dayOf(start, zone);
  while (working && isShut(day, shut)) day += 1;
  for (let left = limit.amount; left > 0; ) {
    day += 1;
    const close = closes(day);
    const pause = stretches.find(({ from, to }) => from <= close && close < to);
    if (pause?.to === forever) return forever;
    if (pause === undefined && !(working && isShut(day, shut))) left -= 1;
  }
  return closes(day);
}

/** Days, or begun minutes, that were counted until it was done. */
export function timeTaken(
  stay: Stay,
  done: number,
  asked: readonly Stretch[],
  shut: ReadonlySet<string>,
): number {
  const unit = stay.limit?.unit ?? 'workingDay';
  const later = asked.filter(({ to }) => to > stay.entered);
  if (unit === 'minute' || unit === 'hour') {
    const paused = later.reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(to, done) - Math.max(from, stay.entered)),
      0,
    );
    return Math.ceil((done - stay.entered - paused) / 60_000);
  }
  const last = dayOf(done, stay.zone);
  let day = dayOf(stay.entered, stay.zone);
  if (unit === 'workingDay') while (isShut(day, shut)) day += 1;
  let used = 0;
  while (day < last) {
    day += 1;
    const close = closing(day, stay.zone, stay.ofReporter);
    const paused = later.some(({ from, to }) => from <= close && close < to && from < done);
    if (!paused && !(unit === 'workingDay' && isShut(day, shut))) used += 1;
  }
  return used;
}

function offset(zone: string): number {
  return (hours[zone] ?? 7) * 3_600_000;
}

function dayOf(ms: number, zone: string): number {
  return Math.floor((ms + offset(zone)) / 86_400_000);
}

/** 16.00 by the wall clock, for a reporter one second before midnight. */
function closing(day: number, zone: string, ofReporter: boolean): number {
  const seconds = ofReporter ? 24 * 3600 - 1 : 16 * 3600;
  return day * 86_400_000 + seconds * 1000 - offset(zone);
}

function isShut(day: number, shut: ReadonlySet<string>): boolean {
  const date = new Date(day * 86_400_000);
  return [0, 6].includes(date.getUTCDay()) || shut.has(date.toISOString().slice(0, 10));
}

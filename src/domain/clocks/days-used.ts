import { type Calendar, isWorkingDay, workingDaysBetween } from './calendar.ts';
import { dayOf, formatDate } from './civil-date.ts';
import { instantOf, localDay, parseInstant } from './instant.ts';
import { pauseAt, pausedSpans } from './pauses.ts';
import { closingTime, type Timing } from './working-time.ts';

export type DayUnit = 'workingDay' | 'calendarDay';

/**
 * Days of that kind after the local date `from` up to and including `to`; negative where `to` is earlier,
 * null where a year on the way has no decree.
 */
export function daysBetween(calendar: Calendar, unit: DayUnit, from: string, to: string): number | null {
  if (unit === 'calendarDay') return dayOf(to) - dayOf(from);
  const counted = workingDaysBetween(calendar, from, to);
  return counted.ok ? counted.value : null;
}

/**
 * How many days of a limit in days were counted by the local date of `until`, that date included: 0 on day 0,
 * more than the limit when it is late. Null for hours and minutes, and where a year has no decree.
 */
export function daysUsed(timing: Timing, until: string): number | null {
  const { limit, calendar, zone } = timing;
  if (limit.unit !== 'workingDay' && limit.unit !== 'calendarDay') return null;
  const start = parseInstant(timing.startedAt);
  const last = localDay(parseInstant(until), zone);
  const day0 =
    limit.unit === 'workingDay' ? firstWorkingDay(calendar, localDay(start, zone)) : localDay(start, zone);
  if (day0 === null) return null;
  if (last <= day0) return 0;
  const days = daysBetween(calendar, limit.unit, formatDate(day0), formatDate(last));
  return days === null
    ? null
    : days - pausedDays({ ...timing, limit: { ...limit, unit: limit.unit } }, day0, last);
}

interface DayTiming extends Timing {
  readonly limit: { readonly amount: number; readonly unit: DayUnit };
}

function firstWorkingDay(calendar: Calendar, from: number): number | null {
  for (let day = from; ; day += 1) {
    const working = isWorkingDay(calendar, formatDate(day));
    if (!working.ok) return null;
    if (working.value) return day;
  }
}

/** Days after `day0` up to `last` that would have counted, had the clock not been paused at their end. */
function pausedDays(timing: DayTiming, day0: number, last: number): number {
  const spans = pausedSpans(timing.pauses, parseInstant(timing.startedAt));
  const closing = (day: number): number => {
    return instantOf(day, closingTime(timing.calendar, timing.owner, formatDate(day)), timing.zone);
  };
  let count = 0;
  for (const span of spans) {
    const until = Number.isFinite(span.to) ? Math.min(localDay(span.to, timing.zone), last) : last;
    for (let day = Math.max(localDay(span.from, timing.zone), day0 + 1); day <= until; day += 1) {
      const paused = pauseAt([span], closing(day)) !== undefined;
      if (paused && isDayOf(timing, day)) count += 1;
    }
  }
  return count;
}

function isDayOf({ calendar, limit }: DayTiming, day: number): boolean {
  if (limit.unit === 'calendarDay') return true;
  const working = isWorkingDay(calendar, formatDate(day));
  return working.ok && working.value;
}

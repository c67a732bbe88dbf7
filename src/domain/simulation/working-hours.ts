import { type Calendar, isWorkingDay, type Season } from '../clocks/calendar.ts';
import { formatDate, weekdayOf } from '../clocks/civil-date.ts';
import { instantOf, localDay, msPerDay, msPerMinute } from '../clocks/instant.ts';
import { ordinaryBreaks, ramadanBreaks } from '../clocks/weekly-hours.ts';

/** One working day: open from `opens` to `closes` (`HH:MM` local), a break of `breakMinutes` from `breakAt`. */
export interface WorkingDay {
  readonly opens: string;
  readonly closes: string;
  readonly breakAt: string;
  readonly breakMinutes: number;
}

export interface WorkingWeek {
  readonly mondayToThursday: WorkingDay;
  readonly friday: WorkingDay;
}

/** Perpres 21/2023: 37.5 hours from 07.30, breaks of 60 and on Fridays 90 minutes. */
const ordinaryWeek: WorkingWeek = {
  mondayToThursday: {
    opens: '07:30',
    closes: '16:00',
    breakAt: '12:00',
    breakMinutes: ordinaryBreaks.mondayToThursday,
  },
  friday: { opens: '07:30', closes: '16:30', breakAt: '11:30', breakMinutes: ordinaryBreaks.friday },
};

/** In Ramadan 32.5 hours from 08.00, breaks of 30 and on Fridays 60 minutes (Perpres 21/2023). */
const seasonBreaks = {
  mondayToThursday: { breakAt: '12:00', breakMinutes: ramadanBreaks.mondayToThursday },
  friday: { breakAt: '11:30', breakMinutes: ramadanBreaks.friday },
} as const;

/**
 * The hours in which somebody works, laid end to end: minute 0 is the beginning, and no minute passes while
 * the office is shut. Instants are milliseconds.
 */
export interface WorkingHours {
  /** Working minutes from the beginning up to the instant. */
  minutesAt(ms: number): number;
  /** The instant at which so many have passed; Infinity behind the end. */
  instantAt(minutes: number): number;
  isOpenAt(ms: number): boolean;
  /** The instant itself where it is open then, else the next opening; Infinity behind the end. */
  nextOpening(ms: number): number;
}

export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

/** Day and night, every day. */
export function alwaysOpen(start: number): WorkingHours {
  return {
    minutesAt: (ms) => (ms - start) / msPerMinute,
    instantAt: (minutes) => start + minutes * msPerMinute,
    isOpenAt: () => true,
    nextOpening: (ms) => ms,
  };
}

/**
 * Office hours from `start` to `end` by the calendar, in its seasons those of the season; a year without a decree has
 * no working day.
 */
export function officeHours(span: OpenSpan, zone: string, calendar: Calendar): WorkingHours {
  return hoursOf(officeSpans(span, zone, calendar));
}

/** The open stretches of the days of a span, breaks left out, in order. */
function officeSpans({ from, to }: OpenSpan, zone: string, calendar: Calendar): readonly OpenSpan[] {
  const spans: OpenSpan[] = [];
  for (let day = localDay(from, zone); day <= localDay(to, zone); day += 1) {
    const date = formatDate(day);
    const working = isWorkingDay(calendar, date);
    if (!working.ok || !working.value) continue;
    const hours = hoursOn(date, weekdayOf(day) === 5 ? 'friday' : 'mondayToThursday', calendar.seasons ?? []);
    const breakFrom = instantOf(day, hours.breakAt, zone);
    const breakTo = breakFrom + hours.breakMinutes * msPerMinute;
    for (const open of [
      { from: instantOf(day, hours.opens, zone), to: breakFrom },
      { from: breakTo, to: instantOf(day, hours.closes, zone) },
    ]) {
      const clipped = { from: Math.max(open.from, from), to: Math.min(open.to, to) };
      if (clipped.to > clipped.from) spans.push(clipped);
    }
  }
  return spans;
}

function hoursOn(date: string, weekday: keyof WorkingWeek, seasons: readonly Season[]): WorkingDay {
  const season = seasons.findLast(({ from, to }) => from <= date && date <= to);
  return season === undefined ? ordinaryWeek[weekday] : { ...seasonBreaks[weekday], ...season[weekday] };
}

function hoursOf(spans: readonly OpenSpan[]): WorkingHours {
  const starts = Float64Array.from(spans, ({ from }) => from);
  const passed = new Float64Array(spans.length + 1);
  for (const [index, { from, to }] of spans.entries()) {
    passed[index + 1] = (passed[index] ?? 0) + (to - from) / msPerMinute;
  }
  /** The last span that has begun; -1 before the first. */
  const spanAt = (ms: number): number => lastAtMost(starts, ms);
  const minutesAt = (ms: number): number => {
    const index = spanAt(ms);
    const span = spans[index];
    if (span === undefined) return 0;
    return (passed[index] ?? 0) + (Math.min(ms, span.to) - span.from) / msPerMinute;
  };
  const isOpenAt = (ms: number): boolean => ms < (spans[spanAt(ms)]?.to ?? Number.NEGATIVE_INFINITY);
  return {
    minutesAt,
    instantAt(minutes) {
      if (minutes > (passed[spans.length] ?? 0)) return Number.POSITIVE_INFINITY;
      // Work that is done to the minute at closing time is done then, not at the next opening.
      let index = lastAtMost(passed, minutes);
      if (index > 0 && passed[index] === minutes) index -= 1;
      const span = spans[index];
      return span === undefined
        ? Number.POSITIVE_INFINITY
        : span.from + (minutes - (passed[index] ?? 0)) * msPerMinute;
    },
    isOpenAt,
    nextOpening: (ms) => (isOpenAt(ms) ? ms : (spans[spanAt(ms) + 1]?.from ?? Number.POSITIVE_INFINITY)),
  };
}

/** The last place whose value is at most this one; -1 where all are greater. Values rise. */
function lastAtMost(values: Float64Array, value: number): number {
  let low = -1;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The end of the n-th working day from an instant on, its own included; null where the calendar does not reach. */
export function endOfWorkingDays(
  from: number,
  days: number,
  zone: string,
  calendar: Calendar | null,
): number | null {
  let day = localDay(from, zone);
  for (let counted = 0; ; day += 1) {
    const working = calendar === null ? null : isWorkingDay(calendar, formatDate(day));
    if (working !== null && !working.ok) return null;
    if (working === null || working.value) counted += 1;
    if (counted >= days) return instantOf(day, '00:00', zone) + msPerDay;
  }
}

import type { Refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { dayOf, formatDate, isWeekend, weekdaysBetween } from './civil-date.ts';
import { localDay, parseInstant } from './instant.ts';

/**
 * Which days an office works. Holidays are dated facts from the yearly decree of three ministers (SKB),
 * never computed: the moon, the cabinet and elections move them, some within the year.
 */

export const holidayKinds = ['libur-nasional', 'cuti-bersama', 'libur-pemilu'] as const;
/** National holiday, collective leave, day of a general or regional vote. Offices are shut on all three. */
export type HolidayKind = (typeof holidayKinds)[number];

export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly name: string;
  readonly kind: HolidayKind;
  /** The number of the decree that set this day; a revision's where a revision added it. */
  readonly decree: string;
}

export interface CalendarYear {
  readonly year: number;
  readonly decree: string;
  /** Whether somebody compared the dates with the text of the decree. */
  readonly verified: boolean;
  /** The dates may still change: every deadline that passes through this year says so. */
  readonly provisional: boolean;
}

export interface Calendar {
  /** By date, `YYYY-MM-DD`. */
  readonly holidays: ReadonlyMap<string, Holiday>;
  /** The years that a decree covers; of any other year nothing is known. */
  readonly years: ReadonlyMap<number, CalendarYear>;
  /** `HH:MM` local, when an office's deadlines fall due. */
  readonly officeCloses: string;
}

/** Nobody can count working days through a year whose decree is not loaded; `details.year` names it. */
export interface CalendarGap extends Refusal {
  readonly code: 'calendar-gap';
  readonly details: { readonly year: number };
}

export function calendarGap(year: number): CalendarGap {
  return { code: 'calendar-gap', details: { year } };
}

/** The date (`YYYY-MM-DD`) on the wall calendar of `zone` at an instant. */
export function localDate(instant: string, zone: string): string {
  return formatDate(localDay(parseInstant(instant), zone));
}

/** Whether offices work on `date` (`YYYY-MM-DD`). Refused with the year where no decree covers it. */
export function isWorkingDay(calendar: Calendar, date: string): Result<boolean, CalendarGap> {
  const year = Number(date.slice(0, 4));
  if (!calendar.years.has(year)) return err(calendarGap(year));
  return ok(!isWeekend(dayOf(date)) && !calendar.holidays.has(date));
}

/** Working days after the date `from` up to and including `to`; negative where `to` is the earlier. */
export function workingDaysBetween(
  calendar: Calendar,
  from: string,
  to: string,
): Result<number, CalendarGap> {
  if (to < from) {
    const back = workingDaysBetween(calendar, to, from);
    return back.ok ? ok(-back.value) : back;
  }
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!calendar.years.has(year)) return err(calendarGap(year));
  }
  let count = weekdaysBetween(dayOf(from), dayOf(to));
  for (const date of calendar.holidays.keys()) {
    if (date > from && date <= to && !isWeekend(dayOf(date))) count -= 1;
  }
  return ok(count);
}

import type { Refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { dayOf, formatDate, isWeekend, weekdayOf, weekdaysBetween } from './civil-date.ts';
import { localDay, parseInstant } from './instant.ts';

/**
 * Which days an office works. Holidays are dated facts from the yearly decree of three ministers (SKB),
 * never computed: the moon, the cabinet and elections move them, some within the year.
 */

export const holidayKinds = [
  'libur-nasional',
  'cuti-bersama',
  'libur-daerah',
  'libur-pemilu',
  'libur-tambahan',
] as const;
/** National holiday, collective leave, holiday of an area, day of a vote, day added. Offices are shut on all. */
export type HolidayKind = (typeof holidayKinds)[number];

export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly name: string;
  readonly kind: HolidayKind;
  /** The number of the decree that set this day; a revision's where a revision added it. */
  readonly decree: string;
  /** The date of that decree, `YYYY-MM-DD`, where it is known: from then on the day was a fact. */
  readonly validFrom?: string;
  /** The code of the area whose offices are shut, what lies in it included; absent: the whole country. */
  readonly area?: string;
  /** The number of the applied revision that set the day here; absent where a file of `calendars/` did. */
  readonly revision?: number;
}

/** Opening and closing, `HH:MM` local. */
export interface OfficeHours {
  readonly opens: string;
  readonly closes: string;
}

/** Other office hours for a part of a year: the month of Ramadan, 32.5 hours a week from 08.00 (Perpres 21/2023). */
export interface Season {
  /** Dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly mondayToThursday: OfficeHours;
  readonly friday: OfficeHours;
  /** `HH:MM` local, when deadlines on these dates fall due. */
  readonly deadlinesFallAt: string;
  readonly decree: string;
}

/** The days of a unit that serves directly and is exempt from the five-day week (Perpres 21/2023 art. 7). */
export interface UnitWeek {
  /** Path of the unit; those below it keep the same days unless they have their own. */
  readonly unitPath: string;
  readonly unitName: string;
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  readonly worksOnHolidays: boolean;
  /** Dates, both included; `to` null where no end is set. */
  readonly from: string;
  readonly to: string | null;
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
  /** `HH:MM` local, when an office's deadlines fall due outside any season. */
  readonly officeCloses: string;
  /** When offices are open outside any season, where the files say it. */
  readonly officeHours?: { readonly mondayToThursday: OfficeHours; readonly friday: OfficeHours };
  /** Holidays of single areas, in no order; `calendarFor` puts those of a place among `holidays`. */
  readonly localHolidays?: readonly Holiday[];
  /** The last that covers a date counts. */
  readonly seasons?: readonly Season[];
  /** Every exempt unit's; `calendarFor` chooses. */
  readonly unitWeeks?: readonly UnitWeek[];
  /** The weeks of the one unit that this calendar was chosen for; the last that covers a date counts. */
  readonly ownWeeks?: readonly UnitWeek[];
}

/** Where a clock is counted: decides which local holidays and whose week apply. */
export interface CalendarPlace {
  /** Area code of the office. */
  readonly area?: string | null;
  /** Path of the unit whose own duty is measured; absent where the institution or the reporter is measured. */
  readonly unitPath?: string | null;
}

/**
 * The calendar of one place: the national one, with the holidays of the area and of those it lies in, and the
 * week of the unit or of the nearest unit above it that has its own. The same object where nothing differs.
 */
export function calendarFor(calendar: Calendar, { area, unitPath }: CalendarPlace): Calendar {
  const { localHolidays = [], unitWeeks = [] } = calendar;
  const local =
    area == null ? [] : localHolidays.filter((one) => one.area !== undefined && liesIn(area, one.area));
  const above = unitPath == null ? [] : unitWeeks.filter((week) => unitPath.startsWith(week.unitPath));
  if (local.length + above.length === 0) return calendar;
  const nearest = Math.max(...above.map((week) => week.unitPath.length));
  return {
    ...calendar,
    // A day that is off everywhere keeps its national name.
    holidays: new Map([...local.map((one) => [one.date, one] as const), ...calendar.holidays]),
    ownWeeks: above.filter((week) => week.unitPath.length === nearest),
  };
}

/** Whether the area is the other or lies in it: `32.75` in `32`. */
export function liesIn(area: string, other: string): boolean {
  return area === other || area.startsWith(`${other}.`);
}

/** Why the office is shut on a day; null where it works. The day and the date are the same day. */
export function whyShut(calendar: Calendar, day: number, date: string): 'weekend' | 'holiday' | null {
  const week = calendar.ownWeeks?.findLast(({ from, to }) => from <= date && (to === null || date <= to));
  if (calendar.holidays.has(date) && week?.worksOnHolidays !== true) return 'holiday';
  const rests = week === undefined ? isWeekend(day) : !week.weekdays.includes(weekdayOf(day));
  return rests ? 'weekend' : null;
}

/** `HH:MM` local at which an office's deadlines on that date fall due. */
export function closesOn(calendar: Calendar, date: string): string {
  const season = calendar.seasons?.findLast(({ from, to }) => from <= date && date <= to);
  return season?.deadlinesFallAt ?? calendar.officeCloses;
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
  return ok(whyShut(calendar, dayOf(date), date) === null);
}

/** Working days after the date `from` up to and including `to`; negative where `to` is the earlier. */
export function workingDaysBetween(
  calendar: Calendar,
  from: string,
  to: string,
): Result<number, CalendarGap> {
  if (to < from) {
    const back = workingDaysBetween(calendar, to, from);
    return back.ok ? ok(0 - back.value) : back;
  }
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!calendar.years.has(year)) return err(calendarGap(year));
  }
  if ((calendar.ownWeeks?.length ?? 0) > 0) return ok(countOneByOne(calendar, dayOf(from), dayOf(to)));
  let count = weekdaysBetween(dayOf(from), dayOf(to));
  for (const date of calendar.holidays.keys()) {
    if (date > from && date <= to && !isWeekend(dayOf(date))) count -= 1;
  }
  return ok(count);
}

/** For weeks that are not Monday to Friday throughout. */
function countOneByOne(calendar: Calendar, from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) {
    if (whyShut(calendar, day, formatDate(day)) === null) count += 1;
  }
  return count;
}

/**
 * Dates as plain numbers: a day is counted from 1970-01-01, so that a deadline of sixty working days is a
 * hundred additions and not a hundred objects. Written `YYYY-MM-DD` everywhere outside.
 */

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day number of `YYYY-MM-DD`, or undefined for a date that does not exist. */
export function parseDate(date: string): number | undefined {
  const [, year, month, day] = datePattern.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const number = dayNumber(Number(year), Number(month), Number(day));
  return formatDate(number) === date ? number : undefined;
}

/** As `parseDate`, for a date that our own code wrote; anything else is a bug. */
export function dayOf(date: string): number {
  const day = parseDate(date);
  if (day === undefined) throw new RangeError(`not a date: ${date}`);
  return day;
}

export function formatDate(day: number): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${year}-${pad(month)}-${pad(dayOfMonth)}`;
}

export function yearOf(day: number): number {
  return civilOf(day).year;
}

/** 0 is Sunday. Day 0 of the count, 1970-01-01, was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function isWeekend(day: number): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}

/** Weekdays (Monday to Friday) after `from` up to and including `to`; `from` must not be later. */
export function weekdaysBetween(from: number, to: number): number {
  return weekdaysUpTo(to) - weekdaysUpTo(from);
}

/** Monday to Friday from the Monday 1969-12-29 (day -3) on, up to and including `day`. */
function weekdaysUpTo(day: number): number {
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

/** The proleptic Gregorian calendar in 400-year cycles of 146,097 days, years beginning in March. */
function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  return cycle * 146_097 + yearOfCycle * 365 + leapDays + dayOfYear - 719_468;
}

function civilOf(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const sinceMarch0 = day + 719_468;
  const cycle = Math.floor(sinceMarch0 / 146_097);
  const dayOfCycle = sinceMarch0 - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

import type { Limit } from '../procedures/procedure.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Calendar, type CalendarGap, calendarGap, closesOn, whyShut } from './calendar.ts';
import { formatDate, yearOf } from './civil-date.ts';
import { formatInstant, instantOf, localDay, msPerMinute, parseInstant } from './instant.ts';
import { type Pause, type PausedSpan, pauseAt, pausedSpans } from './pauses.ts';
import type { ClockOwner } from './rules.ts';

export interface Timing {
  /** ISO instant of the event. */
  readonly startedAt: string;
  /** A positive amount. */
  readonly limit: Limit;
  /** IANA zone of whoever has to keep the limit, as `Asia/Makassar`. */
  readonly zone: string;
  readonly calendar: Calendar;
  readonly pauses: readonly Pause[];
  readonly owner: ClockOwner;
}

/** Why a day did not count. */
export type SkipReason = 'weekend' | 'holiday' | 'paused';

export interface SkippedDay {
  readonly date: string;
  readonly why: SkipReason;
}

export interface DueDate {
  /** ISO instant, UTC; null while a pause that has not ended keeps the clock from counting. */
  readonly due: string | null;
  /** Local date from which days are counted; day 1 is the next day that counts. */
  readonly day0: string;
  /** Local dates that counted, in order; empty for hours and minutes. */
  readonly counted: readonly string[];
  /** Local dates that did not, in order, those before day 0 included. */
  readonly skipped: readonly SkippedDay[];
  /** A year on the way is not settled or not covered: the date may still move. */
  readonly provisional: boolean;
  /** What was not yet counted when the open pause began (hours are given in minutes); else null. */
  readonly left: Limit | null;
}

/**
 * When a limit runs out, with every day of the count.
 *
 * Working days: day 0 is the local date of the event, or the next working day where offices were shut on
 * it; day n is the n-th working day after. Calendar days: day 0 is always the date of the event. Both fall
 * due when the office closes, for a reporter at the end of the day (23:59:59), local time of `zone`. A day
 * on which the clock was paused at that hour does not count. Hours and minutes run day and night; the time
 * paused is added. A pause that begins after the limit ran out changes nothing.
 *
 * Refused with `calendar-gap` where working days would have to be counted through a year without a decree.
 */
export function dueDate(timing: Timing): Result<DueDate, CalendarGap> {
  const start = parseInstant(timing.startedAt);
  const spans = pausedSpans(timing.pauses, start);
  switch (timing.limit.unit) {
    case 'minute':
      return ok(elapsed(timing, start, spans, timing.limit.amount));
    case 'hour':
      return ok(elapsed(timing, start, spans, timing.limit.amount * 60));
    case 'calendarDay':
    case 'workingDay':
      return days(timing, start, spans);
  }
}

function elapsed(timing: Timing, start: number, spans: readonly PausedSpan[], minutes: number): DueDate {
  const day0 = formatDate(localDay(start, timing.zone));
  // No decree can move it, so it is never provisional.
  const result = { day0, counted: [], skipped: [], provisional: false };
  let due = start + minutes * msPerMinute;
  for (const span of spans) {
    if (span.from > due) break;
    if (span.to === Number.POSITIVE_INFINITY) {
      const left = { amount: Math.ceil((due - span.from) / msPerMinute), unit: 'minute' as const };
      return { ...result, due: null, left };
    }
    due += span.to - span.from;
  }
  return { ...result, due: formatInstant(due), left: null };
}

function days(timing: Timing, start: number, spans: readonly PausedSpan[]): Result<DueDate, CalendarGap> {
  const { limit, zone, calendar } = timing;
  const shutOn = limit.unit === 'workingDay' ? shutDays(calendar) : neverShut;
  const firstDay = localDay(start, zone);
  const opening = findDay0(firstDay, shutOn);
  if (!opening.ok) return opening;
  const { day0, skipped } = opening.value;
  const count = countDays(timing, day0, shutOn, spans);
  if (!count.ok) return count;
  const { counted, lastDay, closing } = count.value;
  const left = limit.amount - counted.length;
  return ok({
    due: left > 0 ? null : formatInstant(closing),
    day0: formatDate(day0),
    counted,
    skipped: [...skipped, ...count.value.skipped],
    provisional: isProvisional(calendar, yearOf(firstDay), yearOf(lastDay)),
    left: left > 0 ? { amount: left, unit: limit.unit } : null,
  });
}

interface Opening {
  readonly day0: number;
  readonly skipped: readonly SkippedDay[];
}

function findDay0(firstDay: number, shutOn: ShutOn): Result<Opening, CalendarGap> {
  const skipped: SkippedDay[] = [];
  for (let day = firstDay; ; day += 1) {
    const date = formatDate(day);
    const shut = shutOn(day, date);
    if (shut === null) return ok({ day0: day, skipped });
    if (typeof shut !== 'string') return err(shut);
    skipped.push({ date, why: shut });
  }
}

interface DayCount {
  readonly counted: readonly string[];
  readonly skipped: readonly SkippedDay[];
  readonly lastDay: number;
  readonly closing: number;
}

/** Counts until the limit is used up, or as far as the day on which a pause began that has not ended. */
function countDays(
  timing: Timing,
  day0: number,
  shutOn: ShutOn,
  spans: readonly PausedSpan[],
): Result<DayCount, CalendarGap> {
  const closing = (date: string): number => {
    return instantOf(day, closingTime(timing.calendar, timing.owner, date), timing.zone);
  };
  const counted: string[] = [];
  const skipped: SkippedDay[] = [];
  let day = day0;
  while (counted.length < timing.limit.amount) {
    day += 1;
    const date = formatDate(day);
    const pause = spans.length === 0 ? undefined : pauseAt(spans, closing(date));
    if (pause?.to === Number.POSITIVE_INFINITY) break;
    const shut = shutOn(day, date);
    if (typeof shut === 'object' && shut !== null) return err(shut);
    const why = shut ?? (pause === undefined ? null : 'paused');
    if (why === null) counted.push(date);
    else skipped.push({ date, why });
  }
  return ok({ counted, skipped, lastDay: day, closing: closing(formatDate(day)) });
}

/** `HH:MM` or `HH:MM:SS` local at which that owner's day is over. */
export function closingTime(calendar: Calendar, owner: ClockOwner, date: string): string {
  return owner === 'reporter' ? '23:59:59' : closesOn(calendar, date);
}

type ShutOn = (day: number, date: string) => Exclude<SkipReason, 'paused'> | CalendarGap | null;

function neverShut(): null {
  return null;
}

/** A holiday on a weekend is named as the holiday. The covered years are looked up once per year passed. */
function shutDays(calendar: Calendar): ShutOn {
  let coveredYear: number | null = null;
  return (day, date) => {
    const year = Number(date.slice(0, 4));
    if (year !== coveredYear) {
      if (!calendar.years.has(year)) return calendarGap(year);
      coveredYear = year;
    }
    return whyShut(calendar, day, date);
  };
}

/** No date in a year that is not settled, or not covered, is promised as final. */
function isProvisional(calendar: Calendar, from: number, to: number): boolean {
  for (let year = from; year <= to; year += 1) {
    if (calendar.years.get(year)?.provisional !== false) return true;
  }
  return false;
}

import { type Calendar, isWorkingDay } from '../../src/domain/clocks/calendar.ts';
import { formatDate, isWeekend, weekdayOf } from '../../src/domain/clocks/civil-date.ts';
import {
  formatInstant,
  instantOf,
  localDay,
  msPerMinute,
  parseInstant,
} from '../../src/domain/clocks/instant.ts';

/** When things happened, counted back from now as an office counts: in its working days. */
export interface Moments {
  /** ISO 8601 UTC; nothing that is told happened later. */
  readonly now: string;
  /**
   * The instant of a local time (`HH:MM` or `HH:MM:SS`) on a working day: -1 is the last one at whose end the
   * offices have closed, -2 the one before. Its evening may still be to come; whoever tells of it says `now`.
   */
  on(day: number, time: string, zone?: string): string;
  /** The same on the last Sunday before that working day: citizens keep no office hours. */
  onSundayBefore(day: number, time: string, zone?: string): string;
  /** So many minutes before now, day or night. */
  ago(minutes: number): string;
}

const westernTime = 'Asia/Jakarta';

/** Reckons from `now` (ISO 8601 UTC); a year without a decree counts weekends only. */
export function momentsBefore(now: string, calendar: Calendar): Moments {
  const end = parseInstant(now);
  const today = localDay(end, westernTime);
  // What falls due today is late as soon as the offices close: from then on today is the last day told.
  const isOver = end > instantOf(today, calendar.officeCloses, westernTime);
  const days: number[] = [];

  function workingDay(day: number): number {
    if (day >= 0 || !Number.isInteger(day)) throw new RangeError(`day ${day} is not over yet`);
    for (let cursor = days.at(-1) ?? (isOver ? today + 1 : today); days.length < -day; ) {
      cursor -= 1;
      if (isWorked(calendar, cursor)) days.push(cursor);
    }
    return days[-day - 1] ?? today;
  }

  return {
    now: formatInstant(end),
    on: (day, time, zone = westernTime) => formatInstant(instantOf(workingDay(day), time, zone)),
    onSundayBefore(day, time, zone = westernTime) {
      const worked = workingDay(day);
      return formatInstant(instantOf(worked - weekdayOf(worked), time, zone));
    },
    ago: (minutes) => formatInstant(end - minutes * msPerMinute),
  };
}

function isWorked(calendar: Calendar, day: number): boolean {
  const worked = isWorkingDay(calendar, formatDate(day));
  return worked.ok ? worked.value : !isWeekend(day);
}

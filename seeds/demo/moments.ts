import { type Calendar, isWorkingDay } from '../../src/domain/clocks/calendar.ts';
import { dayOf, formatDate, isWeekend } from '../../src/domain/clocks/civil-date.ts';
import {
  formatInstant,
  instantOf,
  localDay,
  msPerMinute,
  parseInstant,
} from '../../src/domain/clocks/instant.ts';

/** When things happened, counted back from now as an office counts: in its working days. */
export interface Moments {
  /**
   * The instant of a local time (`HH:MM` or `HH:MM:SS`) on a working day: -1 is the last one that is over,
   * -2 the one before. Day 0 and later would be the future.
   */
  on(day: number, time: string, zone?: string): string;
  /** So many minutes before now, day or night: citizens keep no office hours. */
  ago(minutes: number): string;
}

const westernTime = 'Asia/Jakarta';
/** In WIB; by then every office from Sabang to Merauke has gone home. */
const dayIsOver = '17:00';

/** Reckons from `now` (ISO 8601 UTC); a year without a decree counts weekends only. */
export function momentsBefore(now: string, calendar: Calendar): Moments {
  const end = parseInstant(now);
  const days: number[] = [];
  let cursor = localDay(end, westernTime);
  if (instantOf(cursor, dayIsOver, westernTime) > end) cursor -= 1;

  function workingDay(back: number): number {
    while (days.length < back) {
      if (isWorked(calendar, cursor)) days.push(cursor);
      cursor -= 1;
    }
    return days[back - 1] ?? cursor;
  }

  return {
    on(day, time, zone = westernTime) {
      if (day >= 0 || !Number.isInteger(day)) throw new RangeError(`day ${day} is not over yet`);
      return formatInstant(instantOf(workingDay(-day), time, zone));
    },
    ago: (minutes) => formatInstant(end - minutes * msPerMinute),
  };
}

function isWorked(calendar: Calendar, day: number): boolean {
  const worked = isWorkingDay(calendar, formatDate(day));
  return worked.ok ? worked.value : !isWeekend(dayOf(formatDate(day)));
}

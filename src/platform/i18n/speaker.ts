import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDay,
  formatNumber,
  formatPlainDate,
  formatTime,
  formatTimeElsewhere,
} from './format.ts';
import { type Locale, type Translate, translator } from './translate.ts';

/** Everything that is needed to speak to one reader in his language; passed to every part, never ambient. */
export interface Speaker {
  readonly locale: Locale;
  readonly t: Translate;
  date(instant: string, zone: string): string;
  /** Without the year. */
  day(instant: string, zone: string): string;
  dateTime(instant: string, zone: string): string;
  time(instant: string, zone: string): string;
  timeElsewhere(instant: string, zone: string, other: string): string | null;
  plainDate(date: string): string;
  number(value: number, digits?: number): string;
  bytes(bytes: number): string;
}

export function speakerOf(locale: Locale): Speaker {
  return {
    locale,
    t: translator(locale),
    date: (instant, zone) => formatDate(instant, zone, locale),
    day: (instant, zone) => formatDay(instant, zone, locale),
    dateTime: (instant, zone) => formatDateTime(instant, zone, locale),
    time: (instant, zone) => formatTime(instant, zone, locale),
    timeElsewhere: (instant, zone, other) => formatTimeElsewhere(instant, zone, other, locale),
    plainDate: (date) => formatPlainDate(date, locale),
    number: (value, digits) => formatNumber(value, locale, digits),
    bytes: (bytes) => formatBytes(bytes, locale),
  };
}

/** "3 hari kerja": a limit in the reader's language. */
export function limitWords(
  { t }: Pick<Speaker, 't'>,
  { amount, unit }: { readonly amount: number; readonly unit: string },
): string {
  return t(`limit.${unit}`, { amount });
}

/** Weekday, day and month; with the year where it is another than that of `now` (ISO 8601 UTC). */
export function shortDate(speaker: Speaker, at: string, zone: string, now: string): string {
  const yearOf = (instant: string): string => speaker.date(instant, zone).slice(-4);
  return yearOf(at) === yearOf(now) ? speaker.day(at, zone) : speaker.date(at, zone);
}

import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDay,
  formatNumber,
  formatPlainDate,
  formatTime,
  formatTimeElsewhere,
  type Locale,
  type Translate,
  translator,
} from '../../platform/i18n/index.ts';

/** Everything a page needs to speak to one reader; passed to every part, never ambient. */
export interface Reader {
  readonly locale: Locale;
  readonly t: Translate;
  /** The page's own path, for the language switch. */
  readonly path: string;
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

export function readerOf(locale: Locale, path: string): Reader {
  return {
    locale,
    t: translator(locale),
    path,
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

/** "3 hari kerja"; a limit of a procedure in the reader's language. */
export function limitWords({ t }: Reader, { amount, unit }: { amount: number; unit: string }): string {
  return t(`limit.${unit}`, { amount });
}

import { dayOf, formatDate, weekdayOf } from './civil-date.ts';
import type { DateRange } from './explanation.ts';
import { localDay, localMinutes, parseInstant } from './instant.ts';

export type ClockLocale = 'id' | 'en';

interface DateNames {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly timeSeparator: string;
}

const names: Readonly<Record<ClockLocale, DateNames>> = {
  id: {
    weekdays: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
    timeSeparator: '.',
  },
  en: {
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    timeSeparator: ':',
  },
};

const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** "Jum 6 Nov", with the year where `withYear`. */
export function dateWords(date: string, locale: ClockLocale, withYear = false): string {
  const weekday = names[locale].weekdays[weekdayOf(dayOf(date))];
  return `${weekday} ${dayAndMonth(date, locale)}${withYear ? ` ${date.slice(0, 4)}` : ''}`;
}

/** "Kam 26 Nov 2026, 16.00 WIB", in the zone of the clock. */
export function instantWords(instant: string, zone: string, locale: ClockLocale): string {
  const ms = parseInstant(instant);
  const minutes = localMinutes(ms, zone);
  const time = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(names[locale].timeSeparator);
  return `${dateWords(formatDate(localDay(ms, zone)), locale, true)}, ${time} ${zoneNames[zone] ?? zone}`;
}

/** "7–8, 14–15 Nov, 28 Nov–1 Des": the month is said once for stretches that share it. */
export function rangesWords(ranges: readonly DateRange[], locale: ClockLocale): string {
  return ranges
    .map((range, index) => {
      const next = ranges[index + 1];
      const monthFollows =
        next !== undefined && month(next.from) === month(range.to) && month(next.to) === month(range.to);
      return rangeWords(range, locale, !monthFollows);
    })
    .join(', ');
}

/** "Sab–Min 21–22 Mar", or "Kam 19 Mar" for a single day. */
export function rangeWithWeekdays(range: DateRange, locale: ClockLocale): string {
  if (range.from === range.to) return dateWords(range.from, locale);
  const [first, last] = [range.from, range.to].map((date) => names[locale].weekdays[weekdayOf(dayOf(date))]);
  return `${first}–${last} ${rangeWords(range, locale, true)}`;
}

function rangeWords(range: DateRange, locale: ClockLocale, withMonth: boolean): string {
  const end = withMonth ? dayAndMonth(range.to, locale) : dayOfMonth(range.to);
  if (range.from === range.to) return end;
  const sameMonth = month(range.from) === month(range.to);
  return `${sameMonth ? dayOfMonth(range.from) : dayAndMonth(range.from, locale)}–${end}`;
}

function dayAndMonth(date: string, locale: ClockLocale): string {
  return `${dayOfMonth(date)} ${names[locale].months[Number(date.slice(5, 7)) - 1]}`;
}

function dayOfMonth(date: string): string {
  return String(Number(date.slice(8, 10)));
}

/** Year and month, `YYYY-MM`. */
function month(date: string): string {
  return date.slice(0, 7);
}

import type { Locale } from './translate.ts';

/** No-break space: a date or an amount is never torn apart at the end of a line. */
const nbsp = '\u00a0';

const tags: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };
const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Kamis, 26 November 2026` / `Thursday, 26 November 2026`, in the given IANA zone. */
export function formatDate(instant: string, zone: string, locale: Locale): string {
  const { weekday, day, month, year } = partsOf(instant, zone, locale, 'long');
  return `${weekday}, ${day}${nbsp}${month}${nbsp}${year}`;
}

/** Without the year, where the year is clear: `Kamis, 26 November`. */
export function formatDay(instant: string, zone: string, locale: Locale): string {
  const { weekday, day, month } = partsOf(instant, zone, locale, 'long');
  return `${weekday}, ${day}${nbsp}${month}`;
}

/** `Kamis, 26 November 2026, pukul 16.00 WIB` / `Thursday, 26 November 2026, 16:00 WIB`. */
export function formatDateTime(instant: string, zone: string, locale: Locale): string {
  return `${formatDate(instant, zone, locale)}, ${formatTime(instant, zone, locale)}`;
}

/** `pukul 16.00 WIB` / `16:00 WIB`. */
export function formatTime(instant: string, zone: string, locale: Locale): string {
  const { hour, minute } = partsOf(instant, zone, locale, 'long');
  const name = zoneNames[zone] ?? zone;
  return locale === 'id' ? `pukul${nbsp}${hour}.${minute}${nbsp}${name}` : `${hour}:${minute}${nbsp}${name}`;
}

/** A calendar date that belongs to no zone (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) in words. */
export function formatPlainDate(date: string, locale: Locale): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const { month: name } = partsOf(`${year}-${month}-15T12:00:00Z`, 'UTC', locale, 'long');
  return [...(day === undefined ? [] : [String(Number(day))]), name, year].join(nbsp);
}

/** Numbers the reader's way: `1.234,5` / `1,234.5`. */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: digits }).format(value);
}

/** `1,2 MB`, `288 kB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  return bytes >= 1_000_000
    ? `${formatNumber(bytes / 1_000_000, locale, 1)}${nbsp}MB`
    : `${formatNumber(Math.max(1, Math.round(bytes / 1000)), locale)}${nbsp}kB`;
}

/** What the other zone's clock shows at that moment, where it differs: `17.00 WITA`. Null where it is the same. */
export function formatTimeElsewhere(
  instant: string,
  zone: string,
  other: string,
  locale: Locale,
): string | null {
  if (zone === other) return null;
  return formatTime(instant, other, locale).replace(`pukul${nbsp}`, '');
}

function partsOf(
  instant: string,
  zone: string,
  locale: Locale,
  width: 'long' | 'short',
): Record<string, string> {
  const key = `${zone}|${locale}|${width}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tags[locale], {
      timeZone: zone,
      weekday: width,
      day: 'numeric',
      month: width,
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(key, format);
  }
  return Object.fromEntries(format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

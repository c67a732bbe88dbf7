/**
 * Dates as people read them: in words, with weekday and zone. Every function takes an ISO 8601
 * instant and the zone whose wall clock is meant; no-break spaces keep a date on one line.
 */

export type Language = 'id' | 'en';

const tags: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };
const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The zone of the reader's machine if it is an Indonesian one, else WIB. */
export function readerZone(): string {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return own in zoneNames ? own : 'Asia/Jakarta';
}

/** "WIB", "WITA", "WIT"; the zone's own id for any other. */
export function zoneName(zone: string): string {
  return zoneNames[zone] ?? zone;
}

/** "Rab 18 Nov"; with the year where it is not the year of `now`. */
export function shortDay(instant: string, zone: string, language: Language, now: number): string {
  const year = part(instant, zone, language, { year: 'numeric' });
  const sameYear = year === part(new Date(now).toISOString(), zone, language, { year: 'numeric' });
  const weekday = part(instant, zone, language, { weekday: 'short' });
  const day = part(instant, zone, language, { day: 'numeric' });
  const month = part(instant, zone, language, { month: 'short' });
  return bind(sameYear ? `${weekday} ${day} ${month}` : `${day} ${month} ${year}`);
}

/** "Kamis, 26 November 2026". */
export function longDay(instant: string, zone: string, language: Language): string {
  const weekday = part(instant, zone, language, { weekday: 'long' });
  const date = part(instant, zone, language, { day: 'numeric', month: 'long', year: 'numeric' });
  return `${weekday}, ${bind(date)}`;
}

/** "Senin, 17 Agustus 2026" of a civil date, `2026-08-17`: the same day wherever it is read. */
export function civilDay(date: string, language: Language): string {
  return longDay(`${date}T12:00:00Z`, 'UTC', language);
}

/** "16.00" of a local time as data have it, `16:00`; in English "16:00". */
export function civilTime(time: string, language: Language): string {
  return language === 'id' ? time.replace(':', '.') : time;
}

/** "16.00"; in English "16:00". */
export function clockTime(instant: string, zone: string, language: Language): string {
  return part(instant, zone, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "Kamis, 26 November 2026, 16.00 WIB". */
export function longMoment(instant: string, zone: string, language: Language): string {
  return `${longDay(instant, zone, language)}, ${bind(`${clockTime(instant, zone, language)} ${zoneName(zone)}`)}`;
}

/** "Kam 26 Nov, 16.00 WIB"; the zone's name only where asked for. */
export function shortMoment(
  instant: string,
  zone: string,
  language: Language,
  now: number,
  withZone = false,
): string {
  const time = clockTime(instant, zone, language);
  return `${shortDay(instant, zone, language, now)}, ${bind(withZone ? `${time} ${zoneName(zone)}` : time)}`;
}

/** " (17.00 WITA)": what the reader's own clock shows at that moment, where the reader is in another zone. */
export function elsewhere(instant: string, zone: string, language: Language, own = readerZone()): string {
  const here = clockTime(instant, own, language);
  return clockTime(instant, zone, language) === here ? '' : ` (${bind(`${here} ${zoneName(own)}`)})`;
}

/** The calendar day in the zone, `2026-11-24`; for comparing days, not for reading. */
export function dayKey(instant: string | number, zone: string): string {
  return format('sv', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}

/** `dayKey` of the following day. */
export function nextDayKey(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function part(
  instant: string,
  zone: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  return format(tags[language], { timeZone: zone, ...options }).format(new Date(instant));
}

function format(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag}${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tag, options);
  formatters.set(key, made);
  return made;
}

function bind(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

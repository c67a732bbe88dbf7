import { Temporal } from 'temporal-polyfill';
import { formatDate } from './civil-date.ts';

/** Instants are milliseconds since 1970 here and ISO 8601 UTC (`2026-11-24T09:00:00.000Z`) outside. */

export const msPerMinute = 60_000;
export const msPerDay = 86_400_000;

/**
 * Indonesia's three zones have had no summer time and no change since 1988, so the offset is a constant.
 * Any other zone (a mission abroad) is asked of Temporal, which knows its history.
 */
const offsetHours: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Pontianak': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds of an ISO instant with its offset stated; a local time without one is a bug. */
export function parseInstant(iso: string): number {
  const ms = instantPattern.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${iso}`);
  return ms;
}

/** Always with three decimals and `Z`, so that instants compare as strings. */
export function formatInstant(ms: number): string {
  const day = Math.floor(ms / msPerDay);
  const time = ms - day * msPerDay;
  const seconds = Math.floor(time / 1000);
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const part = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${formatDate(day)}T${part(hour, 2)}:${part(minute, 2)}:${part(second, 2)}.${part(time % 1000, 3)}Z`;
}

/** The day on the wall calendar of `zone`. */
export function localDay(ms: number, zone: string): number {
  return Math.floor((ms + offsetAt(ms, zone)) / msPerDay);
}

/** Minutes since local midnight. */
export function localMinutes(ms: number, zone: string): number {
  const local = ms + offsetAt(ms, zone);
  return Math.floor((local - Math.floor(local / msPerDay) * msPerDay) / msPerMinute);
}

/** The instant of a local day and time (`HH:MM` or `HH:MM:SS`) in `zone`. */
export function instantOf(day: number, time: string, zone: string): number {
  const hours = offsetHours[zone];
  if (hours !== undefined) return day * msPerDay + secondsOf(time) * 1000 - hours * 3_600_000;
  return Temporal.PlainDateTime.from(`${formatDate(day)}T${time}`).toZonedDateTime(zone).epochMilliseconds;
}

function secondsOf(time: string): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
}

function offsetAt(ms: number, zone: string): number {
  const hours = offsetHours[zone];
  if (hours !== undefined) return hours * 3_600_000;
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1_000_000;
}

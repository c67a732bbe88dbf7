import { Temporal } from 'temporal-polyfill';

/** A moment (ISO 8601 UTC) as the standard writes it: to the second, with the offset of the zone. */
export function zonedTime(at: string, zone: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The beginning of a day (`YYYY-MM-DD`) there. */
export function startOfDay(date: string, zone: string): string {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** What a client sent as a moment, ISO 8601 UTC; null where no zone is told or it is none. */
export function momentOf(typed: string): string | null {
  // A plus sign that was not encoded comes as a blank.
  const text = typed.trim().replace(/ (\d\d:?\d\d)$/, '+$1');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

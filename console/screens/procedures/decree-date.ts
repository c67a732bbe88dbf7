import { type Language, longDay } from '../../text/dates.ts';

/** The date of a decree in words; as it was written where it is no date of the calendar, empty where there is none. */
export function decreeDate(date: string | null, language: Language): string {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return date ?? '';
  return longDay(`${date}T05:00:00.000Z`, 'Asia/Jakarta', language);
}

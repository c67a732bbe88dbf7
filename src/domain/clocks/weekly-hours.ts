import type { OfficeHours } from './calendar.ts';

/** Breaks in minutes, Monday to Thursday and Friday: of the ordinary week, and of Ramadan (Perpres 21/2023). */
export const ordinaryBreaks = { mondayToThursday: 60, friday: 90 } as const;
export const ramadanBreaks = { mondayToThursday: 30, friday: 60 } as const;

/** Hours of work in a week of five days, breaks left out: 37.5 as a rule, 32.5 in Ramadan. */
export function weeklyHours(
  hours: { readonly mondayToThursday: OfficeHours; readonly friday: OfficeHours },
  breaks: { readonly mondayToThursday: number; readonly friday: number },
): number {
  const { mondayToThursday, friday } = hours;
  const minutes = 4 * (minutesOpen(mondayToThursday) - breaks.mondayToThursday);
  return (minutes + minutesOpen(friday) - breaks.friday) / 60;
}

function minutesOpen({ opens, closes }: OfficeHours): number {
  return minutesOf(closes) - minutesOf(opens);
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

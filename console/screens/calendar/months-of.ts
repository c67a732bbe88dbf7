import type { YearView } from '../../../src/features/calendars/contract.ts';

/** A day of the year's picture; `null` fills the first week up to the first day. */
export interface DayOfMonth {
  readonly day: number;
  readonly isWeekend: boolean;
  readonly kind: YearView['holidays'][number]['kind'] | null;
  /** Only somewhere. */
  readonly isLocal: boolean;
  readonly isSeason: boolean;
}

/** Twelve months, each from the Monday of its first week on. */
export function monthsOf(view: YearView): readonly (readonly (DayOfMonth | null)[])[] {
  const national = new Map(view.holidays.map((one) => [one.date, one.kind]));
  const local = new Set(view.localHolidays.map((one) => one.date));
  return Array.from({ length: 12 }, (_, month) => {
    const first = new Date(Date.UTC(view.year, month, 1));
    const length = new Date(Date.UTC(view.year, month + 1, 0)).getUTCDate();
    const days = Array.from({ length }, (_day, index): DayOfMonth => {
      const at = new Date(Date.UTC(view.year, month, index + 1));
      const date = at.toISOString().slice(0, 10);
      return {
        day: index + 1,
        isWeekend: at.getUTCDay() % 6 === 0,
        kind: national.get(date) ?? null,
        isLocal: local.has(date),
        isSeason: view.seasons.some(({ from, to }) => from <= date && date <= to),
      };
    });
    return [...Array.from({ length: (first.getUTCDay() + 6) % 7 }, () => null), ...days];
  });
}

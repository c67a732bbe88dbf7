import { type Calendar, type Holiday, workingDaysBetween } from '../../domain/clocks/calendar.ts';
import type { Reading } from '../context/index.ts';
import type { YearView } from './contract.ts';

/** A year as the calendar in force has it; public, since every deadline is counted by it. One statement. */
export async function viewYear(ctx: Reading, year: number): Promise<YearView> {
  const { calendar } = ctx.office;
  const local = (calendar.localHolidays ?? []).filter((day) => isOf(year, day.date)).toSorted(byDate);
  const codes = [...new Set(local.flatMap((day) => day.area ?? []))];
  const areas =
    codes.length === 0
      ? []
      : await ctx.tx
          .selectFrom('areas')
          .select(['code', 'full_name as name'])
          .where('code', 'in', codes)
          .execute();
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const covered = calendar.years.get(year);
  return {
    year,
    years: [...calendar.years.keys()].toSorted((a, b) => a - b),
    state: covered === undefined ? 'undecreed' : covered.provisional ? 'provisional' : 'decreed',
    decree: covered?.decree ?? null,
    verified: covered?.verified ?? false,
    workingDays: workingDaysOf(calendar, year),
    holidays: [...calendar.holidays.values()]
      .filter((day) => isOf(year, day.date))
      .toSorted(byDate)
      .map((day) => presentDay(day, names)),
    localHolidays: local.map((day) => presentDay(day, names)),
    officeHours:
      calendar.officeHours === undefined
        ? null
        : { ...calendar.officeHours, deadlinesFallAt: calendar.officeCloses },
    seasons: (calendar.seasons ?? []).filter(({ from, to }) => isOf(year, from) || isOf(year, to)),
    unitWeeks: (calendar.unitWeeks ?? [])
      .filter(({ from, to }) => from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`))
      .map(({ weekdays, ...week }) => ({ ...week, weekdays: [...weekdays] })),
  };
}

function isOf(year: number, date: string): boolean {
  return date.startsWith(`${year}-`);
}

function byDate(a: Holiday, b: Holiday): number {
  return a.date.localeCompare(b.date);
}

/** From 1 January to 31 December; the day before the year need not be decreed. */
function workingDaysOf(calendar: Calendar, year: number): number | null {
  const counted = workingDaysBetween(calendar, `${year}-01-01`, `${year}-12-31`);
  if (!counted.ok) return null;
  // New Year is a holiday in every decree; were it not, it would count as the first day.
  return counted.value + (calendar.holidays.has(`${year}-01-01`) ? 0 : 1);
}

function presentDay(day: Holiday, names: ReadonlyMap<string, string>): YearView['holidays'][number] {
  const { date, name, kind, decree, validFrom = null, area, revision = null } = day;
  return {
    date,
    name,
    kind,
    decree,
    validFrom,
    area: area === undefined ? null : { code: area, name: names.get(area) ?? area },
    revision,
  };
}

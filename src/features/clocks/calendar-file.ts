import {
  type Calendar,
  type CalendarYear,
  type Holiday,
  holidayKinds,
} from '../../domain/clocks/calendar.ts';
import { parseDate, yearOf } from '../../domain/clocks/civil-date.ts';
import type { CalendarFile, HolidayEntry } from './file-shape.ts';
import type { LoadProblem } from './load-problem.ts';
import type { SourcePath, YamlSource } from './yaml-source.ts';

/** One year as its file says it, revisions applied. */
export interface YearOfFile {
  readonly year: CalendarYear;
  readonly holidays: ReadonlyMap<string, Holiday>;
  readonly officeCloses: string;
  readonly officeHours: NonNullable<Calendar['officeHours']>;
}

export interface YearCheck extends YearOfFile {
  readonly problems: readonly LoadProblem[];
}

/** Checks one calendar file whose shape is right and lays its revisions over the year's list, in order. */
export function checkYear(source: YamlSource<CalendarFile>, yearOfName: number): YearCheck {
  const { year, decree, provisional, holidays, revisions, officeHours } = source.value;
  const list: YearList = { source, year, holidays: new Map(), problems: [] };
  if (year !== yearOfName) {
    list.problems.push(source.problem('year-not-of-file', ['year'], { year: String(year) }));
  }
  checkHours(list);
  for (const [index, entry] of holidays.entries()) add(list, entry, decree.number, ['holidays', index]);
  for (const [number, revision] of revisions.entries()) {
    const path = ['revisions', number] as const;
    for (const [index, date] of revision.removes.entries()) remove(list, date, [...path, 'removes', index]);
    for (const [index, entry] of revision.adds.entries()) {
      add(list, entry, revision.decree.number, [...path, 'adds', index]);
    }
  }
  const verified = decree.verified && revisions.every((revision) => revision.decree.verified);
  return {
    year: { year, decree: decree.number, verified, provisional },
    holidays: list.holidays,
    officeCloses: officeHours.deadlinesFallAt,
    officeHours: { mondayToThursday: officeHours.mondayToThursday, friday: officeHours.friday },
    problems: list.problems,
  };
}

/** A year in the making; local to `checkYear`. */
interface YearList {
  readonly source: YamlSource<CalendarFile>;
  readonly year: number;
  readonly holidays: Map<string, Holiday>;
  readonly problems: LoadProblem[];
}

function checkHours(list: YearList): void {
  const { officeHours } = list.source.value;
  for (const key of ['mondayToThursday', 'friday'] as const) {
    const { opens, closes } = officeHours[key];
    if (opens < closes) continue;
    list.problems.push(list.source.problem('hours-backwards', ['officeHours', key], { opens, closes }));
  }
}

function add(list: YearList, entry: HolidayEntry, decree: string, path: SourcePath): void {
  const { date, name } = entry;
  // The holiday of an area is decreed there and applied as a revision, with its area.
  const kind = holidayKinds.find((known) => known === entry.kind && known !== 'libur-daerah');
  const day = parseDate(date);
  const refuse = (code: LoadProblem['code'], key: string, params: LoadProblem['params']) =>
    list.problems.push(list.source.problem(code, [...path, key], params));

  if (kind === undefined) refuse('unknown-kind', 'kind', { kind: entry.kind });
  if (day === undefined) refuse('bad-date', 'date', { date });
  else if (yearOf(day) !== list.year) {
    refuse('date-of-other-year', 'date', { date, year: String(list.year), other: String(yearOf(day)) });
  } else if (list.holidays.has(date)) refuse('duplicate-date', 'date', { date });
  else if (kind !== undefined) list.holidays.set(date, { date, name, kind, decree });
}

function remove(list: YearList, date: string, path: SourcePath): void {
  if (list.holidays.delete(date)) return;
  list.problems.push(list.source.problem('nothing-to-remove', path, { date }));
}

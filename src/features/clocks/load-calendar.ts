import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Calendar } from '../../domain/clocks/calendar.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { checkYear, type YearOfFile } from './calendar-file.ts';
import { CalendarFileShape } from './file-shape.ts';
import { type LoadProblem, loadProblem } from './load-problem.ts';
import { readYaml } from './yaml-source.ts';

const fileName = /^id-(\d{4})\.yaml$/;

/**
 * The working-day calendar of a folder with one `id-<year>.yaml` per decree. Either the whole calendar or
 * every problem found, by file and line: a half-read calendar would count wrongly and say nothing.
 */
export function loadCalendar(dir: string): Result<Calendar, readonly LoadProblem[]> {
  if (!existsSync(dir)) return err([loadProblem('folder-missing', { file: dir }, { name: dir })]);
  const names = readdirSync(dir)
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted();
  if (names.length === 0) return err([loadProblem('no-calendar', { file: dir })]);
  const read = names.map((name) => readYear(dir, name));
  const years = read.flatMap(({ year }) => (year === null ? [] : [year]));
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...gapProblems(dir, names),
    ...closingProblems(dir, years),
  ];
  if (problems.length > 0) return err(problems);
  const newest = years.at(-1);
  return ok({
    years: new Map(years.map(({ year }) => [year.year, year])),
    holidays: new Map(years.flatMap(({ holidays }) => [...holidays])),
    officeCloses: years[0]?.officeCloses ?? '',
    ...(newest === undefined ? {} : { officeHours: newest.officeHours }),
  });
}

function readYear(
  dir: string,
  name: string,
): { readonly year: YearOfFile | null; readonly problems: readonly LoadProblem[] } {
  const file = join(dir, name);
  const year = fileName.exec(name)?.[1];
  if (year === undefined) return { year: null, problems: [loadProblem('bad-file-name', { file }, { name })] };
  const { source, problems } = readYaml(file, CalendarFileShape);
  if (source === null) return { year: null, problems };
  const checked = checkYear(source, Number(year));
  return { year: checked, problems: checked.problems };
}

/** By file names, so that a year whose file cannot be read is not also called missing. */
function gapProblems(dir: string, names: readonly string[]): readonly LoadProblem[] {
  const years = names.flatMap((name) => Number(fileName.exec(name)?.[1] ?? []) || []);
  const problems: LoadProblem[] = [];
  for (let year = Math.min(...years); year < Math.max(...years); year += 1) {
    if (!years.includes(year)) problems.push(loadProblem('year-gap', { file: dir }, { year: String(year) }));
  }
  return problems;
}

function closingProblems(dir: string, years: readonly YearOfFile[]): readonly LoadProblem[] {
  const [first, ...rest] = years;
  return rest.flatMap(({ year, officeCloses: closes }) => {
    if (first === undefined || closes === first.officeCloses) return [];
    const file = join(dir, `id-${year.year}.yaml`);
    return [loadProblem('closing-differs', { file }, { closes, other: first.officeCloses })];
  });
}

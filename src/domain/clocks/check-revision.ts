import { type Calendar, type Holiday, liesIn, type OfficeHours } from './calendar.ts';
import { parseDate, yearOf } from './civil-date.ts';
import { keyOf, type Revision, type RevisionEntry } from './revision.ts';

export const revisionFaultCodes = [
  'bad-date',
  'date-of-other-year',
  'duplicate-date',
  'overlapping-period',
  'already-holiday',
  'nothing-to-withdraw',
  'kind-unchanged',
  'area-required',
  'year-not-decreed',
  'year-lists-days-only',
  'period-backwards',
  'hours-backwards',
  'no-weekdays',
  'nothing-changes',
] as const;
export type RevisionFaultCode = (typeof revisionFaultCodes)[number];

/** Why a revision cannot stand. `entry` counts from 0; null: the revision as a whole. */
export interface RevisionFault {
  readonly entry: number | null;
  readonly code: RevisionFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Every fault of a revision, laid over this calendar: days of another year, days twice, periods that overlap, what is
 * a holiday already or is none to withdraw. Empty where it may be applied.
 */
export function checkRevision(calendar: Calendar, revision: Revision): readonly RevisionFault[] {
  const { year, scope, entries } = revision;
  if (entries.length === 0) return [fault(null, 'nothing-changes')];
  // Days changed in a year that nobody has decreed would look like a calendar and count as none.
  if (scope === 'amendment' && !calendar.years.has(year)) return [fault(null, 'year-not-decreed', { year })];
  const faults: RevisionFault[] = [];
  const seen = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const found =
      entry.change === 'hours' || entry.change === 'week'
        ? periodFault(revision, index)
        : (dayFault(calendar, revision, index) ?? repeated(seen, entry, index));
    if (found !== null) faults.push(found);
  }
  return faults;
}

type DayEntry = Extract<RevisionEntry, { change: 'add' | 'withdraw' | 'reclassify' }>;
type PeriodEntry = Extract<RevisionEntry, { change: 'hours' | 'week' }>;

function dayFault(calendar: Calendar, revision: Revision, index: number): RevisionFault | null {
  const entry = revision.entries[index] as DayEntry;
  const { date, area } = entry;
  const day = parseDate(date);
  if (day === undefined) return fault(index, 'bad-date', { date });
  if (yearOf(day) !== revision.year) return fault(index, 'date-of-other-year', { date, year: revision.year });
  if (entry.change !== 'withdraw' && entry.kind === 'libur-daerah' && area === null)
    return fault(index, 'area-required', { date });
  // A year's decree begins from an empty list; what may stand there from before does not matter.
  if (revision.scope === 'year')
    return entry.change === 'add' && area === null ? null : fault(index, 'year-lists-days-only', { date });
  return againstCalendar(calendar, entry, index);
}

function againstCalendar(calendar: Calendar, entry: DayEntry, index: number): RevisionFault | null {
  const { date, area } = entry;
  const before = holidayOf(calendar, date, area);
  if (entry.change === 'add') {
    const also = before ?? covering(calendar, date, area);
    return also === undefined ? null : fault(index, 'already-holiday', { date, name: also.name });
  }
  if (before === undefined) return fault(index, 'nothing-to-withdraw', { date });
  const unchanged = entry.change === 'reclassify' && before.kind === entry.kind;
  return unchanged ? fault(index, 'kind-unchanged', { date }) : null;
}

/** The holiday of exactly this area. */
function holidayOf(calendar: Calendar, date: string, area: string | null): Holiday | undefined {
  if (area === null) return calendar.holidays.get(date);
  return calendar.localHolidays?.find((one) => one.date === date && one.area === area);
}

/** One that shuts the offices of this area already, since it holds for more than it. */
function covering(calendar: Calendar, date: string, area: string | null): Holiday | undefined {
  if (area === null) return undefined;
  return (
    calendar.holidays.get(date) ??
    calendar.localHolidays?.find(
      (one) => one.date === date && one.area !== undefined && liesIn(area, one.area),
    )
  );
}

function repeated(seen: Map<string, number>, entry: DayEntry, index: number): RevisionFault | null {
  const key = keyOf(entry.date, entry.area);
  const first = seen.get(key);
  if (first !== undefined) return fault(index, 'duplicate-date', { date: entry.date, first: first + 1 });
  seen.set(key, index);
  return null;
}

function periodFault(revision: Revision, index: number): RevisionFault | null {
  const entry = revision.entries[index] as PeriodEntry;
  const { from, to } = entry;
  if (revision.scope === 'year') return fault(index, 'year-lists-days-only', { date: from });
  const [first, last] = [parseDate(from), to === null ? null : parseDate(to)];
  if (first === undefined || last === undefined) {
    return fault(index, 'bad-date', { date: first === undefined ? from : (to ?? '') });
  }
  if (yearOf(first) !== revision.year) {
    return fault(index, 'date-of-other-year', { date: from, year: revision.year });
  }
  if (last !== null && last < first) return fault(index, 'period-backwards', { from, to: to ?? '' });
  const overlapped = revision.entries.findIndex(
    (other, place) => place < index && isSamePlace(other, entry) && overlaps(other, entry),
  );
  if (overlapped >= 0) return fault(index, 'overlapping-period', { from, first: overlapped + 1 });
  return entry.change === 'week' ? weekFault(entry, index) : hoursFault(entry, index);
}

function isSamePlace(a: RevisionEntry, b: PeriodEntry): a is PeriodEntry {
  if (a.change === 'hours') return b.change === 'hours';
  return a.change === 'week' && b.change === 'week' && a.unitPath === b.unitPath;
}

function overlaps(a: PeriodEntry, b: PeriodEntry): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

function weekFault(entry: Extract<PeriodEntry, { change: 'week' }>, index: number): RevisionFault | null {
  // A unit that works on no day would have deadlines that never come.
  return entry.weekdays.length === 0 ? fault(index, 'no-weekdays', { unit: entry.unitName }) : null;
}

function hoursFault(entry: Extract<PeriodEntry, { change: 'hours' }>, index: number): RevisionFault | null {
  const isBackwards = ({ opens, closes }: OfficeHours): boolean => opens >= closes;
  const backwards = [entry.mondayToThursday, entry.friday].find(isBackwards);
  return backwards === undefined
    ? null
    : fault(index, 'hours-backwards', { opens: backwards.opens, closes: backwards.closes });
}

function fault(
  entry: number | null,
  code: RevisionFaultCode,
  params: RevisionFault['params'] = {},
): RevisionFault {
  return { entry, code, params };
}

import type { Calendar, Holiday, HolidayKind, Season, UnitWeek } from './calendar.ts';

/** What one line of a decree does to the calendar. Dates are `YYYY-MM-DD`; `area` null is the whole country. */
export type RevisionEntry =
  | {
      readonly change: 'add';
      readonly date: string;
      readonly name: string;
      readonly kind: HolidayKind;
      readonly area: string | null;
    }
  | { readonly change: 'withdraw'; readonly date: string; readonly area: string | null }
  | {
      readonly change: 'reclassify';
      readonly date: string;
      readonly kind: HolidayKind;
      readonly area: string | null;
    }
  | ({ readonly change: 'hours' } & Omit<Season, 'decree'>)
  | ({ readonly change: 'week' } & Omit<UnitWeek, 'decree'>);

/** Whether a decree sets a whole year, or changes some days of a year that has one. */
export const revisionScopes = ['year', 'amendment'] as const;
export type RevisionScope = (typeof revisionScopes)[number];

export interface Revision {
  readonly scope: RevisionScope;
  readonly year: number;
  /** Its number, as it is printed beside the days. */
  readonly decree: string;
  /** `YYYY-MM-DD`. */
  readonly decreedOn: string;
  readonly entries: readonly RevisionEntry[];
}

/** One that two people have put in force; `number` counts them in the order in which they were applied. */
export interface AppliedRevision extends Revision {
  readonly number: number;
}

/**
 * The calendar with a revision laid over it. A decree of a year takes the place of that year's national list and
 * settles the year; local holidays stay. Total: what `checkRevision` let pass once is never refused later, also
 * where a shipped file has come to say the same.
 */
export function layRevision(calendar: Calendar, revision: AppliedRevision): Calendar {
  const made: Laid = {
    national: new Map(calendar.holidays),
    local: new Map((calendar.localHolidays ?? []).map((one) => [keyOf(one.date, one.area ?? null), one])),
    seasons: [...(calendar.seasons ?? [])],
    weeks: [...(calendar.unitWeeks ?? [])],
  };
  const years = new Map(calendar.years);
  const { year, decree } = revision;
  if (revision.scope === 'year') {
    for (const date of made.national.keys()) if (date.startsWith(`${year}-`)) made.national.delete(date);
    // Two people compared it with the decree that they named.
    years.set(year, { year, decree, verified: true, provisional: false });
  }
  for (const entry of revision.entries) layEntry(made, entry, revision);
  return {
    ...calendar,
    years,
    holidays: made.national,
    localHolidays: [...made.local.values()],
    seasons: made.seasons,
    unitWeeks: made.weeks,
  };
}

/** A calendar in the making; local to `layRevision`. */
interface Laid {
  readonly national: Map<string, Holiday>;
  readonly local: Map<string, Holiday>;
  readonly seasons: Season[];
  readonly weeks: UnitWeek[];
}

function layEntry(made: Laid, entry: RevisionEntry, revision: AppliedRevision): void {
  const { decree } = revision;
  if (entry.change === 'hours') {
    const { change: _change, ...season } = entry;
    made.seasons.push({ ...season, decree });
  } else if (entry.change === 'week') {
    const { change: _change, ...week } = entry;
    made.weeks.push({ ...week, decree });
  } else layDay(made, entry, revision);
}

function layDay(
  made: Laid,
  entry: Extract<RevisionEntry, { change: 'add' | 'withdraw' | 'reclassify' }>,
  { decree, decreedOn, number }: AppliedRevision,
): void {
  const { date, area } = entry;
  const [list, key] = area === null ? [made.national, date] : [made.local, keyOf(date, area)];
  const source = { decree, validFrom: decreedOn, revision: number };
  const before = list.get(key);
  if (entry.change === 'withdraw') list.delete(key);
  else if (entry.change === 'add') {
    const { name, kind } = entry;
    list.set(key, { date, name, kind, ...source, ...(area === null ? {} : { area }) });
  } else if (before !== undefined) list.set(key, { ...before, kind: entry.kind, ...source });
}

/** One day may be a holiday of several areas. */
export function keyOf(date: string, area: string | null): string {
  return area === null ? date : `${date} ${area}`;
}

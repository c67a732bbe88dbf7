import type { Limit } from '../procedures/procedure.ts';
import type { Calendar, HolidayKind } from './calendar.ts';
import { dayOf } from './civil-date.ts';
import type { ClockOutcome } from './clock.ts';
import type { Pause } from './pauses.ts';
import type { ClockOwner } from './rules.ts';
import type { SkippedDay, SkipReason } from './working-time.ts';

/** Consecutive local dates, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

export interface SkippedRange extends DateRange {
  readonly why: SkipReason;
  /** The holiday's name and kind; null for weekends and pauses. */
  readonly name: string | null;
  readonly kind: HolidayKind | null;
  /** The decree that made the day a holiday, and the applied revision that brought it here; else null. */
  readonly decree: string | null;
  readonly revision: number | null;
}

/** A clock's whole arithmetic; every date is local to `zone`, every instant ISO 8601 UTC. */
export interface Explanation {
  readonly clock: string;
  readonly rule: string;
  readonly name: string | null;
  readonly owner: ClockOwner;
  readonly zone: string;
  readonly limit: Limit;
  readonly source: string;
  readonly startedAt: string;
  /** Null where the count could not begin: a year without a decree. */
  readonly day0: string | null;
  /** The days that counted, unbroken stretches put together; empty for hours and minutes. */
  readonly counted: readonly DateRange[];
  /** The days that did not, each stretch of one cause put together. */
  readonly skipped: readonly SkippedRange[];
  /** One that has not ended has `to` null. */
  readonly pauses: readonly Pause[];
  /** The promise as the clock holds it. */
  readonly due: string | null;
  /** What the count alone gives today; null while it is paused or cannot be counted. */
  readonly computedDue: string | null;
  /** The count alone would end sooner, but a later date was promised and no date moves earlier. */
  readonly keptPromise: boolean;
  readonly provisional: boolean;
  /** The years on the way that are not settled or not covered by any decree. */
  readonly unsettledYears: readonly number[];
  /** What is still to be counted while the clock is paused. */
  readonly left: Limit | null;
  /** The year without a decree at which the count had to stop. */
  readonly gapYear: number | null;
  readonly outcome: ClockOutcome;
  readonly stoppedAt: string | null;
}

export function rangesOf(dates: readonly string[]): readonly DateRange[] {
  return joined(dates.map((date) => ({ from: date, to: date })));
}

/** Holidays under one name stay together, weekends with weekends, pauses with pauses. */
export function skippedRanges(days: readonly SkippedDay[], calendar: Calendar): readonly SkippedRange[] {
  const named = days.map(({ date, why }) => {
    const holiday = why === 'holiday' ? calendar.holidays.get(date) : undefined;
    const { name = null, kind = null, decree = null, revision = null } = holiday ?? {};
    return { from: date, to: date, why, name, kind, decree, revision };
  });
  return joined(named, (a, b) => a.why === b.why && a.name === b.name && a.decree === b.decree);
}

function joined<T extends DateRange>(
  ranges: readonly T[],
  alike: (a: T, b: T) => boolean = () => true,
): readonly T[] {
  const result: T[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    const follows = last !== undefined && dayOf(range.from) === dayOf(last.to) + 1 && alike(last, range);
    if (follows) result[result.length - 1] = { ...last, to: range.to };
    else result.push(range);
  }
  return result;
}

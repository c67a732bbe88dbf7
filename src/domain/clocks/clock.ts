import type { Limit, LimitUnit } from '../procedures/procedure.ts';
import { type Calendar, type CalendarPlace, calendarFor, localDate } from './calendar.ts';
import { type DayUnit, daysBetween, daysUsed } from './days-used.ts';
import { msPerMinute, parseInstant } from './instant.ts';
import type { Pause } from './pauses.ts';
import type { ClockOwner } from './rules.ts';
import { dueDate, type Timing } from './working-time.ts';

export type ClockOutcome = 'running' | 'paused' | 'met' | 'late' | 'cancelled';

/** One promise of time on one case. All instants are ISO 8601 UTC with milliseconds, so they compare as strings. */
export interface Clock extends CalendarPlace {
  readonly id: string;
  /** A rule's id, `step:<id>`, `overall`, or `assignment` / `assignment:<id>`. */
  readonly rule: string;
  readonly name?: string;
  readonly limit: Limit;
  readonly owner: ClockOwner;
  /** IANA zone in which its days begin and end. */
  readonly zone: string;
  readonly source: string;
  readonly startedAt: string;
  /**
   * The promise. While the clock is paused it is the date that stood when counting stopped; null where the
   * count reaches a year whose decree is not loaded yet.
   */
  readonly due: string | null;
  /** The date may still move: it passes through a year that is not settled. */
  readonly provisional: boolean;
  /** Pauses that have ended; a running one is in `pausedAt`. */
  readonly pauses: readonly Pause[];
  readonly pausedAt: string | null;
  readonly pausable: boolean;
  readonly stoppedAt: string | null;
  readonly outcome: ClockOutcome;
  /** When the missed deadline was noted and the superior told; null while it was not. */
  readonly breachedAt: string | null;
}

export interface ClockPlan
  extends Pick<
    Clock,
    | 'id'
    | 'rule'
    | 'name'
    | 'limit'
    | 'owner'
    | 'zone'
    | 'area'
    | 'unitPath'
    | 'source'
    | 'startedAt'
    | 'pausable'
  > {
  /** Pauses that it takes over from a clock it replaces. */
  readonly pauses?: readonly Pause[];
}

/** What is promised when a clock begins; the rest of it is still to come. */
export interface ClockStart extends ClockPlan, Pick<Clock, 'due' | 'provisional'> {}

/**
 * Dates a clock that begins. Where its count reaches a year without a decree it runs undated (`due` null,
 * provisional): the citizen is not turned away because next year's decree is late.
 */
export function planClock(plan: ClockPlan, calendar: Calendar): ClockStart {
  return { ...plan, ...promise({ pauses: [], ...plan }, calendar) };
}

export function startClock(start: ClockStart): Clock {
  return {
    pauses: [],
    pausedAt: null,
    stoppedAt: null,
    outcome: 'running',
    breachedAt: null,
    ...start,
  };
}

/** Stops the count at `at`. A clock that may not pause, or is not running, is returned as it was. */
export function pauseClock(clock: Clock, at: string): Clock {
  if (!clock.pausable || clock.outcome !== 'running') return clock;
  return { ...clock, outcome: 'paused', pausedAt: at };
}

/** Counts on from `at`; the due date moves by what the pause took and never earlier. */
export function resumeClock(clock: Clock, at: string, calendar: Calendar): Clock {
  if (clock.outcome !== 'paused') return clock;
  const counting: Clock = { ...clock, outcome: 'running', pauses: endedPauses(clock, at), pausedAt: null };
  return { ...counting, ...neverEarlier(clock.due, promise(counting, calendar)) };
}

/** What it measured is done. Met where it came by the due date; a paused clock counts up to its pause. */
export function stopClock(clock: Clock, at: string): Clock {
  if (!isOpen(clock)) return clock;
  const counted = clock.pausedAt ?? at;
  const late = clock.due !== null && counted > clock.due;
  return {
    ...clock,
    outcome: late ? 'late' : 'met',
    pauses: endedPauses(clock, at),
    pausedAt: null,
    stoppedAt: at,
  };
}

/** It no longer applies (sealed, reclassified, withdrawn): neither met nor late. */
export function cancelClock(clock: Clock, at: string): Clock {
  if (!isOpen(clock)) return clock;
  return { ...clock, outcome: 'cancelled', pauses: endedPauses(clock, at), pausedAt: null, stoppedAt: at };
}

export interface Recalculation {
  readonly clock: Clock;
  readonly oldDue: string | null;
  readonly newDue: string | null;
}

/**
 * A running clock under a new or revised calendar. A promised date may move later, never earlier; one that
 * had no date gets it. Paused clocks are dated when they resume, finished ones stay as they ended.
 */
export function recalculate(clock: Clock, calendar: Calendar): Recalculation {
  const oldDue = clock.due;
  if (clock.outcome !== 'running') return { clock, oldDue, newDue: oldDue };
  const dated = promise(clock, calendar);
  const kept = dated.due === null ? { due: oldDue, provisional: true } : neverEarlier(oldDue, dated);
  return { clock: { ...clock, ...kept }, oldDue, newDue: kept.due };
}

export type ClockColour = 'on-time' | 'soon' | 'late' | 'paused' | 'done';

export interface ClockState {
  readonly colour: ClockColour;
  /**
   * Days of the limit's own kind from today to the due date: 0 on the day itself, negative when past. Of a
   * finished clock as it stood when it ended, of a paused one what is left once it counts again. Null for
   * hours and minutes, for an undated clock, and where a year on the way has no decree.
   */
  readonly daysLeft: number | null;
  /** Days of the limit that have counted, today included; the limit plus the delay when it is late. */
  readonly daysUsed: number | null;
  /** Working days to the due date whatever the limit counts in; null as above. */
  readonly workingDaysLeft: number | null;
  /** For hours and minutes: minutes to the due instant, negative when past; else null. */
  readonly minutesLeft: number | null;
}

/** How the clock stands at `now`. `soon`: due today or with at most one working day left. */
export function stateAt(clock: Clock, now: string, national: Calendar): ClockState {
  const calendar = calendarFor(national, clock);
  const until = clock.stoppedAt ?? clock.pausedAt ?? now;
  const inDays = isDayUnit(clock.limit.unit);
  const used = daysUsed({ ...clock, calendar, pauses: pausesOf(clock) }, until);
  const workingDaysLeft = daysToDue(clock, 'workingDay', until, calendar);
  return {
    colour: colourAt(clock, now, workingDaysLeft ?? daysToDue(clock, 'calendarDay', until, calendar)),
    daysLeft: inDays ? daysLeft(clock, until, calendar, used) : null,
    daysUsed: used,
    workingDaysLeft,
    minutesLeft: inDays ? null : minutesToDue(clock, until),
  };
}

/** How a running clock stands where only its promise is known: what `stateAt` says of it. */
export function promiseAt(
  promised: { readonly due: string; readonly zone: string; readonly unit: LimitUnit } & CalendarPlace,
  now: string,
  national: Calendar,
): Pick<ClockState, 'colour' | 'daysLeft'> {
  const { due, zone, unit } = promised;
  const calendar = calendarFor(national, promised);
  const workingDays = daysToDue(promised, 'workingDay', now, calendar);
  const calendarDays = daysBetween(calendar, 'calendarDay', localDate(now, zone), localDate(due, zone));
  const inDays = unit === 'workingDay' ? workingDays : calendarDays;
  return {
    colour: colourAt({ due, pausedAt: null, outcome: 'running' }, now, workingDays ?? calendarDays),
    daysLeft: isDayUnit(unit) ? inDays : null,
  };
}

/** Every pause of the clock, one that has not ended included (`to` null). */
export function pausesOf(clock: Clock): readonly Pause[] {
  if (clock.pausedAt === null) return clock.pauses;
  // A clock that was stopped while paused keeps `pausedAt` in the log; that pause ended with it.
  return [...clock.pauses, { from: clock.pausedAt, to: clock.stoppedAt }];
}

function colourAt(
  clock: Pick<Clock, 'due' | 'pausedAt' | 'outcome'>,
  now: string,
  daysToGo: number | null,
): ClockColour {
  if (!isOpen(clock)) return 'done';
  const counted = clock.pausedAt ?? now;
  // Pausing does not wash off a delay that was there before.
  if (clock.due !== null && counted > clock.due) return 'late';
  if (clock.outcome === 'paused') return 'paused';
  return daysToGo !== null && daysToGo <= 1 ? 'soon' : 'on-time';
}

function daysLeft(clock: Clock, until: string, calendar: Calendar, used: number | null): number | null {
  // What is left of a paused clock is not the way to a date that will move.
  if (clock.outcome === 'paused') return used === null ? null : clock.limit.amount - used;
  const unit = clock.limit.unit === 'calendarDay' ? 'calendarDay' : 'workingDay';
  return daysToDue(clock, unit, until, calendar);
}

function daysToDue(
  clock: Pick<Clock, 'due' | 'zone'>,
  unit: DayUnit,
  until: string,
  calendar: Calendar,
): number | null {
  if (clock.due === null) return null;
  return daysBetween(calendar, unit, localDate(until, clock.zone), localDate(clock.due, clock.zone));
}

function minutesToDue(clock: Clock, until: string): number | null {
  return clock.due === null
    ? null
    : Math.floor((parseInstant(clock.due) - parseInstant(until)) / msPerMinute);
}

function isDayUnit(unit: LimitUnit): unit is DayUnit {
  return unit === 'workingDay' || unit === 'calendarDay';
}

function isOpen(clock: Pick<Clock, 'outcome'>): boolean {
  return clock.outcome === 'running' || clock.outcome === 'paused';
}

function endedPauses(clock: Clock, at: string): readonly Pause[] {
  return clock.pausedAt === null ? clock.pauses : [...clock.pauses, { from: clock.pausedAt, to: at }];
}

type Promised = Pick<Clock, 'due' | 'provisional'>;

function promise(clock: Omit<Timing, 'calendar'> & CalendarPlace, calendar: Calendar): Promised {
  const dated = dueDate({ ...clock, calendar: calendarFor(calendar, clock) });
  return dated.ok
    ? { due: dated.value.due, provisional: dated.value.provisional }
    : { due: null, provisional: true };
}

function neverEarlier(promised: string | null, dated: Promised): Promised {
  if (promised === null || dated.due === null) return dated;
  const earlier = parseInstant(dated.due) < parseInstant(promised);
  return earlier ? { ...dated, due: promised } : dated;
}

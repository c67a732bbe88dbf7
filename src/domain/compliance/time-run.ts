import { type Calendar, calendarFor } from '../clocks/calendar.ts';
import { pausesOf } from '../clocks/clock.ts';
import { daysUsed } from '../clocks/days-used.ts';
import { msPerMinute, parseInstant } from '../clocks/instant.ts';
import { type Pause, pausedSpans } from '../clocks/pauses.ts';
import type { Limit } from '../procedures/procedure.ts';
import { courseOf } from './course.ts';
import { type ClockNote, outcomeCourse } from './outcome.ts';
import type { StepRun, UsedUnit } from './step-run.ts';

/** A run while its case is still being read. */
export interface OpenRun extends Pick<StepRun, 'number' | 'step' | 'actors' | 'unit' | 'enteredAt'> {
  /** The zone and area of the office that had the case when the step began. */
  readonly zone: string;
  readonly area: string | null;
  leftAt: string | null;
  exit: StepRun['exit'];
  next: string | null;
  /** The reporter withdrew in this step: nobody finished it. */
  abandoned: boolean;
  readonly notes: ClockNote[];
}

/** From when to when; `to` null: it has not ended. */
export interface Span {
  readonly from: string;
  to: string | null;
}

/** In days where the form prints no time: they are what an office counts by. */
const uncounted: Limit = { amount: 1, unit: 'workingDay' };

/**
 * The times of a run, by the clock that promised them; a step without a limit is timed in working days, without
 * the time in which the reporter was asked (`asking`).
 */
export function timeRun(run: OpenRun, asking: readonly Span[], calendar: Calendar): StepRun {
  const clock = run.notes.at(-1)?.clock ?? null;
  const limit = clock?.limit ?? null;
  const doneAt = clock === null ? leftDone(run) : clock.outcome === 'cancelled' ? null : clock.stoppedAt;
  // Asked again after it was done, the same day even: that is no time of this step any more.
  const pauses =
    clock === null ? asking.filter(({ from }) => doneAt === null || from < doneAt) : pausesOf(clock);
  const { number, step, actors, unit, enteredAt, leftAt, exit, next } = run;
  const time = {
    startedAt: enteredAt,
    zone: clock?.zone ?? run.zone,
    calendar: calendarFor(calendar, clock ?? { area: run.area, unitPath: run.unit?.path ?? null }),
    pauses,
    owner: clock?.owner ?? ('unit' as const),
  };
  return {
    number,
    step,
    actors,
    unit,
    enteredAt,
    leftAt,
    exit,
    next,
    limit,
    dues: courseOf(run.notes.map((note) => ({ from: note.at, value: note.clock.due }))),
    outcomes: outcomeCourse(run.notes),
    doneAt,
    used: doneAt === null ? null : timeUsed({ ...time, limit: limit ?? uncounted }, doneAt),
    usedUnit: unitOf(limit ?? uncounted),
    pausedSeconds: doneAt === null ? 0 : Math.round(pausedMs(pauses, enteredAt, doneAt) / 1000),
  };
}

function leftDone(run: OpenRun): string | null {
  return run.abandoned ? null : run.leftAt;
}

function timeUsed(timing: Parameters<typeof daysUsed>[0], doneAt: string): number | null {
  const { unit } = timing.limit;
  if (unit === 'workingDay' || unit === 'calendarDay') return daysUsed(timing, doneAt);
  const counted = parseInstant(doneAt) - parseInstant(timing.startedAt);
  const paused = pausedMs(timing.pauses, timing.startedAt, doneAt);
  // A minute begun is a minute used, so that more than the limit is always late.
  return Math.ceil((counted - paused) / msPerMinute);
}

function unitOf({ unit }: Limit): UsedUnit {
  return unit === 'hour' ? 'minute' : unit;
}

function pausedMs(pauses: readonly Pause[], from: string, to: string): number {
  const end = parseInstant(to);
  return pausedSpans(pauses, parseInstant(from)).reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.to, end) - span.from),
    0,
  );
}

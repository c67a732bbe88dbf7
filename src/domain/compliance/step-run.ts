import type { Limit } from '../procedures/procedure.ts';
import { type Course, valueAt } from './course.ts';
import type { Outcome } from './outcome.ts';

/** In which times of a step are given: the kind of day of its limit, minutes for minutes and hours. */
export type UsedUnit = 'workingDay' | 'calendarDay' | 'minute';

/**
 * One stay of a case in one row of its SOP: a step run (satu kali langkah dijalankan). A case that comes back
 * to a row runs it again.
 */
export interface StepRun {
  /** Counted within the case, from 1, in the order of the log. */
  readonly number: number;
  readonly step: string;
  /** The columns of the form that had to do it; the stand-ins where nobody was assigned before it began. */
  readonly actors: readonly string[];
  /** Who had the case when the step began; null before a unit was responsible. */
  readonly unit: { readonly id: string; readonly path: string } | null;
  readonly enteredAt: string;
  readonly leftAt: string | null;
  readonly exit: 'ya' | 'tidak' | null;
  /** The row it was left for; null where the case ended, or left the SOP, in this step. */
  readonly next: string | null;
  /** The limit as it was promised; null where the form prints none. */
  readonly limit: Limit | null;
  /** Which date held when; null while no decree covered it. Empty without a limit. */
  readonly dues: Course<string | null>;
  /** Empty without a limit: such a step has times, and no compliance. */
  readonly outcomes: Course<Outcome>;
  /**
   * When what the row asks for was done: its clock stopped, or without a clock the step was left. Null while it
   * was not, and where it never will be because the reporter withdrew.
   */
  readonly doneAt: string | null;
  /** Time from the beginning to `doneAt` without pauses; null while not done, or where no decree covers it. */
  readonly used: number | null;
  readonly usedUnit: UsedUnit;
  readonly pausedSeconds: number;
}

/** What was known of a run at an instant. */
export interface RunAt
  extends Pick<StepRun, 'leftAt' | 'exit' | 'next' | 'doneAt' | 'used' | 'pausedSeconds'> {
  readonly due: string | null;
  readonly outcome: Outcome | null;
}

/** The run as somebody saw it at that instant, to whom what came later had not happened; null before it began. */
export function runAt(run: StepRun, instant: string): RunAt | null {
  if (run.enteredAt > instant) return null;
  const left = run.leftAt !== null && run.leftAt <= instant;
  const done = run.doneAt !== null && run.doneAt <= instant;
  return {
    leftAt: left ? run.leftAt : null,
    exit: left ? run.exit : null,
    next: left ? run.next : null,
    doneAt: done ? run.doneAt : null,
    used: done ? run.used : null,
    pausedSeconds: done ? run.pausedSeconds : 0,
    due: valueAt(run.dues, instant),
    outcome: valueAt(run.outcomes, instant),
  };
}

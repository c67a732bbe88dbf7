import type { ArchiveReason, ClosureKind } from '../cases/words.ts';
import type { Course } from './course.ts';
import type { Outcome } from './outcome.ts';
import type { StepRun } from './step-run.ts';

/**
 * What has become of a case, by name. Only `confirmed` is settled (diselesaikan); `answered` waits for the
 * reporter's verdict.
 */
export type Ending =
  | 'open'
  | 'awaiting-reporter'
  | 'answered'
  | 'merged'
  | 'referred'
  | 'sealed'
  | `archived:${ArchiveReason}`
  | ClosureKind;

/**
 * Whether a case keeps its SOP's schedule: `missed` as soon as one limit of the SOP (of a step or of the whole)
 * is late, `kept` while at least one was met and none is late, `unjudged` before. Legal clocks do not count.
 */
export const schedules = ['unjudged', 'kept', 'missed'] as const;
export type Schedule = (typeof schedules)[number];

/** Everything that compliance counts of one case, for every moment of its life. */
export interface MeasuredCase {
  readonly runs: readonly StepRun[];
  readonly endings: Course<Ending>;
  /** Path of the responsible unit. */
  readonly units: Course<string | null>;
  /** Empty where the SOP promises nothing for the whole. */
  readonly overall: Course<Outcome>;
  readonly schedule: Course<Schedule>;
  /** First answer or substantive message to the reporter (ditindaklanjuti). */
  readonly followedUpAt: string | null;
  readonly reopenedAt: string | null;
}

import type { Clock } from '../clocks/clock.ts';
import { formatInstant, parseInstant } from '../clocks/instant.ts';
import { type Course, courseOf, type Turn } from './course.ts';

/**
 * How a limit stands. `late`: finished after its date, or not finished and the date is past. `cancelled`: it no
 * longer applied (withdrawn, sealed), so it is judged neither way.
 */
export const outcomes = ['running', 'within', 'late', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];

/** A clock as it stood after each of its events. */
export interface ClockNote {
  readonly at: string;
  readonly clock: Clock;
}

/**
 * How the limit of one clock stood over time, from the promises of the log alone: no calendar of a later day
 * can change it. A clock that becomes late by itself does so one millisecond after its date, since what is done
 * at the date is in time.
 */
export function outcomeCourse(notes: readonly ClockNote[]): Course<Outcome> {
  const last = notes.filter(({ at }, index) => notes[index + 1]?.at !== at);
  return courseOf(last.flatMap((note, index) => standing(note, last[index + 1]?.at ?? null)));
}

function standing({ at, clock }: ClockNote, until: string | null): readonly Turn<Outcome>[] {
  switch (clock.outcome) {
    case 'met':
      return [{ from: at, value: 'within' }];
    case 'late':
    case 'cancelled':
      return [{ from: at, value: clock.outcome }];
    case 'paused':
    case 'running':
      return open(at, clock, until);
  }
}

/** While it is paused a date cannot pass; a delay that was there before stays. */
function open(at: string, clock: Clock, until: string | null): readonly Turn<Outcome>[] {
  const counted = clock.pausedAt ?? at;
  if (clock.due !== null && counted > clock.due) return [{ from: at, value: 'late' }];
  const running: Turn<Outcome> = { from: at, value: 'running' };
  if (clock.due === null || clock.outcome === 'paused') return [running];
  const lateFrom = formatInstant(parseInstant(clock.due) + 1);
  return until !== null && lateFrom >= until ? [running] : [running, { from: lateFrom, value: 'late' }];
}

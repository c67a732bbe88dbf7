import { recount } from '../../domain/cases/timing.ts';
import type { Calendar } from '../../domain/clocks/calendar.ts';
import { type Clock, planClock } from '../../domain/clocks/clock.ts';
import type { MoveOutcome } from './contract.ts';

export interface Move {
  readonly outcome: MoveOutcome;
  readonly newDue: string | null;
  /** What the count alone gives by the revised calendar. */
  readonly counted: string | null;
}

/**
 * What a revision does to a running clock: `before` and `after` are the calendars without and with it. Null where it
 * leaves the clock as it is, or the deadline has passed already.
 */
export function moveOf(clock: Clock, now: string, before: Calendar, after: Calendar): Move | null {
  if (clock.breachedAt !== null || (clock.due !== null && clock.due < now)) return null;
  const changed = recount(clock, now, after);
  const newDue = changed === null ? clock.due : changed.due;
  const counted = planClock(clock, after).due;
  if (newDue === null) return { outcome: 'undecreed', newDue, counted };
  if (newDue !== clock.due) return { outcome: 'later', newDue, counted };
  if (counted !== null && counted < newDue && counted !== planClock(clock, before).due) {
    return { outcome: 'kept', newDue, counted };
  }
  const provisional = changed?.provisional ?? clock.provisional;
  if (clock.provisional && !provisional) return { outcome: 'settled', newDue, counted };
  return provisional ? { outcome: 'undecreed', newDue, counted } : null;
}

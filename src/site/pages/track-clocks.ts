import type { ClockView } from '../../features/cases/contract.ts';
import { isOpen } from '../../features/cases/index.ts';
import type { TrackingView } from '../../features/submissions/contract.ts';

/** Whose turn it is decides which side's clocks the page speaks of. */
export function isYourTurn(view: TrackingView): boolean {
  return view.status === 'answered' || view.status === 'awaiting-reporter';
}

/** The office's clocks that were missed and still run, earliest first. */
export function lateClocks(view: TrackingView): readonly ClockView[] {
  return view.clocks
    .filter((clock) => isOpen(clock) && clock.colour === 'late' && clock.owner !== 'reporter')
    .toSorted(byDue);
}

/** The next date to come: the earliest clock of whose turn it is that is not missed yet. */
export function upcomingClock(view: TrackingView): ClockView | undefined {
  const yours = isYourTurn(view);
  return view.clocks
    .filter(
      (clock) =>
        clock.outcome === 'running' &&
        clock.due !== null &&
        clock.colour !== 'late' &&
        (clock.owner === 'reporter') === yours,
    )
    .toSorted(byDue)[0];
}

/** Undated clocks come last. */
export function byDue(a: ClockView, b: ClockView): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999');
}

/** The latest clock of a rule. */
export function clockWith(view: TrackingView, rule: string): ClockView | undefined {
  return view.clocks.findLast((clock) => clock.rule === rule);
}

import { type Clock, cancelClock, pauseClock, startClock, stopClock } from '../clocks/clock.ts';
import type { CaseEvent } from './events.ts';

type ClockEvent = Extract<CaseEvent, { type: `Clock${string}` }>;

/** Applies one clock event. Due dates come from the event, so a fold needs no calendar. */
export function evolveClock(clocks: readonly Clock[], event: ClockEvent): readonly Clock[] {
  if (event.type === 'ClockStarted') return [...clocks, startClock(event.data.clock)];
  return clocks.map((clock) => (clock.id === event.data.clock ? change(clock, event) : clock));
}

function change(clock: Clock, event: Exclude<ClockEvent, { type: 'ClockStarted' }>): Clock {
  switch (event.type) {
    case 'ClockPaused':
      return pauseClock(clock, event.at);
    case 'ClockResumed':
      return countOn(clock, clock.pausedAt ?? event.at, event);
    case 'ClockReopened':
      return countOn(clock, clock.stoppedAt ?? event.at, event);
    case 'ClockStopped':
      return stopClock(clock, event.at);
    case 'ClockCancelled':
      return cancelClock(clock, event.at);
    case 'ClockBreached':
      return { ...clock, breachedAt: clock.breachedAt ?? event.at };
    case 'ClockMoved':
      return { ...clock, due: event.data.due, provisional: event.data.provisional ?? clock.provisional };
  }
}

function countOn(
  clock: Clock,
  since: string,
  event: Extract<ClockEvent, { type: 'ClockResumed' | 'ClockReopened' }>,
): Clock {
  const { due, provisional } = event.data;
  const pauses = [...clock.pauses, { from: since, to: event.at }];
  return { ...clock, outcome: 'running', pauses, pausedAt: null, stoppedAt: null, due, provisional };
}

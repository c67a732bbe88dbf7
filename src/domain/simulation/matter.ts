import type { CaseKind } from '../cases/words.ts';
import type { CasePromise } from './promises.ts';
import type { Route } from './route.ts';

/** A case in a run. */
export interface Matter {
  readonly order: number;
  readonly arrivedAt: number;
  readonly kind: CaseKind;
  readonly route: Route;
  running: readonly RunningClock[];
  stage: number;
  /** Tasks of the stage that are not done yet. */
  pending: number;
}

interface RunningClock {
  readonly place: number;
  readonly due: number;
}

/** Keeps the promises of a run: starts, stops and judges the clocks of its cases. */
export interface ClockKeeper {
  startOnArrival(matter: Matter, at: number): void;
  startEntering(matter: Matter, step: number, at: number): void;
  stopLeaving(matter: Matter, step: number, at: number): void;
  stopAll(matter: Matter, at: number): void;
  /** By place of the promise: fell due while measured; of these kept. */
  readonly judged: readonly number[];
  readonly kept: readonly number[];
}

/**
 * Judges exactly the clocks that fall due while measured: of each of them it is known whether it was kept, so
 * that nothing still open at the end makes the share look better than it is.
 */
export function makeClockKeeper(
  promises: readonly CasePromise[],
  steps: number,
  measured: { readonly from: number; readonly to: number },
): ClockKeeper {
  const judged = promises.map(() => 0);
  const kept = promises.map(() => 0);
  const places = (holds: (promise: CasePromise) => boolean): readonly number[] =>
    promises.flatMap((promise, place) => (holds(promise) ? [place] : []));
  const byStep = (holds: (promise: CasePromise, step: number) => boolean) =>
    Array.from({ length: steps }, (_, step) => places((promise) => holds(promise, step)));
  const entering = byStep((promise, step) => promise.startsEntering.has(step));
  const leaving = byStep((promise, step) => promise.stopsLeaving.has(step)).map((found) => new Set(found));
  const onArrival = places((promise) => promise.onArrival);

  const start = (matter: Matter, starting: readonly number[], at: number): void => {
    for (const place of starting) {
      const promise = promises[place];
      const other = promise?.kind !== null && promise?.kind !== matter.kind;
      if (promise === undefined || other || matter.running.some((clock) => clock.place === place)) continue;
      const due = promise.dueAt(at);
      matter.running = [...matter.running, { place, due }];
      if (due > measured.from && due <= measured.to) judged[place] = (judged[place] ?? 0) + 1;
    }
  };
  const stop = (matter: Matter, stops: (place: number) => boolean, at: number): void => {
    const stopped = matter.running.filter(({ place }) => stops(place));
    if (stopped.length === 0) return;
    matter.running = matter.running.filter(({ place }) => !stops(place));
    for (const { place, due } of stopped) {
      if (at <= due && due > measured.from && due <= measured.to) kept[place] = (kept[place] ?? 0) + 1;
    }
  };
  return {
    judged,
    kept,
    startOnArrival: (matter, at) => start(matter, onArrival, at),
    startEntering: (matter, step, at) => start(matter, entering[step] ?? [], at),
    stopLeaving: (matter, step, at) => stop(matter, (place) => leaving[step]?.has(place) === true, at),
    stopAll: (matter, at) => stop(matter, () => true, at),
  };
}

/** When the most pressing of its clocks runs out; Infinity where none runs. */
export function earliestDue(matter: Matter): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { due } of matter.running) if (due < first) first = due;
  return first;
}

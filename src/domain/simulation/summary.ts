import { msPerDay } from '../clocks/instant.ts';
import type { Limit } from '../procedures/procedure.ts';
import type { RunSetup } from './run.ts';
import type { RunCounts } from './run-counts.ts';
import { type Interval, intervalOf, shareOf, slopeOf, sumOf, weightedQuantile } from './statistics.ts';

/** How a promise was kept: of the clocks that fell due while measured, over all runs. */
export interface PromiseResult {
  /** `overall`, `step:<id>`, or the id of a legal rule. */
  readonly id: string;
  readonly limit: Limit;
  readonly judged: number;
  /** Share from 0 to 1; null where no clock fell due. */
  readonly onTime: Interval | null;
}

export interface StepResult {
  readonly step: string;
  /** Times entered a working day, on average. */
  readonly visitsPerDay: number;
  /** The limit that the form prints for the row, judged; null where it prints none. */
  readonly promise: PromiseResult | null;
  /** Working hours that a case waits until somebody takes it up; null where nobody's queue is meant. */
  readonly waitHours: number | null;
}

export interface ActorResult {
  readonly actor: string;
  readonly people: number;
  /** Part of the working time in which people are busy. */
  readonly utilisation: Interval;
  /** Work that arrives as a part of what the people can do; from 1 on the queue grows without bound. */
  readonly offered: Interval;
  readonly breaks: boolean;
  /** The load, as a multiple of the arrivals, at which it would be 1; null where there is no work. */
  readonly breaksAtLoad: number | null;
  readonly queue: { readonly mean: Interval; readonly max: number; readonly p95: number };
  /** Mean working hours in the queue; null where nobody was taken up. */
  readonly waitHours: Interval | null;
  /** Part of those taken up that had to wait. */
  readonly waitShare: Interval | null;
  /** Cases by which the queue grows in a working day, by least squares over the measured days. */
  readonly growthPerDay: Interval;
  /** Length at the end of each measured day, mean of the runs. */
  readonly byDay: readonly number[];
}

export interface LoadResult {
  readonly load: number;
  /** All runs together: arrived = finished + inSystem + cut. */
  readonly cases: {
    readonly arrived: number;
    readonly finished: number;
    readonly inSystem: number;
    readonly cut: number;
  };
  /** Finished a working day. */
  readonly throughputPerDay: Interval;
  /** Calendar days from arrival to the end, of those that ended; null where none did. */
  readonly stayDays: Interval | null;
  readonly inSystem: Interval;
  /** The whole promise of the form and the legal clocks. */
  readonly promises: readonly PromiseResult[];
  readonly steps: readonly StepResult[];
  readonly actors: readonly ActorResult[];
  /** Where it breaks first: of the actors whose work exceeds their time the most burdened; null: nowhere. */
  readonly breaksFirst: { readonly actor: string; readonly atLoad: number } | null;
}

/** Puts the runs at one load together. */
export function summarize(
  setup: Omit<RunSetup, 'load' | 'replication'>,
  load: number,
  runs: readonly RunCounts[],
): LoadResult {
  const { scenario } = setup;
  const over = (count: (run: RunCounts) => number) => sumOf(runs.map(count));
  const promises = setup.promises.map((_, place) => promiseResult(setup, place, runs));
  const actors = setup.model.stations.map((_, place) => actorResult(place, load, runs));
  const finishing = runs.filter((run) => run.finishedMeasured > 0);
  return {
    load,
    cases: {
      arrived: over((run) => run.arrived),
      finished: over((run) => run.finished),
      inSystem: over((run) => run.inSystem),
      cut: over((run) => run.cut),
    },
    throughputPerDay: certain(runs.map((run) => run.finishedMeasured / scenario.days)),
    stayDays: intervalOf(finishing.map((run) => run.stayMs / run.finishedMeasured / msPerDay)),
    inSystem: certain(runs.map((run) => run.systemArea / run.measuredMs)),
    promises: promises.filter(({ id }) => !id.startsWith('step:')),
    steps: setup.model.steps.map(({ step, index }) => ({
      step: step.id,
      visitsPerDay: over((run) => run.steps[index]?.visits ?? 0) / runs.length / scenario.days,
      promise: promises.find(({ id }) => id === `step:${step.id}`) ?? null,
      waitHours: ratio(
        over((run) => run.steps[index]?.waitMinutes ?? 0),
        60 * over((run) => run.steps[index]?.started ?? 0),
      ),
    })),
    actors,
    breaksFirst: firstToBreak(actors),
  };
}

function promiseResult(
  setup: Omit<RunSetup, 'load' | 'replication'>,
  place: number,
  runs: readonly RunCounts[],
): PromiseResult {
  const promise = setup.promises[place];
  if (promise === undefined) throw new Error(`no promise at ${place}`);
  const judging = runs.filter((run) => (run.judged[place] ?? 0) > 0);
  return {
    id: promise.id,
    limit: promise.limit,
    judged: sumOf(runs.map((run) => run.judged[place] ?? 0)),
    onTime: shareOf(judging.map((run) => (run.kept[place] ?? 0) / (run.judged[place] ?? 1))),
  };
}

function actorResult(place: number, load: number, runs: readonly RunCounts[]): ActorResult {
  const stations = runs.flatMap((run) => run.stations[place] ?? []);
  const first = stations[0];
  if (first === undefined) throw new Error(`no station at ${place}`);
  const minutes = Math.max(first.to - first.from, 1);
  const capacity = minutes * first.people;
  const offered = certain(stations.map((station) => station.offered / capacity));
  const started = stations.filter((station) => station.started > 0);
  const lengths: number[] = [];
  for (const station of stations) {
    for (const [length, time] of station.lengths.entries()) lengths[length] = (lengths[length] ?? 0) + time;
  }
  return {
    actor: first.actor,
    people: first.people,
    utilisation: certain(stations.map((station) => station.busyArea / capacity)),
    offered,
    breaks: offered.mean >= 1,
    breaksAtLoad: ratio(load, offered.mean),
    queue: {
      mean: certain(stations.map((station) => station.queueArea / minutes)),
      max: Math.max(0, lengths.length - 1),
      p95: weightedQuantile(lengths, 0.95),
    },
    waitHours: intervalOf(started.map((station) => station.waitMinutes / station.started / 60)),
    waitShare: shareOf(started.map((station) => station.waited / station.started)),
    growthPerDay: certain(stations.map((station) => slopeOf(station.byDay))),
    byDay: first.byDay.map(
      (_, day) => sumOf(stations.map((station) => station.byDay[day] ?? 0)) / stations.length,
    ),
  };
}

function firstToBreak(actors: readonly ActorResult[]): LoadResult['breaksFirst'] {
  const broken = actors.flatMap(({ actor, breaks, breaksAtLoad }) =>
    breaks && breaksAtLoad !== null ? [{ actor, atLoad: breaksAtLoad }] : [],
  );
  return broken.toSorted((a, b) => a.atLoad - b.atLoad)[0] ?? null;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Of at least one run. */
function certain(values: readonly number[]): Interval {
  return intervalOf(values) ?? { mean: 0, low: 0, high: 0 };
}

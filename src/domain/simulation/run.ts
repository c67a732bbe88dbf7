import type { CaseKind } from '../cases/words.ts';
import { msPerMinute } from '../clocks/instant.ts';
import { arrivalsFrom } from './arrivals.ts';
import { type ClockKeeper, earliestDue, type Matter, makeClockKeeper } from './matter.ts';
import { type MinHeap, makeMinHeap } from './min-heap.ts';
import type { Model } from './model.ts';
import type { CasePromise } from './promises.ts';
import { type Random, randomFrom } from './random.ts';
import { drawRoute, type Route } from './route.ts';
import type { RunCounts, StepCounts } from './run-counts.ts';
import type { Scenario } from './scenario.ts';
import { type Job, makeStation, noteWait, passTime, type Station, takeUp } from './station.ts';
import type { WorkingHours } from './working-hours.ts';

/** When a run begins, is measured and ends; milliseconds. */
export interface RunTimes {
  readonly start: number;
  readonly measuredFrom: number;
  readonly end: number;
  /** The ends of the measured days. */
  readonly dayEnds: readonly number[];
}

export interface RunSetup {
  readonly model: Model;
  readonly scenario: Scenario;
  readonly promises: readonly CasePromise[];
  readonly times: RunTimes;
  readonly hours: { readonly office: WorkingHours; readonly always: WorkingHours };
  readonly load: number;
  readonly replication: number;
}

type Event =
  | { readonly kind: 'arrival' }
  | { readonly kind: 'done'; readonly matter: Matter; readonly job: Job; readonly station: number }
  | { readonly kind: 'opening'; readonly station: number };

/** Streams of chance, so that a change of one thing leaves the others as they were. */
const streams = { arrivals: 1, cases: 2 } as const;

/**
 * One run of the office: cases arrive, wait for each actor in turn, and are judged by their clocks. Events are
 * taken in the order of time, of the same moment in the order in which they were foreseen; nothing else decides.
 */
export function runOnce(setup: RunSetup): RunCounts {
  const run = openRun(setup);
  const { end, dayEnds } = setup.times;
  let days = 0;
  const closeDays = (until: number): void => {
    for (let dayEnd = dayEnds[days]; dayEnd !== undefined && dayEnd < until; dayEnd = dayEnds[days]) {
      for (const station of run.stations) station.byDay.push(station.queue.size());
      days += 1;
    }
  };
  foresee(run, run.nextArrival(), { kind: 'arrival' });
  for (let at = run.events.firstKey(); at <= end; at = run.events.firstKey()) {
    const event = run.events.pop();
    if (event === undefined) break;
    closeDays(at);
    take(run, event, at);
  }
  closeDays(Number.POSITIVE_INFINITY);
  return countUp(run);
}

/** A run under way; lives within one call of `runOnce`. */
interface Run {
  readonly setup: RunSetup;
  readonly events: MinHeap<Event>;
  readonly clocks: ClockKeeper;
  readonly stations: readonly Station[];
  readonly steps: readonly StepCounts[];
  readonly alive: Map<number, Matter>;
  readonly working: Set<Job>;
  readonly counts: {
    arrived: number;
    finished: number;
    cut: number;
    finishedMeasured: number;
    stayMs: number;
    systemArea: number;
    stayArea: number;
  };
  readonly nextArrival: () => number;
  /** Up to when `systemArea` is counted. */
  countedTo: number;
}

function openRun(setup: RunSetup): Run {
  const { model, scenario, promises, times, hours, load, replication } = setup;
  const measured = { from: times.measuredFrom, to: times.end };
  const chance = randomFrom(scenario.seed, replication, streams.arrivals);
  return {
    setup,
    events: makeMinHeap<Event>(),
    clocks: makeClockKeeper(promises, model.steps.length, measured),
    stations: model.stations.map((actor) => {
      const staffing = scenario.staff.get(actor) ?? { people: 1, hours: 'office' };
      return makeStation(actor, staffing, hours[staffing.hours], measured);
    }),
    steps: model.steps.map(() => ({ visits: 0, started: 0, waitMinutes: 0 })),
    alive: new Map(),
    working: new Set(),
    counts: { arrived: 0, finished: 0, cut: 0, finishedMeasured: 0, stayMs: 0, systemArea: 0, stayArea: 0 },
    nextArrival: arrivalsFrom(scenario.arrivals, load, times.start, hours.office, chance),
    countedTo: times.start,
  };
}

function foresee(run: Run, at: number, event: Event): void {
  if (at <= run.setup.times.end) run.events.push(at, event);
}

function take(run: Run, event: Event, at: number): void {
  if (event.kind === 'arrival') arrive(run, at);
  else if (event.kind === 'done') finishJob(run, event, at);
  else openDoors(run, event.station, at);
}

function arrive(run: Run, at: number): void {
  const { model, scenario, replication, times } = run.setup;
  passSystem(run, at);
  const order = run.counts.arrived;
  const chance = randomFrom(scenario.seed, replication, streams.cases, order);
  const kind = drawKind(scenario, chance);
  const route = drawRoute(model, chance);
  const matter: Matter = { order, arrivedAt: at, kind, route, running: [], stage: 0, pending: 0 };
  run.counts.arrived += 1;
  run.alive.set(order, matter);
  if (at > times.measuredFrom) addOffered(run.stations, route);
  run.clocks.startOnArrival(matter, at);
  enterStage(run, matter, at);
  foresee(run, run.nextArrival(), { kind: 'arrival' });
}

function drawKind({ kinds }: Scenario, random: Random): CaseKind {
  const chance = random();
  if (chance < kinds.complaint) return 'complaint';
  return chance < kinds.complaint + kinds.aspiration ? 'aspiration' : 'information-request';
}

function addOffered(stations: readonly Station[], route: Route): void {
  for (const { tasks } of route.stages) {
    for (const { station, minutes } of tasks) {
      const at = stations[station];
      if (at !== undefined) at.offered += minutes;
    }
  }
}

function enterStage(run: Run, matter: Matter, at: number): void {
  const stage = matter.route.stages[matter.stage];
  if (stage === undefined) {
    leaveSystem(run, matter, at);
    return;
  }
  run.clocks.startEntering(matter, stage.step, at);
  const counts = run.steps[stage.step];
  if (counts !== undefined && at > run.setup.times.measuredFrom) counts.visits += 1;
  matter.pending = stage.tasks.length;
  const urgency = run.setup.scenario.order === 'deadline' ? earliestDue(matter) : 0;
  const owner = matter.order;
  for (const { station: place, minutes } of stage.tasks) {
    const station = run.stations[place];
    if (station === undefined) {
      startApart(run, matter, { owner, step: stage.step, minutes, queuedAt: 0 }, at);
      continue;
    }
    passTime(station, at);
    station.queue.push(urgency, { owner, step: stage.step, minutes, queuedAt: station.minute });
  }
  for (const { station } of stage.tasks) begin(run, station, at);
}

/** What needs nobody of the office: the reporter's own time, and what happens at once. */
function startApart(run: Run, matter: Matter, job: Job, at: number): void {
  run.working.add(job);
  foresee(run, at + job.minutes * msPerMinute, { kind: 'done', matter, job, station: -1 });
}

/** Gives the free people of a station what is next; while it is shut, at its opening. Its minute is up to date. */
function begin(run: Run, place: number, at: number): void {
  const station = run.stations[place];
  if (station === undefined) return;
  while (station.busy < station.people && station.queue.size() > 0) {
    if (!station.hours.isOpenAt(at)) {
      if (!station.isWoken) foresee(run, station.hours.nextOpening(at), { kind: 'opening', station: place });
      station.isWoken = true;
      return;
    }
    startNext(run, station, place, at);
  }
}

function startNext(run: Run, station: Station, place: number, at: number): void {
  const job = takeUp(station);
  const matter = job === undefined ? undefined : run.alive.get(job.owner);
  if (job === undefined || matter === undefined) return;
  run.working.add(job);
  const counts = run.steps[job.step];
  if (counts !== undefined && at > run.setup.times.measuredFrom) {
    counts.started += 1;
    counts.waitMinutes += station.minute - job.queuedAt;
  }
  const doneAt = job.minutes === 0 ? at : station.hours.instantAt(station.minute + job.minutes);
  foresee(run, doneAt, { kind: 'done', matter, job, station: place });
}

function finishJob(run: Run, event: Extract<Event, { kind: 'done' }>, at: number): void {
  const { matter, job } = event;
  run.working.delete(job);
  matter.pending -= 1;
  const station = run.stations[event.station];
  if (station !== undefined) {
    passTime(station, at);
    station.busy -= 1;
  }
  if (matter.pending === 0) {
    run.clocks.stopLeaving(matter, job.step, at);
    matter.stage += 1;
    enterStage(run, matter, at);
  }
  begin(run, event.station, at);
}

function openDoors(run: Run, place: number, at: number): void {
  const station = run.stations[place];
  if (station === undefined) return;
  passTime(station, at);
  station.isWoken = false;
  begin(run, place, at);
}

function leaveSystem(run: Run, matter: Matter, at: number): void {
  passSystem(run, at);
  run.alive.delete(matter.order);
  noteStay(run, matter, at);
  if (matter.route.isCut) {
    run.counts.cut += 1;
    return;
  }
  run.clocks.stopAll(matter, at);
  run.counts.finished += 1;
  if (at <= run.setup.times.measuredFrom) return;
  run.counts.finishedMeasured += 1;
  run.counts.stayMs += at - matter.arrivedAt;
}

function passSystem(run: Run, at: number): void {
  const measured = at - Math.max(run.countedTo, run.setup.times.measuredFrom);
  if (measured > 0) run.counts.systemArea += measured * run.alive.size;
  run.countedTo = at;
}

function noteStay(run: Run, matter: Matter, at: number): void {
  run.counts.stayArea += Math.max(0, at - Math.max(matter.arrivedAt, run.setup.times.measuredFrom));
}

function countUp(run: Run): RunCounts {
  const { end, measuredFrom } = run.setup.times;
  const { alive, stations, clocks } = run;
  passSystem(run, end);
  for (const matter of alive.values()) noteStay(run, matter, end);
  for (const station of stations) {
    passTime(station, end);
    for (const job of station.queue.items()) noteWait(station, job);
  }
  return {
    ...run.counts,
    inSystem: alive.size,
    heldByJobs: heldBy(run),
    measuredMs: end - measuredFrom,
    judged: clocks.judged,
    kept: clocks.kept,
    steps: run.steps,
    stations,
  };
}

/** Cases that wait or are being worked on, counted by their work: all that are in the system must be there. */
function heldBy({ working, stations }: Run): number {
  const owners = new Set([...working].map(({ owner }) => owner));
  for (const station of stations) for (const { owner } of station.queue.items()) owners.add(owner);
  return owners.size;
}

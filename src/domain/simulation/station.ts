import { type MinHeap, makeMinHeap } from './min-heap.ts';
import type { Staffing } from './scenario.ts';
import type { WorkingHours } from './working-hours.ts';

/** Work that waits for somebody or is being done. */
export interface Job {
  readonly owner: number;
  readonly step: number;
  readonly minutes: number;
  /** The station's own minute at which it began to wait. */
  readonly queuedAt: number;
}

/**
 * One actor: people who take the next case when they are free. Everything is counted in the actor's own
 * working minutes, so that nights and holidays are neither waiting nor idleness; Little's law holds there
 * as it does around the clock.
 */
export interface Station {
  readonly actor: string;
  readonly people: number;
  readonly hours: WorkingHours;
  readonly queue: MinHeap<Job>;
  /** Minutes between which is measured. */
  readonly from: number;
  readonly to: number;
  minute: number;
  busy: number;
  isWoken: boolean;
  queueArea: number;
  busyArea: number;
  /** Minutes by length of the queue. */
  readonly lengths: number[];
  /** Minutes of work that the cases which arrived while measured bring in all. */
  offered: number;
  started: number;
  waited: number;
  waitMinutes: number;
  /** Minutes waited while measured, summed over jobs; Little's law says it is `queueArea`. */
  waitArea: number;
  /** The length of the queue at the end of each measured day. */
  readonly byDay: number[];
}

export function makeStation(
  actor: string,
  { people }: Staffing,
  hours: WorkingHours,
  measured: { readonly from: number; readonly to: number },
): Station {
  return {
    actor,
    people,
    hours,
    queue: makeMinHeap(),
    from: hours.minutesAt(measured.from),
    to: hours.minutesAt(measured.to),
    minute: 0,
    busy: 0,
    isWoken: false,
    queueArea: 0,
    busyArea: 0,
    lengths: [],
    offered: 0,
    started: 0,
    waited: 0,
    waitMinutes: 0,
    waitArea: 0,
    byDay: [],
  };
}

/** Brings the areas up to an instant; called before anything about the station changes. */
export function passTime(station: Station, at: number): void {
  const minute = station.hours.minutesAt(at);
  const measured = Math.min(minute, station.to) - Math.max(station.minute, station.from);
  station.minute = minute;
  if (measured <= 0) return;
  const length = station.queue.size();
  station.queueArea += measured * length;
  station.busyArea += measured * station.busy;
  while (station.lengths.length <= length) station.lengths.push(0);
  station.lengths[length] = (station.lengths[length] ?? 0) + measured;
}

/** The next job, taken up by somebody who is free; the station's minute must be up to date. */
export function takeUp(station: Station): Job | undefined {
  const job = station.queue.pop();
  if (job === undefined) return undefined;
  station.busy += 1;
  noteWait(station, job);
  if (station.minute >= station.from && station.minute <= station.to) {
    const waited = station.minute - job.queuedAt;
    station.started += 1;
    station.waitMinutes += waited;
    if (waited > 0) station.waited += 1;
  }
  return job;
}

/** Adds what a job waited so far within the measured time; for those still waiting at the end, too. */
export function noteWait(station: Station, job: Job): void {
  const measured = Math.min(station.minute, station.to) - Math.max(job.queuedAt, station.from);
  if (measured > 0) station.waitArea += measured;
}

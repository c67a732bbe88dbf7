import type { Station } from './station.ts';

export interface StepCounts {
  /** Entered while measured. */
  visits: number;
  /** Taken up while measured. */
  started: number;
  /** Working minutes that these waited in all. */
  waitMinutes: number;
}

/** What one run counted. Times are milliseconds, those of stations the actor's working minutes. */
export interface RunCounts {
  /** Over the whole run: arrived = finished + cut + inSystem. */
  readonly arrived: number;
  readonly finished: number;
  readonly cut: number;
  readonly inSystem: number;
  /** Cases found at some step or in some queue at the end. */
  readonly heldByJobs: number;
  readonly measuredMs: number;
  readonly finishedMeasured: number;
  /** Summed over those finished while measured. */
  readonly stayMs: number;
  /** The number in the system, over time; and the time in the system, over cases. Little: they are equal. */
  readonly systemArea: number;
  readonly stayArea: number;
  /** By place of the promise: fell due while measured; of these kept. */
  readonly judged: readonly number[];
  readonly kept: readonly number[];
  readonly steps: readonly StepCounts[];
  readonly stations: readonly Station[];
}

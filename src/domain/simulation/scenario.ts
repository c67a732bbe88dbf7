import type { CaseKind } from '../cases/words.ts';
import type { ServiceTime } from './service-time.ts';

/** When reports come: at chance moments of working time, or as they came in a past period, hour by hour. */
export type Arrivals =
  /** `perHour`: of working time. */
  | { readonly kind: 'steady'; readonly perHour: number }
  /** Counts of consecutive hours from `from` (ISO instant) on, repeated in whole weeks. */
  | { readonly kind: 'series'; readonly from: string; readonly perHour: readonly number[] };

export interface Staffing {
  readonly people: number;
  /** `always`: in shifts, day and night. */
  readonly hours: 'office' | 'always';
}

/** Whose turn it is when somebody is free: the earliest deadline, as on the work lists, or who came first. */
export const queueOrders = ['deadline', 'first-come'] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** What a run is told, nothing left open. Shares are from 0 to 1, keyed by step; staff by actor. */
export interface Scenario {
  readonly arrivals: Arrivals;
  readonly kinds: Readonly<Record<CaseKind, number>>;
  readonly staff: ReadonlyMap<string, Staffing>;
  readonly service: ReadonlyMap<string, ServiceTime>;
  /** How often a decision says Ya. */
  readonly yes: ReadonlyMap<string, number>;
  /** How often an optional step is done. */
  readonly taken: ReadonlyMap<string, number>;
  /** How often a step sends the case back. */
  readonly returned: ReadonlyMap<string, number>;
  /** How many assignments are given where any are, on average; at least 1. */
  readonly parallel: ReadonlyMap<string, number>;
  readonly order: QueueOrder;
  /** `off`: everybody works day and night, every day counts. */
  readonly calendar: 'office' | 'off';
  readonly zone: string;
  /** ISO instant at which the first day begins. */
  readonly start: string;
  /** Working days that fill the office before anything is measured. */
  readonly warmUpDays: number;
  /** Working days that are measured. */
  readonly days: number;
  /** Runs with chance of their own, from which the intervals come. */
  readonly replications: number;
  readonly seed: number;
  /** Times the arrivals. */
  readonly loads: readonly number[];
}

/** What somebody states of a scenario; the rest is learned from the past or assumed, and named. */
export interface ScenarioInput {
  readonly arrivals?: { readonly perDay: number } | { readonly perHour: number };
  readonly kinds?: Readonly<Partial<Record<CaseKind, number>>>;
  readonly staff?: Readonly<
    Record<string, number | { readonly people: number; readonly hours?: Staffing['hours'] }>
  >;
  readonly service?: Readonly<Record<string, number | ServiceTime>>;
  readonly yes?: Readonly<Record<string, number>>;
  readonly taken?: Readonly<Record<string, number>>;
  readonly returned?: Readonly<Record<string, number>>;
  readonly parallel?: Readonly<Record<string, number>>;
  readonly order?: QueueOrder;
  readonly calendar?: Scenario['calendar'];
  readonly zone?: string;
  /** `YYYY-MM-DD`. */
  readonly start?: string;
  readonly warmUpDays?: number;
  readonly days?: number;
  readonly replications?: number;
  readonly seed?: number;
  readonly loads?: readonly number[];
}

/** Hours of work in an ordinary day of either kind (Perpres 21/2023: 37.5 in five days). */
export const hoursPerDay = 7.5;

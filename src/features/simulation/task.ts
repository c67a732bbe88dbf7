import { type Calendar, localDate } from '../../domain/clocks/calendar.ts';
import { dayOf, formatDate, isWeekend } from '../../domain/clocks/civil-date.ts';
import { msPerDay, parseInstant } from '../../domain/clocks/instant.ts';
import type { ClockRule } from '../../domain/clocks/rules.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { type Assumption, assume } from '../../domain/simulation/assumption.ts';
import { completeScenario } from '../../domain/simulation/complete-scenario.ts';
import { type Learned, learnFrom } from '../../domain/simulation/learn.ts';
import type { PastCase } from '../../domain/simulation/past-case.ts';
import { type ReplayResult, replay } from '../../domain/simulation/replay.ts';
import { hoursPerDay, type Scenario, type ScenarioInput } from '../../domain/simulation/scenario.ts';
import { scenarioDefaults } from '../../domain/simulation/scenario-defaults.ts';
import {
  expectedVisits,
  type ScenarioProblem,
  scenarioProblems,
} from '../../domain/simulation/scenario-problems.ts';
import { type SimulationResult, simulate } from '../../domain/simulation/simulate.ts';
import { officeHours, type WorkingHours } from '../../domain/simulation/working-hours.ts';

/** Real cases of a period. ISO instants, the second not included. */
export interface PastPeriod {
  readonly from: string;
  readonly to: string;
  readonly cases: readonly PastCase[];
}

/** Everything of one order; plain data and Maps, so that it can cross to a thread. */
export interface SimulationTask {
  readonly procedure: Procedure;
  /** The released versions, for cases of the past. */
  readonly versions: readonly Procedure[];
  readonly input: ScenarioInput;
  readonly calendar: Calendar;
  readonly rules: readonly ClockRule[];
  readonly past: PastPeriod | null;
  readonly replay: PastPeriod | null;
  /** ISO instant up to which the past is known. */
  readonly now: string;
  /** Stays in rows that it may cost at most. */
  readonly most: number;
}

export interface Simulated {
  readonly simulation: SimulationResult;
  readonly replay: ReplayResult | null;
}

export type NotSimulated =
  | { readonly code: 'scenario'; readonly problems: readonly ScenarioProblem[] }
  | { readonly code: 'too-large'; readonly visits: number; readonly most: number }
  | { readonly code: 'calendar-gap'; readonly year: number };

/** Stays in rows, about; a million take about a second. A server is asked for less than a terminal. */
export const simulationLimits = { server: 12_000_000, terminal: 80_000_000 } as const;

/**
 * Completes the scenario, learns from the past, simulates and replays. Pure; the export `run` of a thread. Refused
 * where the scenario names what is not there, costs too much, or runs into a year without a decree.
 */
export function run(task: SimulationTask): Result<Simulated, NotSimulated> {
  const { procedure, input, calendar, rules } = task;
  const problems = scenarioProblems(procedure, input);
  if (problems.length > 0) return err({ code: 'scenario', problems });
  const learned = learn(task);
  const zone = input.zone ?? scenarioDefaults.zone;
  const start = learned === null ? firstSettledDay(calendar) : localDate(learned.from, zone);
  const { scenario, assumptions } = completeScenario(procedure, input, start, learned);
  const visits = expectedVisits(procedure, costOf(scenario, learned));
  if (visits > task.most) return err({ code: 'too-large', visits: Math.round(visits), most: task.most });
  const said = [...assumptions, ...sayPast(learned, zone)];
  const simulated = simulate(procedure, scenario, { calendar, rules }, said);
  if (!simulated.ok) return simulated;
  return ok({ simulation: simulated.value, replay: replayTask(task) });
}

function learn({ past, procedure, input, calendar }: SimulationTask): Learned | null {
  return past === null ? null : learnFrom(procedure, past.cases, past, hoursOver(past, input, calendar));
}

/** A year longer than the period: cases end after they came. */
function hoursOver(period: PastPeriod, input: ScenarioInput, calendar: Calendar): WorkingHours {
  const span = { from: parseInstant(period.from), to: parseInstant(period.to) + 366 * msPerDay };
  return officeHours(span, input.zone ?? scenarioDefaults.zone, calendar);
}

function sayPast(learned: Learned | null, zone: string): readonly Assumption[] {
  if (learned === null) return [];
  const { from, to, cases } = learned;
  const dates = { from: localDate(from, zone), to: localDate(to, zone) };
  return [assume('past-cases', { ...dates, cases }, 'past'), assume('past-upper-bound', {}, 'past')];
}

function replayTask(task: SimulationTask): ReplayResult | null {
  const { procedure, versions, input, calendar, now, replay: period } = task;
  if (period === null) return null;
  const byNumber = new Map(versions.map((version) => [version.version, version]));
  const hours = hoursOver(period, input, calendar);
  return replay(procedure, byNumber, period.cases, { calendar, hours, until: now });
}

/** The first Monday of the last year whose decree is settled: the same for everybody, whatever day it is. */
function firstSettledDay(calendar: Calendar): string {
  const settled = [...calendar.years.values()].filter(({ provisional }) => !provisional);
  const years = settled.length > 0 ? settled : [...calendar.years.values()];
  let day = dayOf(`${Math.max(...years.map(({ year }) => year))}-01-01`);
  while (isWeekend(day) || !isWeekend(day - 1)) day += 1;
  return formatDate(day);
}

function costOf(scenario: Scenario, learned: Learned | null): Parameters<typeof expectedVisits>[1] {
  const { arrivals, warmUpDays, days, replications, loads } = scenario;
  const perHour = arrivals.kind === 'steady' ? arrivals.perHour : (learned?.perWorkingHour ?? 0);
  const hours = scenario.calendar === 'off' ? 24 : hoursPerDay;
  return { perDay: perHour * hours, days: warmUpDays + days, replications, loads };
}

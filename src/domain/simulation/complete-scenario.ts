import type { CaseKind } from '../cases/words.ts';
import { localDate } from '../clocks/calendar.ts';
import type { Procedure, Step } from '../procedures/procedure.ts';
import { type Assumption, assume } from './assumption.ts';
import type { Learned } from './learn.ts';
import {
  buildModel,
  defaultReturnsAtMost,
  happensAtOnce,
  isReporterStep,
  refusalGoesBack,
  returnsApart,
  workingActors,
} from './model.ts';
import { randomFrom } from './random.ts';
import { drawRoute, longestRoute } from './route.ts';
import { hoursPerDay, type Scenario, type ScenarioInput, type Staffing } from './scenario.ts';
import { minutesOfAct, scenarioDefaults } from './scenario-defaults.ts';
import { meanMinutes, type ServiceTime } from './service-time.ts';

export interface CompletedScenario {
  readonly scenario: Scenario;
  readonly assumptions: readonly Assumption[];
}

/**
 * Fills in what was not stated: from the past where it was learned, else from the defaults above. Every number
 * that a run uses is named among the assumptions with where it comes from. `start` (`YYYY-MM-DD`) is the first
 * day where none is stated.
 */
export function completeScenario(
  procedure: Procedure,
  input: ScenarioInput,
  start: string,
  past: Learned | null = null,
): CompletedScenario {
  const named: Assumption[] = [];
  const zone = input.zone ?? scenarioDefaults.zone;
  const pattern: Scenario = {
    arrivals: chooseArrivals(input, past, named),
    kinds: chooseKinds(input, past, named),
    staff: new Map(),
    ...chooseSteps(procedure, input, past, named),
    order: input.order ?? 'deadline',
    calendar: input.calendar ?? 'office',
    zone,
    start: `${input.start ?? start}T12:00:00.000Z`,
    warmUpDays: input.warmUpDays ?? scenarioDefaults.warmUpDays,
    days: input.days ?? scenarioDefaults.days,
    replications: input.replications ?? scenarioDefaults.replications,
    seed: input.seed ?? scenarioDefaults.seed,
    loads: input.loads ?? scenarioDefaults.loads,
  };
  const scenario = { ...pattern, staff: chooseStaff(procedure, pattern, input, past, named) };
  return { scenario, assumptions: [...named, ...alwaysSaid(procedure, scenario, input)] };
}

function chooseArrivals(
  input: ScenarioInput,
  past: Learned | null,
  named: Assumption[],
): Scenario['arrivals'] {
  if (input.arrivals === undefined && past !== null) {
    const { from, to, cases, perHour } = past;
    const zone = input.zone ?? scenarioDefaults.zone;
    const dates = { from: localDate(from, zone), to: localDate(to, zone) };
    named.push(assume('arrivals-series', { ...dates, cases }, 'past'));
    return { kind: 'series', from: past.from, perHour };
  }
  const perHour =
    input.arrivals === undefined
      ? scenarioDefaults.perDay / hoursPerDay
      : 'perDay' in input.arrivals
        ? input.arrivals.perDay / hoursPerDay
        : input.arrivals.perHour;
  const params = { perDay: round(perHour * hoursPerDay), perHour: round(perHour) };
  named.push(assume('arrivals-steady', params, input.arrivals === undefined ? 'assumed' : 'stated'));
  return { kind: 'steady', perHour };
}

function chooseKinds(
  input: ScenarioInput,
  past: Learned | null,
  named: Assumption[],
): Readonly<Record<CaseKind, number>> {
  const { kinds = past?.kinds ?? scenarioDefaults.kinds } = input;
  const given = {
    complaint: kinds.complaint ?? 0,
    aspiration: kinds.aspiration ?? 0,
    'information-request': kinds['information-request'] ?? 0,
  };
  const sum = given.complaint + given.aspiration + given['information-request'];
  const whole = sum > 0 ? sum : 1;
  const shares = {
    complaint: given.complaint / whole,
    aspiration: given.aspiration / whole,
    'information-request': given['information-request'] / whole,
  };
  named.push(
    assume(
      'kinds',
      {
        complaint: percent(shares.complaint),
        aspiration: percent(shares.aspiration),
        information: percent(shares['information-request']),
      },
      sourceOf(input.kinds !== undefined, past !== null),
    ),
  );
  return shares;
}

type StepChoices = Pick<Scenario, 'service' | 'yes' | 'taken' | 'returned' | 'parallel'>;

function chooseSteps(
  procedure: Procedure,
  input: ScenarioInput,
  past: Learned | null,
  named: Assumption[],
): StepChoices {
  const { steps } = procedure;
  const share = (
    code: 'yes' | 'taken' | 'returned',
    step: Step,
    assumed: number,
  ): readonly [string, number] => {
    const stated = input[code]?.[step.id];
    const seen = past?.[code].get(step.id);
    const value = stated ?? seen ?? assumed;
    const source = sourceOf(stated !== undefined, seen !== undefined);
    named.push(assume(code, { step: step.id, percent: percent(value) }, source));
    return [step.id, value];
  };
  const yes = steps
    .filter((step) => step.exits !== undefined)
    .map((step) =>
      share(
        'yes',
        step,
        refusalGoesBack(procedure, step) ? scenarioDefaults.yesBeforeWayBack : scenarioDefaults.yes,
      ),
    );
  const taken = steps
    .filter((step) => step.optional === true)
    .map((step) => share('taken', step, scenarioDefaults.taken));
  const returned = steps
    .filter(returnsApart)
    .map((step) => share('returned', step, scenarioDefaults.returned));
  for (const step of steps.filter((one) => one.returnsTo !== undefined)) {
    const most = step.returnsAtMost ?? defaultReturnsAtMost;
    named.push(
      assume(
        'return-limit',
        { step: step.id, most },
        step.returnsAtMost === undefined ? 'assumed' : 'stated',
      ),
    );
  }
  const parallel = steps
    .filter((step) => (step.delegates ?? []).length > 0)
    .map((step): readonly [string, number] => {
      const stated = input.parallel?.[step.id];
      const assumed = step.act === 'delegate' ? 1 : scenarioDefaults.parallel;
      const mean = stated ?? assumed;
      named.push(assume('parallel', { step: step.id, mean }, sourceOf(stated !== undefined, false)));
      return [step.id, mean];
    });
  return {
    service: new Map(steps.map((step) => [step.id, chooseService(procedure, step, input, past, named)])),
    yes: new Map(yes),
    taken: new Map(taken),
    returned: new Map(returned),
    parallel: new Map(parallel),
  };
}

function chooseService(
  procedure: Procedure,
  step: Step,
  input: ScenarioInput,
  past: Learned | null,
  named: Assumption[],
): ServiceTime {
  const stated = input.service?.[step.id];
  if (stated === undefined && (happensAtOnce(step) || isReporterStep(procedure, step))) {
    return { shape: 'fixed', mean: 0 };
  }
  const seen = past?.service.get(step.id);
  if (stated === undefined && seen !== undefined) {
    const minutes = round(meanMinutes(seen));
    const cases = seen.shape === 'empirical' ? seen.minutes.length : 0;
    named.push(assume('service-empirical', { step: step.id, minutes, cases }, 'past'));
    return seen;
  }
  const time: ServiceTime =
    typeof stated === 'object' ? stated : { shape: 'exponential', mean: stated ?? minutesOfAct[step.act] };
  const params = { step: step.id, minutes: round(meanMinutes(time)), shape: time.shape };
  named.push(assume('service', params, stated === undefined ? 'assumed' : 'stated'));
  return time;
}

function chooseStaff(
  procedure: Procedure,
  pattern: Scenario,
  input: ScenarioInput,
  past: Learned | null,
  named: Assumption[],
): Scenario['staff'] {
  const needed = neededPeople(procedure, pattern, past);
  return new Map(
    workingActors(procedure).map((actor): readonly [string, Staffing] => {
      const stated = input.staff?.[actor];
      const given = typeof stated === 'number' ? { people: stated } : stated;
      const staffing: Staffing = {
        people: given?.people ?? needed.get(actor) ?? 1,
        hours: given !== undefined && 'hours' in given ? (given.hours ?? 'office') : 'office',
      };
      const source = given === undefined ? 'assumed' : 'stated';
      named.push(assume('staff', { actor, people: staffing.people, hours: staffing.hours }, source));
      return [actor, staffing];
    }),
  );
}

/** As many of each as keep them busy `busyAtMost` of their time at a load of 1, by the mean of 2,000 ways. */
function neededPeople(
  procedure: Procedure,
  pattern: Scenario,
  past: Learned | null,
): ReadonlyMap<string, number> {
  const model = buildModel(procedure, pattern);
  const draws = 2000;
  const work = model.stations.map(() => 0);
  for (let draw = 0; draw < draws; draw += 1) {
    for (const { tasks } of drawRoute(model, randomFrom(pattern.seed, draw)).stages) {
      for (const { station, minutes } of tasks)
        if (station >= 0) work[station] = (work[station] ?? 0) + minutes;
    }
  }
  const { arrivals } = pattern;
  const perMinute = (arrivals.kind === 'steady' ? arrivals.perHour : (past?.perWorkingHour ?? 0)) / 60;
  return new Map(
    model.stations.map((actor, place) => {
      const busy = ((work[place] ?? 0) / draws) * perMinute;
      return [actor, Math.max(1, Math.ceil(busy / scenarioDefaults.busyAtMost))];
    }),
  );
}

function alwaysSaid(procedure: Procedure, scenario: Scenario, input: ScenarioInput): readonly Assumption[] {
  const { warmUpDays, days, replications, seed } = scenario;
  const hours = scenario.calendar === 'off' ? 'hours-off' : 'hours-office';
  const severalActors = procedure.steps.filter((step) => step.actors.length > 1);
  return [
    assume('order', { order: scenario.order }, input.order === undefined ? 'assumed' : 'stated'),
    assume(hours, {}, input.calendar === undefined ? 'assumed' : 'stated'),
    ...severalActors.map((step) => assume('one-of-several', { step: step.id })),
    assume('no-queue'),
    assume('work-continues'),
    assume('never-paused'),
    assume('judged-when-due'),
    assume('run-length', { warmUpDays, days, replications, seed }, 'stated'),
    assume('case-cut', { most: longestRoute(procedure.steps.length) }),
  ];
}

function sourceOf(stated: boolean, seen: boolean): Assumption['source'] {
  if (stated) return 'stated';
  return seen ? 'past' : 'assumed';
}

function percent(share: number): number {
  return round(share * 100);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

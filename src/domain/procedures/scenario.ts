import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../clocks/calendar.ts';
import type { ClockOwner } from '../clocks/rules.ts';
import { dueDate } from '../clocks/working-time.ts';
import { ownerOfStep } from './next-steps.ts';
import type { ProblemPath } from './problem.ts';
import type { Limit, Procedure } from './procedure.ts';
import { type Visit, walk } from './walk.ts';

/** One telling of how a case goes, and what the procedure must make of it. Times: ISO 8601 with offset. */
export interface Scenario {
  /** A sentence a civil servant can check. */
  readonly name: string;
  /** Arrival of the submission: the first row begins, and the overall limit counts from here. */
  readonly start: string;
  /** IANA zone of the office. */
  readonly zone: string;
  readonly path: readonly ScenarioAction[];
  /** Every row the case enters, in order; without `due` the row must have no time. */
  readonly expect: readonly ExpectedVisit[];
  readonly overallDue?: string | null;
  /** Whether the procedure is over after the last action. */
  readonly ends: boolean;
}

export interface ScenarioAction {
  readonly at: string;
  readonly act: string;
  /** A system role. */
  readonly by: string;
  /** At a decision: `ya` or `tidak`. */
  readonly exit?: string;
  /** The row sends the case back to where `returnsTo` says. */
  readonly sendsBack?: boolean;
}

export interface ExpectedVisit {
  readonly step: string;
  readonly actor: string;
  readonly due?: string | null;
}

export interface ScenarioProblem {
  readonly code: ScenarioProblemCode;
  /** From the scenario down. */
  readonly path: ProblemPath;
  readonly params: Readonly<Record<string, string>>;
}

export const scenarioProblemCodes = [
  'scenario-bad-time',
  'scenario-bad-zone',
  'scenario-time-backwards',
  'scenario-after-end',
  'scenario-act',
  'scenario-role',
  'scenario-exit',
  'scenario-return',
  'scenario-step',
  'scenario-actor',
  'scenario-due',
  'scenario-overall-due',
  'scenario-no-due',
  'scenario-ends',
] as const;
export type ScenarioProblemCode = (typeof scenarioProblemCodes)[number];

/**
 * Plays the actions against the procedure and compares rows, actors and due dates with what is expected.
 * An action that the procedure does not allow ends the play; the comparison is then left out.
 */
export function runScenario(
  procedure: Procedure,
  scenario: Scenario,
  calendar: Calendar,
): readonly ScenarioProblem[] {
  const unreadable = timeProblems(scenario);
  if (unreadable.length > 0) return unreadable;
  const walked = walk(procedure, scenario.start, scenario.path);
  if (!walked.ok) return [walked.error];
  const { visits, ended } = walked.value;
  const clock = { zone: scenario.zone, calendar };
  return [
    ...visitProblems(procedure, scenario, visits, clock),
    ...overallProblems(procedure, scenario, clock),
    ...(ended === scenario.ends
      ? []
      : [found('scenario-ends', ['ends'], { step: visits.at(-1)?.step.id ?? '' })]),
  ];
}

function timeProblems(scenario: Scenario): readonly ScenarioProblem[] {
  const zone = isZone(scenario.zone) ? [] : [found('scenario-bad-zone', ['zone'], { zone: scenario.zone })];
  const times: readonly (readonly [ProblemPath, string | null | undefined])[] = [
    [['start'], scenario.start],
    ...scenario.path.map((action, index) => [['path', index, 'at'], action.at] as const),
    ...scenario.expect.map((expected, index) => [['expect', index, 'due'], expected.due] as const),
    [['overallDue'], scenario.overallDue],
  ];
  return [
    ...zone,
    ...times.flatMap(([path, time]) =>
      time === undefined || time === null || isInstant(time)
        ? []
        : [found('scenario-bad-time', path, { time })],
    ),
  ];
}

function visitProblems(
  procedure: Procedure,
  { expect }: Scenario,
  visits: readonly Visit[],
  clock: Clockwork,
): readonly ScenarioProblem[] {
  const length = Math.max(expect.length, visits.length);
  for (let index = 0; index < length; index += 1) {
    const expected = expect[index];
    const visit = visits[index];
    if (expected === undefined || visit?.step.id !== expected.step) {
      const params = { expected: expected?.step ?? '-', got: visit?.step.id ?? '-' };
      return [found('scenario-step', ['expect', index], params)];
    }
    const problems = [
      ...actorProblems(procedure, expected, visit, ['expect', index, 'actor']),
      ...dueProblems(
        { code: 'scenario-due', owner: ownerOfStep(visit.step) },
        visit.step.limit,
        visit.enteredAt,
        expected.due,
        ['expect', index],
        clock,
      ),
    ];
    if (problems.length > 0) return problems;
  }
  return [];
}

function actorProblems(
  procedure: Procedure,
  expected: ExpectedVisit,
  visit: Visit,
  path: ProblemPath,
): readonly ScenarioProblem[] {
  const got = visit.actors.filter((id) => {
    const actor = procedure.actors.find((one) => one.id === id);
    return visit.by === null || actor?.roles.includes(visit.by) === true;
  });
  return got.includes(expected.actor)
    ? []
    : [found('scenario-actor', path, { step: visit.step.id, expected: expected.actor, got: got.join(', ') })];
}

function overallProblems(
  procedure: Procedure,
  scenario: Scenario,
  clock: Clockwork,
): readonly ScenarioProblem[] {
  const { start, overallDue } = scenario;
  return dueProblems(
    { code: 'scenario-overall-due', owner: 'institution' },
    procedure.overallLimit,
    start,
    overallDue,
    ['overallDue'],
    clock,
  );
}

interface Clockwork {
  readonly zone: string;
  readonly calendar: Calendar;
}

function dueProblems(
  { code, owner }: { readonly code: 'scenario-due' | 'scenario-overall-due'; readonly owner: ClockOwner },
  limit: Limit | null,
  from: string,
  expected: string | null | undefined,
  path: ProblemPath,
  { zone, calendar }: Clockwork,
): readonly ScenarioProblem[] {
  const local = (instant: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' });
  const wanted = expected === undefined || expected === null ? '-' : local(expected);
  if (limit === null) return wanted === '-' ? [] : [found(code, path, { expected: wanted, got: '-' })];
  const startedAt = Temporal.Instant.from(from).toString();
  const dated = dueDate({ startedAt, limit, zone, calendar, pauses: [], owner });
  if (!dated.ok || dated.value.due === null) return [found('scenario-no-due', path, { from: local(from) })];
  const got = local(dated.value.due);
  return got === wanted ? [] : [found(code, path, { expected: wanted, got })];
}

function found(
  code: ScenarioProblemCode,
  path: ProblemPath,
  params: ScenarioProblem['params'] = {},
): ScenarioProblem {
  return { code, path, params };
}

function isInstant(text: string): boolean {
  return /T.+(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isZone(zone: string): boolean {
  return ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].includes(zone);
}

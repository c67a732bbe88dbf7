import type { Procedure } from '../../../src/domain/procedures/procedure.ts';
import { workingActors } from '../../../src/domain/simulation/model.ts';
import type { QueueOrder } from '../../../src/domain/simulation/scenario.ts';
import { hoursPerDay } from '../../../src/domain/simulation/scenario.ts';
import { scenarioDefaults } from '../../../src/domain/simulation/scenario-defaults.ts';
import { expectedVisits } from '../../../src/domain/simulation/scenario-problems.ts';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import type { ScenarioBody, SimulationRequest } from '../../../src/features/simulation/contract.ts';

/** What somebody fills in, as it stands in the fields; empty: left to the past, or to what is usually assumed. */
export interface SimulationForm {
  /** A period of past cases, the last day included. */
  readonly from: string;
  readonly to: string;
  readonly learns: boolean;
  readonly replays: boolean;
  readonly perDay: string;
  /** By actor. */
  readonly people: Readonly<Record<string, string>>;
  readonly shifts: Readonly<Record<string, boolean>>;
  readonly calendar: 'office' | 'off';
  readonly order: QueueOrder;
  readonly start: string;
  readonly days: string;
  readonly seed: string;
  readonly loads: readonly number[];
}

export const loadChoices = [1, 2, 10] as const;

export const emptyForm: SimulationForm = {
  from: '',
  to: '',
  learns: true,
  replays: true,
  perDay: '',
  people: {},
  shifts: {},
  calendar: 'office',
  order: 'deadline',
  start: '',
  days: '',
  seed: String(scenarioDefaults.seed),
  loads: loadChoices,
};

/** The columns of the form that have a queue. */
export function queueingActors(document: ProcedureDocument): readonly { id: string; title: string }[] {
  // Rows and actors are those of a procedure; what may be wrong in a draft does not matter for who works.
  const working = workingActors(document as unknown as Procedure);
  return working.map((id) => ({ id, title: document.actors.find((one) => one.id === id)?.title ?? id }));
}

/** What is asked of the server; a number that is none is sent as it is, and refused at its field. */
export function requestOf(
  procedure: SimulationRequest['procedure'],
  form: SimulationForm,
  actors: readonly { readonly id: string }[],
): SimulationRequest {
  const hasPeriod = form.from !== '' || form.to !== '';
  const period = { from: form.from, to: form.to === '' ? '' : dayAfter(form.to) };
  return {
    procedure,
    scenario: scenarioOf(form, actors),
    ...(hasPeriod && form.learns ? { past: period } : {}),
    ...(hasPeriod && form.replays ? { replay: period } : {}),
  };
}

function scenarioOf(form: SimulationForm, actors: readonly { readonly id: string }[]): ScenarioBody {
  const staff = actors.flatMap(({ id }) => {
    const people = form.people[id] ?? '';
    if (people === '') return [];
    const hours = form.shifts[id] === true ? ('always' as const) : ('office' as const);
    return [[id, { people: Number(people), hours }] as const];
  });
  return {
    loads: [...form.loads],
    calendar: form.calendar,
    order: form.order,
    ...(form.perDay === '' ? {} : { arrivals: { perDay: Number(form.perDay) } }),
    ...(staff.length === 0 ? {} : { staff: Object.fromEntries(staff) }),
    ...(form.start === '' ? {} : { start: form.start }),
    ...(form.days === '' ? {} : { days: Number(form.days) }),
    ...(form.seed === '' ? {} : { seed: Number(form.seed) }),
  };
}

/** The server's period ends before its last day. */
function dayAfter(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** About how many seconds the server counts: a million stays in rows take one. */
export function expectedSeconds({ scenario = {} }: SimulationRequest, document: ProcedureDocument): number {
  const { arrivals = { perDay: scenarioDefaults.perDay }, days = scenarioDefaults.days } = scenario;
  const perDay = 'perDay' in arrivals ? arrivals.perDay : arrivals.perHour * hoursPerDay;
  const { loads = [...scenarioDefaults.loads], warmUpDays = scenarioDefaults.warmUpDays } = scenario;
  const visits = expectedVisits(document as unknown as Procedure, {
    perDay,
    days: warmUpDays + days,
    replications: scenario.replications ?? scenarioDefaults.replications,
    loads,
  });
  return Math.max(1, Math.ceil(visits / 1_000_000));
}

import { err, ok, type Result } from '../shared/result.ts';
import { firstStep, getStep, nextOf, possibleNext, rolesOfActors } from './next-steps.ts';
import type { Procedure, Step } from './procedure.ts';

/** An action as a scenario or a simulation tells it; `act`, `by` and `exit` are checked while walking. */
export interface WalkAction {
  readonly at: string;
  readonly act: string;
  readonly by: string;
  readonly exit?: string;
  readonly sendsBack?: boolean;
}

/** One stay of a case in one row. */
export interface Visit {
  readonly step: Step;
  /** Who may act here: the row's actors, or its stand-ins where nobody was assigned. */
  readonly actors: readonly string[];
  readonly enteredAt: string;
  /** The role that acted; null while nobody has. */
  readonly by: string | null;
}

export interface WalkRefusal {
  readonly code:
    | 'scenario-time-backwards'
    | 'scenario-after-end'
    | 'scenario-act'
    | 'scenario-role'
    | 'scenario-exit'
    | 'scenario-return';
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string>>;
}

interface Walked {
  readonly visits: readonly Visit[];
  readonly ended: boolean;
}

/**
 * Walks a procedure by a list of actions, purely: no case, no clock. Refuses the first action that the
 * procedure does not allow: wrong act, wrong role, an exit that is not there, a return that is not.
 */
export function walk(
  procedure: Procedure,
  start: string,
  actions: readonly WalkAction[],
): Result<Walked, WalkRefusal> {
  let walked: Walked = { visits: [enter([], firstStep(procedure), start)], ended: false };
  let before = start;
  for (const [index, action] of actions.entries()) {
    if (Date.parse(action.at) < Date.parse(before)) {
      return refused('scenario-time-backwards', index, { time: action.at });
    }
    const next = takeAction(procedure, walked, action, index);
    if (!next.ok) return next;
    walked = next.value;
    before = action.at;
  }
  return ok(walked);
}

function takeAction(
  procedure: Procedure,
  { visits, ended }: Walked,
  action: WalkAction,
  index: number,
): Result<Walked, WalkRefusal> {
  const current = visits.at(-1);
  if (ended || current === undefined) return refused('scenario-after-end', index, { act: action.act });
  const visit = visitFor(procedure, visits, current, action.act);
  if (visit === undefined) {
    return refused('scenario-act', index, {
      act: action.act,
      step: current.step.id,
      expected: current.step.act,
    });
  }
  const roles = rolesOfActors(procedure, visit.actors);
  if (!roles.includes(action.by)) {
    return refused('scenario-role', index, {
      role: action.by,
      step: visit.step.id,
      allowed: roles.join(', '),
    });
  }
  const done = [...visits.slice(0, -1), { ...visit, by: action.by }];
  const target = targetOf(visit.step, done, action, index);
  if (!target.ok) return target;
  if (target.value === null) return ok({ visits: done, ended: true });
  const entered = enter(done, getStep(procedure, target.value), action.at);
  return ok({ visits: [...done, entered], ended: false });
}

/** The present row, or one behind it where the rows between are optional. */
function visitFor(
  procedure: Procedure,
  visits: readonly Visit[],
  current: Visit,
  act: string,
): Visit | undefined {
  if (current.step.act === act) return current;
  if (current.step.optional !== true) return undefined;
  const further = possibleNext(procedure, current.step).find((step) => step.act === act);
  return further === undefined ? undefined : enter(visits.slice(0, -1), further, current.enteredAt);
}

function enter(before: readonly Visit[], step: Step, at: string): Visit {
  const assigned = before.some((visit) => visit.by !== null && (visit.step.delegates ?? []).length > 0);
  const actors = assigned || step.standIns === undefined ? step.actors : step.standIns;
  return { step, actors, enteredAt: at, by: null };
}

function targetOf(
  step: Step,
  visits: readonly Visit[],
  action: WalkAction,
  index: number,
): Result<string | null, WalkRefusal> {
  const { exit, sendsBack } = action;
  if (sendsBack === true) return returnTarget(step, visits, index);
  if (step.exits === undefined) {
    return exit === undefined ? ok(nextOf(step)) : refused('scenario-exit', index, { step: step.id, exit });
  }
  return exit === 'ya' || exit === 'tidak'
    ? ok(nextOf(step, exit))
    : refused('scenario-exit', index, { step: step.id, exit: exit ?? '-' });
}

/** How often a row was already sent back from is seen from the rows that follow it on the way. */
function returnTarget(
  step: Step,
  visits: readonly Visit[],
  index: number,
): Result<string | null, WalkRefusal> {
  if (step.returnsTo === undefined) return refused('scenario-return', index, { step: step.id, most: '0' });
  const returns = visits.filter(
    (visit, place) => visit.step.id === step.id && visits[place + 1]?.step.id === step.returnsTo,
  ).length;
  const most = step.returnsAtMost;
  return most !== undefined && returns >= most
    ? refused('scenario-return', index, { step: step.id, most: String(most) })
    : ok(step.returnsTo);
}

function refused(
  code: WalkRefusal['code'],
  index: number,
  params: WalkRefusal['params'],
): Result<never, WalkRefusal> {
  return err({ code, path: ['path', index], params });
}

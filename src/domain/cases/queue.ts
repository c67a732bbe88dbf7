import type { Clock } from '../clocks/clock.ts';
import { rolesOfActors } from '../procedures/next-steps.ts';
import type { Procedure, StepAct } from '../procedures/procedure.ts';
import { isActive } from './act.ts';
import { isPending } from './answers.ts';
import type { CaseState } from './case.ts';
import { currentStep } from './draft.ts';
import { isRunning } from './timing.ts';
import type { Queue } from './words.ts';

const queueOfAct: Readonly<Record<StepAct, Queue>> = {
  submit: 'verification',
  record: 'verification',
  verify: 'verification',
  refer: 'none',
  distribute: 'distribution',
  dispatch: 'distribution',
  'answer-directly': 'answering',
  accept: 'acceptance',
  'follow-up': 'handling',
  assign: 'handling',
  delegate: 'handling',
  report: 'handling',
  review: 'review',
  close: 'closing',
  finish: 'finishing',
  answer: 'answering',
  'pass-on': 'release',
  research: 'handling',
  examine: 'review',
  conclude: 'finishing',
  receive: 'reporter',
  rate: 'reporter',
};

/** The work list that the case stands in: whose turn it is. */
export function queueOf(state: CaseState, procedure: Procedure): Queue {
  if (state.status === 'answered' || state.status === 'awaiting-reporter') return 'reporter';
  const step = currentStep(state, procedure);
  if (!isActive(state) || step === undefined) return 'none';
  if (step.act === 'answer-directly') return isPending(state) ? 'release' : 'answering';
  return queueOfAct[step.act];
}

/** The roles that the form names for the rows of a work list: only their holders find their turn there. */
export function rolesOfQueue(procedure: Procedure, queue: Queue): readonly string[] {
  const rows = procedure.steps.filter(
    ({ act }) => queueOfAct[act] === queue || (act === 'answer-directly' && queue === 'release'),
  );
  return rolesOfActors(
    procedure,
    rows.flatMap(({ actors, standIns = [] }) => [...actors, ...standIns]),
  );
}

/**
 * The deadline that the work list shows: the earliest running clock of the office; while it is the
 * reporter's turn, the reporter's. Clocks already missed come first, since they are the earliest.
 */
export function nextClock(state: CaseState): Clock | undefined {
  const waiting = state.status === 'answered' || state.status === 'awaiting-reporter';
  const running = state.clocks.filter(
    (clock) => isRunning(clock) && clock.due !== null && (clock.owner === 'reporter') === waiting,
  );
  const live = running.filter((clock) => clock.outcome === 'running');
  return (live.length > 0 ? live : running).toSorted(byDue)[0];
}

/** When something must next be looked at: the earliest due date not yet noted as missed, of either side. */
export function nextCheck(state: CaseState): string | null {
  const dues = state.clocks.flatMap((clock) =>
    clock.outcome === 'running' && clock.breachedAt === null && clock.due !== null ? [clock.due] : [],
  );
  return dues.toSorted()[0] ?? null;
}

function byDue(a: Clock, b: Clock): number {
  return (a.due ?? '').localeCompare(b.due ?? '');
}

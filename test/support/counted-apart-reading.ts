/** How the second count reads a log, in the plainest way: see `counted-apart.ts`. */

export interface PlainEvent {
  readonly type: string;
  readonly at: string;
  readonly data: unknown;
}

export interface Limit {
  readonly amount: number;
  readonly unit: string;
}

export interface Stretch {
  readonly from: number;
  to: number;
}

export interface Stay {
  readonly step: string;
  readonly unit: string | null;
  readonly zone: string;
  readonly entered: number;
  /** A row of the reporter's ends with the day, an office's when the office closes. */
  ofReporter: boolean;
  limit: Limit | null;
  left: number | null;
  way: string;
  next: string;
  /** When the limit stopped being counted. */
  stopped: number | null;
  cancelled: boolean;
  withdrawn: boolean;
}

export const forever = Number.POSITIVE_INFINITY;

export interface Told {
  readonly stays: Stay[];
  readonly asked: Stretch[];
  standing: string;
  before: string;
  unit: string | null;
  zone: string;
  answered: number | null;
  readonly answerPauses: Stretch[];
  wholeLimit: Limit | null;
  wholeZone: string;
  wholeCancelled: boolean;
  followedUp: boolean;
  reopened: boolean;
  withdrawn: boolean;
}

/** The log from the beginning, in the plainest way. */
export function read(events: readonly PlainEvent[]): Told {
  const told: Told = {
    stays: [],
    asked: [],
    standing: 'open',
    before: 'open',
    unit: null,
    zone: text(events[0]?.data, 'zone'),
    answered: null,
    answerPauses: [],
    wholeLimit: null,
    wholeZone: '',
    wholeCancelled: false,
    followedUp: false,
    reopened: false,
    withdrawn: false,
  };
  for (const [index, event] of events.entries()) readOne(told, event, events[index + 1]);
  return told;
}

function readOne(told: Told, { type, at, data }: PlainEvent, following: PlainEvent | undefined): void {
  const ms = Date.parse(at);
  const last = told.stays.at(-1);
  if (type === 'StepStarted') told.stays.push(newStay(told, text(data, 'step'), ms));
  else if (type === 'ClockStarted') readLimit(told, last, data);
  else if (type === 'StepEnded' && last !== undefined) {
    last.left = ms;
    last.way = text(data, 'exit');
    last.withdrawn = told.withdrawn;
    last.next = following?.type === 'StepStarted' ? text(following.data, 'step') : '';
    last.stopped ??= ms;
  } else readOther(told, type, ms, data, last);
}

function newStay({ unit, zone }: Told, step: string, entered: number): Stay {
  return {
    step,
    unit,
    zone,
    entered,
    ofReporter: false,
    limit: null,
    left: null,
    way: '',
    next: '',
    stopped: null,
    cancelled: false,
    withdrawn: false,
  };
}

function readLimit(told: Told, last: Stay | undefined, data: unknown): void {
  const rule = text(data, 'clock', 'rule');
  if (rule === 'overall') {
    told.wholeLimit = limitOf(data);
    told.wholeZone = text(data, 'clock', 'zone');
  } else if (last !== undefined && rule === `step:${last.step}`) {
    last.limit = limitOf(data);
    last.ofReporter = text(data, 'clock', 'owner') === 'reporter';
  }
}

function readOther(told: Told, type: string, ms: number, data: unknown, last: Stay | undefined): void {
  switch (type) {
    case 'CaseDispatched':
      told.unit = text(data, 'unit', 'path');
      told.zone = text(data, 'unit', 'zone');
      break;
    case 'DispositionReturned':
      told.unit = null;
      break;
    case 'QuestionAsked':
      told.asked.push({ from: ms, to: forever });
      told.standing = 'awaiting-reporter';
      break;
    case 'ReporterCompleted':
      endAsking(told, ms);
      told.standing = 'open';
      break;
    case 'MessageToReporter':
      if (text(data, 'substantive') === 'true') told.followedUp = true;
      break;
    case 'AnswerReleased':
      told.followedUp = true;
      told.standing = 'answered';
      told.answered = ms;
      if (last !== undefined && last.stopped === null) last.stopped = ms;
      break;
    case 'ClockStopped':
    case 'ClockCancelled':
      if (text(data, 'clock') === 'overall') {
        told.answered = ms;
        told.wholeCancelled = type === 'ClockCancelled';
      }
      if (text(data, 'clock').startsWith('step:') && last !== undefined && last.stopped === null) {
        last.stopped = ms;
        last.cancelled = type === 'ClockCancelled';
      }
      break;
    case 'CaseReopened':
      told.reopened = true;
      told.standing = 'open';
      break;
    case 'ClockReopened':
      if (text(data, 'clock') === 'overall' && told.answered !== null) {
        told.answerPauses.push({ from: told.answered, to: ms });
        told.answered = null;
      }
      break;
    case 'CaseWithdrawn':
      told.withdrawn = true;
      break;
    case 'CaseMerged':
      told.before = told.standing;
      told.standing = 'merged';
      break;
    case 'MergeUndone':
      told.standing = told.before;
      break;
    case 'CaseReferred':
      told.standing = 'referred';
      break;
    case 'CaseArchived':
      told.standing = `archived:${text(data, 'reason')}`;
      endAsking(told, ms);
      break;
    case 'CaseClosed':
      told.standing = text(data, 'kind');
      endAsking(told, ms);
      break;
    default:
  }
}

function endAsking(told: Told, ms: number): void {
  const asked = told.asked.at(-1);
  if (asked !== undefined && asked.to === forever) asked.to = ms;
}

/** A value somewhere in the data of an event, as text; empty where there is none. */
export function text(data: unknown, ...path: readonly string[]): string {
  const value = path.reduce<unknown>((one, name) => (one as Record<string, unknown> | null)?.[name], data);
  return value === null || value === undefined ? '' : String(value);
}

function limitOf(data: unknown): Limit {
  return {
    amount: Number(text(data, 'clock', 'limit', 'amount')),
    unit: text(data, 'clock', 'limit', 'unit'),
  };
}

import type { CaseState } from '../cases/case.ts';
import type { CaseEvent, CaseEventType } from '../cases/events.ts';
import { evolve, fold } from '../cases/evolve.ts';
import type { CaseKind, CaseStatus, ClosureKind } from '../cases/words.ts';

/** What another system may be told of. */
export const messageTypes = [
  'case.opened',
  'case.moved', // another status or another step of the SOP
  'case.answered',
  'case.closed',
  'case.reopened',
  'deadline.moved', // also paused, and counted on
  'deadline.missed',
] as const;
export type MessageType = (typeof messageTypes)[number];

/** Where a case stood after one of its events. Nothing of who reports, who works on it, or what anybody wrote. */
export interface CaseMessage {
  readonly type: MessageType;
  /** The number of the event in the log of its case; it only rises. */
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly content: MessageContent;
}

export interface MessageContent {
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  /** The row of its SOP in which it stands. */
  readonly step: string | null;
  readonly procedure: { readonly id: string; readonly version: number };
  readonly closure: ClosureKind | null;
  /** Those that still run, each with its rule. */
  readonly deadlines: readonly {
    readonly rule: string;
    readonly due: string | null;
    readonly paused: boolean;
    readonly missed: boolean;
  }[];
}

/**
 * Whether the outside may hear of a case at all: not of one in which the reporter is closed up to both sides (L3), and
 * not of one that was sealed. That there is such a case would be a sign by itself.
 */
export function isTellable(state: Pick<CaseState, 'status' | 'secrecy'>): boolean {
  return state.status !== 'sealed' && state.secrecy !== 'L3';
}

/**
 * What is told of the events `from` and later, which one act has left; `events` are all events of the case up to the
 * last of them. Of each type the last alone: what lies between two states of one act concerns nobody.
 */
export function messagesOf(id: string, events: readonly CaseEvent[], from: number): readonly CaseMessage[] {
  const told: CaseMessage[] = [];
  let state = fold(
    id,
    events.filter(({ seq }) => seq < from),
  );
  for (const event of events.filter(({ seq }) => seq >= from)) {
    const before = state;
    state = evolve(before, event);
    const type = typeOf(event, before, state);
    if (type !== null) told.push({ type, seq: event.seq, at: event.at, content: contentOf(state) });
  }
  return told.filter((one, index) => !told.slice(index + 1).some(({ type }) => type === one.type));
}

const own: { readonly [T in CaseEventType]?: MessageType } = {
  CaseOpened: 'case.opened',
  AnswerReleased: 'case.answered',
  CaseClosed: 'case.closed',
  CaseReopened: 'case.reopened',
};

const ofClock: { readonly [T in CaseEventType]?: MessageType } = {
  ClockPaused: 'deadline.moved',
  ClockResumed: 'deadline.moved',
  ClockMoved: 'deadline.moved',
  ClockReopened: 'deadline.moved',
  ClockBreached: 'deadline.missed',
};

function typeOf(event: CaseEvent, before: CaseState, after: CaseState): MessageType | null {
  const named = own[event.type];
  if (named !== undefined) return named;
  if (before.status !== after.status || before.step !== after.step) return 'case.moved';
  const about = 'clock' in event.data && typeof event.data.clock === 'string' ? event.data.clock : null;
  const isTold = after.clocks.some((clock) => clock.id === about && isOfCase(clock));
  return isTold ? (ofClock[event.type] ?? null) : null;
}

function contentOf({ kind, status, step, procedure, closure, clocks }: CaseState): MessageContent {
  return {
    kind,
    status,
    step,
    procedure: { id: procedure.id, version: procedure.version },
    closure: closure?.kind ?? null,
    deadlines: clocks
      .filter((clock) => clock.stoppedAt === null && isOfCase(clock))
      .map(({ rule, due, pausedAt, breachedAt }) => ({
        rule,
        due,
        paused: pausedAt !== null,
        missed: breachedAt !== null,
      })),
  };
}

/** Clocks of single tasks tell who was sent where; they are the office's own. */
function isOfCase({ rule }: { readonly rule: string }): boolean {
  return !rule.startsWith('assignment');
}

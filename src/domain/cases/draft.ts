import type { Actor } from '../access/actor.ts';
import type { Calendar } from '../clocks/calendar.ts';
import type { ClockRule } from '../clocks/rules.ts';
import { findStep } from '../procedures/next-steps.ts';
import type { Procedure, Step } from '../procedures/procedure.ts';
import type { CaseState } from './case.ts';
import type { ActorStamp, CaseEvent, CaseEventData, CaseEventType } from './events.ts';
import { evolve } from './evolve.ts';

/** Everything a decision may look at besides the case itself. Passed, never ambient. */
export interface DecisionContext {
  readonly actor: Actor;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly procedure: Procedure;
  readonly calendar: Calendar;
  readonly rules: readonly ClockRule[];
}

/**
 * A decision in the making: the events so far and the state they lead to, so that a later move sees
 * what an earlier one did. Local to one `decide`, hence still pure.
 */
export interface Draft {
  readonly ctx: DecisionContext;
  state: CaseState;
  readonly events: CaseEvent[];
}

export function beginDraft(state: CaseState, ctx: DecisionContext): Draft {
  return { ctx, state, events: [] };
}

export function emit<T extends CaseEventType>(draft: Draft, type: T, data: CaseEventData[T]): void {
  // One correlated object of the union; the compiler cannot pair `type` and `data` through a generic.
  const event = {
    type,
    seq: draft.state.version + 1,
    at: draft.ctx.now,
    actor: stampOf(draft.ctx.actor),
    data,
  } as unknown as CaseEvent;
  draft.events.push(event);
  draft.state = evolve(draft.state, event);
}

/** The step the case stands in; undefined before the first and after the last. */
export function currentStep(state: CaseState, procedure: Procedure): Step | undefined {
  return state.step === null ? undefined : findStep(procedure, state.step);
}

function stampOf(actor: Actor): ActorStamp {
  if (actor.kind !== 'person') return { kind: actor.kind };
  const { id, name, unit, onBehalfOf: absent } = actor;
  const stamp = { kind: 'person', id, name, unit: unit?.name ?? null } as const;
  return absent === undefined ? stamp : { ...stamp, onBehalfOf: { id: absent.id, name: absent.name } };
}

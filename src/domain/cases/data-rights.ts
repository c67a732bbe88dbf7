import { planClock } from '../clocks/clock.ts';
import { findRule } from '../clocks/rules.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { type Acts, byReporter, firstOf, needs, required } from './act.ts';
import type { CaseState, DataRequest, DataRequestKind } from './case.ts';
import { isDestroyed } from './destruction.ts';
import { type DecisionContext, type Draft, emit } from './draft.ts';

/**
 * The reporter's rights over their data. A restriction holds from the moment it is asked for, not only from the
 * answer, so that its 3 × 24 hours can never be missed at the reporter's cost; the answer keeps it or says why it ends.
 */
export const dataRightsActs: Acts<
  'data-request' | 'data-answer' | 'restriction-lifting' | 'contact-correction'
> = {
  'data-request': {
    refuse: (_state, ctx) => byReporter(ctx),
    decide(draft, { kind, reason }) {
      const refused = firstOf(alreadyAsked(draft.state, kind), required('reason', reason));
      if (refused !== null) return refused;
      const number = requestsOf(draft.state).length + 1;
      emit(draft, 'DataRequestReceived', {
        request: number,
        kind,
        reason: reason.trim(),
        due: dueOf(draft, number),
      });
      return null;
    },
  },

  'data-answer': {
    refuse: (state, ctx) =>
      firstOf(
        answersForData(state, ctx),
        requestsOf(state).some(({ answer }) => answer === null) ? null : refusal('not-this-status'),
      ),
    decide(draft, { kind, outcome, words }) {
      const asked = requestsOf(draft.state).findLast((one) => one.kind === kind);
      if (asked === undefined) return refusal('not-found');
      if (asked.answer !== null) return refusal('already-decided');
      const refused = firstOf(required('words', words), destroyedFirst(draft.state, kind, outcome));
      if (refused !== null) return refused;
      emit(draft, 'DataRequestAnswered', { request: asked.number, kind, outcome, words: words.trim() });
      return null;
    },
  },

  'restriction-lifting': {
    refuse: (state, ctx) =>
      firstOf(
        ctx.actor.kind === 'reporter' ? null : answersForData(state, ctx),
        isRestricted(state) ? null : refusal('not-this-status'),
      ),
    decide(draft, { reason }) {
      const refused = draft.ctx.actor.kind === 'reporter' ? null : required('reason', reason);
      if (refused !== null) return refused;
      emit(draft, 'RestrictionLifted', { reason: reason.trim() });
      return null;
    },
  },

  /** The values themselves lie sealed; the log only says which were corrected. */
  'contact-correction': {
    refuse: (state, ctx) =>
      firstOf(
        byReporter(ctx),
        state.anonymous ? refusal('not-found') : null,
        isDestroyed(state) ? refusal('identity-destroyed') : null,
      ),
    decide(draft, { fields }) {
      if (fields.length > 0) emit(draft, 'ContactCorrected', { fields });
      return null;
    },
  },
};

/** Whether the reporter has had it restricted: nobody opens the identity but who answers for personal data. */
function isRestricted(state: CaseState): boolean {
  return state.restricted === true;
}

/** The refusal `processing-restricted` for everybody but who answers for personal data. */
export function restrictionRefusal(state: CaseState, ctx: DecisionContext): Refusal | null {
  if (!isRestricted(state) || answersForData(state, ctx) === null) return null;
  return refusal('processing-restricted');
}

function requestsOf(state: CaseState): readonly DataRequest[] {
  return state.dataRequests ?? [];
}

/** The privacy officer; of a sealed case the inspectorate, since nobody else may know that it exists. */
function answersForData(state: CaseState, ctx: DecisionContext): Refusal | null {
  if (state.status === 'sealed') return needs(state, ctx, 'privacy.oversee');
  return needs(state, ctx, 'privacy.manage');
}

/** What is granted has been done: nobody reads "granted" while the data still lie here. */
function destroyedFirst(
  state: CaseState,
  kind: DataRequestKind,
  outcome: 'granted' | 'refused',
): Refusal | null {
  return kind === 'erasure' && outcome === 'granted' && !isDestroyed(state) ? refusal('destroy-first') : null;
}

function alreadyAsked(state: CaseState, kind: DataRequestKind): Refusal | null {
  if (kind === 'erasure' && isDestroyed(state)) return refusal('identity-destroyed');
  const open = requestsOf(state).some((one) => one.kind === kind && one.answer === null);
  return open || (kind === 'restriction' && isRestricted(state)) ? refusal('already-asked') : null;
}

/** Hours run on through nights and holidays. */
function dueOf({ state, ctx }: Draft, number: number): string {
  const { limit, owner, source } = findRule(ctx.rules, 'personal-data-restriction');
  const id = `data-request:${number}`;
  const plan = { id, rule: 'personal-data-restriction', limit, owner, zone: state.zone, source };
  return planClock({ ...plan, startedAt: ctx.now, pausable: false }, ctx.calendar).due ?? ctx.now;
}

import { refusal } from '../shared/refusal.ts';
import { type Acts, firstOf, needs, required } from './act.ts';
import type { CaseState } from './case.ts';
import { type DecisionContext, emit } from './draft.ts';
import { mayStillObject, reopeningWindowDays } from './verdict.ts';

/**
 * The end of what is known about the reporter (UU 27/2022, art. 43 and 44): destroyed once the purpose is over, kept
 * while a legal hold stands. The case itself stays.
 */
export const destructionActs: Acts<'legal-hold' | 'hold-lifting' | 'identity-destruction'> = {
  'legal-hold': {
    refuse: (state, ctx) =>
      firstOf(
        needs(state, ctx, 'identity.destroy'),
        isDestroyed(state) ? refusal('identity-destroyed') : null,
        state.hold == null ? null : refusal('already-decided'),
      ),
    decide(draft, { reason }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      emit(draft, 'LegalHoldPlaced', { reason: reason.trim() });
      return null;
    },
  },

  'hold-lifting': {
    refuse: (state, ctx) =>
      firstOf(needs(state, ctx, 'identity.destroy'), state.hold == null ? refusal('not-this-status') : null),
    decide(draft, { reason }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      emit(draft, 'LegalHoldLifted', { reason: reason.trim() });
      return null;
    },
  },

  'identity-destruction': {
    refuse: (state, ctx) =>
      firstOf(
        needs(state, ctx, 'identity.destroy'),
        isDestroyed(state) ? refusal('identity-destroyed') : null,
        state.hold == null ? null : refusal('legal-hold'),
        purposeRefusal(state, ctx),
      ),
    decide(draft, { reason, files }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      emit(draft, 'IdentityDestroyed', { reason: reason.trim(), files });
      return null;
    },
  },
};

export function isDestroyed(state: CaseState): boolean {
  return state.identityDestroyedAt != null;
}

/** The purpose lasts while somebody works on the case, and while the reporter may still have it opened again. */
function purposeRefusal(state: CaseState, ctx: DecisionContext): ReturnType<typeof needs> {
  if (!['closed', 'referred', 'archived'].includes(state.status)) return refusal('case-open');
  const ended = state.closure?.at ?? state.visits.at(-1)?.endedAt ?? ctx.now;
  const days = (Date.parse(ctx.now) - Date.parse(ended)) / (24 * 60 * 60 * 1000);
  // A contested archive has no last day; the same time is waited, and the code opens it afterwards too.
  const waits = state.status === 'closed' ? mayStillObject(state, ctx) : days <= reopeningWindowDays;
  return waits ? refusal('reporter-may-object', { days: reopeningWindowDays }) : null;
}

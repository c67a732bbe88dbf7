import { levelsBelow } from '../privacy/levels-above.ts';
import { refusal } from '../shared/refusal.ts';
import { type Acts, byReporter, firstOf, needs, notAmong, reachOf, required } from './act.ts';
import type { CaseState } from './case.ts';
import { emit } from './draft.ts';
import { idsOf } from './person-of.ts';

/**
 * Opening a report up: one officer proposes it, the reporter is asked and agrees, another officer lets it happen. Each
 * of the three is an event; none alone changes anything. A sealed case (L4) is never opened up.
 */
export const loweringActs: Acts<'secrecy-lowering' | 'lowering-consent' | 'lowering-confirmation'> = {
  'secrecy-lowering': {
    refuse: (state, ctx) =>
      firstOf(
        needs(state, ctx, 'case.verify'),
        levelsBelow(state.secrecy).length === 0 || reachOf(state).sealed ? refusal('not-this-status') : null,
      ),
    decide(draft, { level, reason }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      const from = draft.state.secrecy;
      if (!levelsBelow(from).includes(level)) {
        return { code: 'invalid-input', fields: { level: 'not-lower' } };
      }
      // A second proposal takes the place of the first, and asks anew.
      emit(draft, 'LoweringProposed', { from, to: level, reason: reason.trim() });
      return null;
    },
  },

  'lowering-consent': {
    refuse: (state, ctx) =>
      firstOf(byReporter(ctx), state.lowering?.consent === null ? null : refusal('not-this-status')),
    decide(draft, { agrees }) {
      emit(draft, 'LoweringAnswered', { agrees });
      return null;
    },
  },

  'lowering-confirmation': {
    refuse: (state, ctx) =>
      firstOf(
        needs(state, ctx, 'case.verify'),
        agreed(state) === null ? refusal('not-this-status') : null,
        notAmong(ctx, idsOf(agreed(state)?.by ?? { id: '' })),
      ),
    decide(draft) {
      const proposal = agreed(draft.state);
      if (proposal === null) return refusal('not-this-status');
      const { to, reason, by } = proposal;
      emit(draft, 'SecrecyLowered', { from: draft.state.secrecy, to, reason, proposedBy: by });
      return null;
    },
  },
};

/** The proposal that the reporter has agreed to; null where there is none. */
function agreed(state: CaseState): NonNullable<CaseState['lowering']> | null {
  return state.lowering?.consent === true ? state.lowering : null;
}

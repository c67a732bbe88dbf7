import { type Refusal, refusal } from '../shared/refusal.ts';
import { type Acts, firstOf, isOpen, needs, required } from './act.ts';
import type { CaseState } from './case.ts';
import { complete } from './conversation.ts';
import { type DecisionContext, emit } from './draft.ts';
import { contest, objectionRefusal } from './verdict.ts';

/**
 * What the reporter says later at the counter, by letter or on the telephone, entered for them by an officer: it is the
 * reporter's deed. Only what asks something of the office is taken in that way. What would close the case (confirming,
 * rating, withdrawing) needs the code, since no case closes on an officer's word.
 */
export const relayActs: Acts<'relay' | 'relay-objection'> = {
  /** Their answer where the office waits for one, else a message. */
  relay: {
    refuse: (state, ctx) => firstOf(enters(state, ctx), isOpen(state) ? null : refusal('not-this-status')),
    decide(draft, { text, via }) {
      const refused = required('text', text);
      if (refused !== null) return refused;
      const said = { text: text.trim(), via };
      if (draft.state.status === 'awaiting-reporter') complete(draft, said);
      else emit(draft, 'MessageFromReporter', said);
      return null;
    },
  },

  'relay-objection': {
    refuse: (state, ctx) => firstOf(enters(state, ctx), objectionRefusal(state, ctx)),
    decide(draft, { reason, via }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      contest(draft, { reason: reason.trim(), via });
      return null;
    },
  },
};

/** By one role that does both: whoever reads the case for somebody absent does not enter into it by a role of their own. */
function enters(state: CaseState, ctx: DecisionContext): Refusal | null {
  return firstOf(needs(state, ctx, 'case.read'), needs(state, ctx, 'submission.enter'));
}

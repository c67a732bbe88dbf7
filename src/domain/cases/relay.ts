import { refusal } from '../shared/refusal.ts';
import { type Acts, firstOf, isOpen, needs, required } from './act.ts';
import { complete } from './conversation.ts';
import { emit } from './draft.ts';

/**
 * What the reporter says later at the counter, by letter or on the telephone, entered for them: their answer where the
 * office waits for one, else a message. It is the reporter's deed, by an officer's hand; nothing is decided with it that
 * needs the code (confirming, objecting, withdrawing).
 */
export const relayActs: Acts<'relay'> = {
  relay: {
    refuse: (state, ctx) =>
      firstOf(needs(state, ctx, 'submission.enter'), isOpen(state) ? null : refusal('not-this-status')),
    decide(draft, { text, via }) {
      const refused = required('text', text);
      if (refused !== null) return refused;
      const said = { text: text.trim(), via };
      if (draft.state.status === 'awaiting-reporter') complete(draft, said);
      else emit(draft, 'MessageFromReporter', said);
      return null;
    },
  },
};

import { can, isOfHandlingUnit } from '../access/can.ts';
import { levelsAbove } from '../privacy/levels-above.ts';
import { refusal } from '../shared/refusal.ts';
import {
  type Acts,
  anyOf,
  byReporter,
  firstOf,
  inStatus,
  isOpen,
  needs,
  reachOf,
  required,
  worksHere,
} from './act.ts';
import type { CaseState } from './case.ts';
import { recallFromNamed } from './conflicts.ts';
import { restrictionRefusal } from './data-rights.ts';
import { isDestroyed } from './destruction.ts';
import { type DecisionContext, type Draft, emit } from './draft.ts';
import type { CaseEventData } from './events.ts';
import { resumeClocks, stopClocks } from './timing.ts';
import type { SecrecyLevel } from './words.ts';

/** What is said between the reporter and the office, and how closed the case is. */
export const conversationActs: Acts<
  | 'message'
  | 'note'
  | 'secrecy'
  | 'reveal'
  | 'completion'
  | 'reporter-message'
  | 'attachment'
  | 'reporter-attachment'
  | 'reporter-secrecy'
> = {
  message: {
    refuse: (state, ctx) => firstOf(worksHere(state, ctx), isOpen(state) ? null : refusal('not-this-status')),
    decide(draft, { text, substantive }) {
      const refused = required('text', text);
      if (refused !== null) return refused;
      emit(draft, 'MessageToReporter', { text: text.trim(), substantive });
      if (substantive) stopClocks(draft, (clock) => clock.rule.startsWith('first-answer'));
      return null;
    },
  },

  note: {
    refuse: (state, ctx) => anyOf(worksHere(state, ctx), needs(state, ctx, 'assignment.work')),
    decide(draft, { text }) {
      const refused = required('text', text);
      if (refused !== null) return refused;
      emit(draft, 'NoteWritten', { text: text.trim() });
      return null;
    },
  },

  secrecy: {
    refuse: (state, ctx) =>
      firstOf(worksHere(state, ctx), state.secrecy === 'L3' ? refusal('secrecy-only-rises') : null),
    decide(draft, { level, reason }) {
      const refused = required('reason', reason);
      return refused ?? raise(draft, level, reason.trim());
    },
  },

  reveal: {
    refuse: (state, ctx) =>
      firstOf(
        needs(state, ctx, 'identity.reveal'),
        nameClosedTo(state, ctx) ? refusal('name-closed-to-unit') : null,
        isDestroyed(state) ? refusal('identity-destroyed') : null,
        hasSealed(state) ? null : refusal('not-found'),
        restrictionRefusal(state, ctx),
      ),
    decide(draft, { purpose, reason, until }) {
      const refused = firstOf(required('purpose', purpose), required('reason', reason));
      if (refused !== null) return refused;
      emit(draft, 'IdentityRevealed', { purpose, reason: reason.trim(), until });
      return null;
    },
  },

  completion: {
    refuse: (state, ctx) => firstOf(byReporter(ctx), inStatus(state, 'awaiting-reporter')),
    decide(draft, { text }) {
      const refused = required('text', text);
      if (refused !== null) return refused;
      complete(draft, { text: text.trim() });
      return null;
    },
  },

  'reporter-message': {
    refuse: (state, ctx) => firstOf(byReporter(ctx), isOpen(state) ? null : refusal('not-this-status')),
    decide(draft, { text }) {
      const refused = required('text', text);
      if (refused !== null) return refused;
      emit(draft, 'MessageFromReporter', { text: text.trim() });
      return null;
    },
  },

  /** A file beside the work: what was seen, what was handed over. */
  attachment: {
    refuse: (state, ctx) => anyOf(worksHere(state, ctx), needs(state, ctx, 'assignment.work')),
    decide(draft, { name }) {
      emit(draft, 'AttachmentAdded', { name });
      return null;
    },
  },

  /** A file brought later: evidence, or the family card that may follow. */
  'reporter-attachment': {
    refuse: (state, ctx) => firstOf(byReporter(ctx), isOpen(state) ? null : refusal('not-this-status')),
    decide(draft, { name }) {
      emit(draft, 'AttachmentAdded', { name });
      return null;
    },
  },

  'reporter-secrecy': {
    refuse: (state, ctx) =>
      firstOf(byReporter(ctx), state.secrecy === 'L3' ? refusal('secrecy-only-rises') : null),
    decide: (draft, { level }) => raise(draft, level, 'reporter'),
  },
};

/** The reporter's answer to what was asked: the office's time goes on. */
export function complete(draft: Draft, said: CaseEventData['ReporterCompleted']): void {
  emit(draft, 'ReporterCompleted', said);
  stopClocks(draft, (clock) => clock.rule === 'reporter-completes');
  resumeClocks(draft);
  recallFromNamed(draft);
}

/**
 * What the form promises of L1 and L3: the unit that handles it does not learn the name. `by`: the right by which the
 * person would learn it.
 */
export function nameClosedTo(
  state: CaseState,
  { actor }: DecisionContext,
  by: 'identity.reveal' | 'letter.print' = 'identity.reveal',
): boolean {
  if (state.secrecy !== 'L1' && state.secrecy !== 'L3') return false;
  if (actor.kind !== 'person') return false;
  const grants = actor.grants.filter((grant) => !isOfHandlingUnit(grant));
  return !can({ ...actor, grants }, by, reachOf(state));
}

/** Without a name there may still be numbers in the words: of whoever the matter is about. */
function hasSealed(state: CaseState): boolean {
  return !state.anonymous || state.hidesWords === true;
}

function raise(draft: Draft, level: SecrecyLevel, reason: string): ReturnType<typeof needs> {
  const from = draft.state.secrecy;
  if (!levelsAbove(from).includes(level)) return refusal('secrecy-only-rises');
  emit(draft, 'SecrecyRaised', { from, to: level, reason });
  return null;
}

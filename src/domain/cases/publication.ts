import { areMasksOf } from '../privacy/redaction.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { type Acts, anyOf, byReporter, firstOf, needs, notAmong, reachOf, required } from './act.ts';
import type { CaseState, PublicationEndCause, Redaction } from './case.ts';
import { type DecisionContext, type Draft, emit } from './draft.ts';
import { idsOf } from './person-of.ts';

/**
 * A case becomes public as a text of its own: one person lays masks over the words and may take each of them away
 * again, another person passes the result. It comes down at once when an officer or the reporter says so.
 */
export const publicationActs: Acts<
  'redaction' | 'redaction-return' | 'publication' | 'take-down' | 'publication-objection'
> = {
  redaction: {
    refuse: (state, ctx) =>
      firstOf(
        needs(state, ctx, 'case.publish'),
        publicationRefusal(state),
        state.publication == null ? null : refusal('already-decided'),
        isAnothers(state, ctx) ? refusal('not-the-author') : null,
      ),
    decide(draft, { parts }) {
      if (!parts.every(({ length, masks }) => areMasksOf(length, masks))) {
        return { code: 'invalid-input', fields: { masks: 'out-of-range' } };
      }
      emit(draft, 'RedactionDrafted', {
        parts: parts.map(({ part, digest, masks }) => ({ part, digest, masks })),
      });
      return null;
    },
  },

  'redaction-return': {
    refuse: (state, ctx) =>
      firstOf(
        needs(state, ctx, 'case.publish'),
        waiting(state) === null ? refusal('not-this-status') : null,
        notAmong(ctx, idsOf(waiting(state)?.by ?? { id: '' })),
      ),
    decide(draft, { reason }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      emit(draft, 'RedactionReturned', { reason: reason.trim() });
      return null;
    },
  },

  publication: {
    refuse: (state, ctx) =>
      firstOf(
        needs(state, ctx, 'case.publish'),
        publicationRefusal(state),
        waiting(state) === null ? refusal('not-this-status') : null,
        notAmong(ctx, idsOf(waiting(state)?.by ?? { id: '' })),
      ),
    decide(draft, { id, redaction, digests, tellsReporter }) {
      const read = waiting(draft.state);
      if (read?.number !== redaction) return refusal('changed-meanwhile', { version: draft.state.version });
      const isSame = read.parts.map(({ digest }) => digest).join() === digests.join();
      if (!isSame) return refusal('text-changed');
      if (tellsReporter) return refusal('tells-the-reporter');
      emit(draft, 'CasePublished', { publication: id, redaction });
      return null;
    },
  },

  'take-down': {
    refuse: (state, ctx) =>
      firstOf(
        anyOf(needs(state, ctx, 'case.publish'), needs(state, ctx, 'privacy.manage')),
        state.publication == null ? refusal('not-this-status') : null,
      ),
    decide(draft, { reason }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      emit(draft, 'PublicationEnded', { cause: 'officer', reason: reason.trim() });
      return null;
    },
  },

  /** The reporter owes no reason. */
  'publication-objection': {
    refuse: (state, ctx) =>
      firstOf(byReporter(ctx), state.publication == null ? refusal('not-this-status') : null),
    decide(draft, { reason }) {
      emit(draft, 'PublicationEnded', { cause: 'reporter', reason: reason.trim() });
      return null;
    },
  },
};

/** In the transaction of whatever was decided: a case that was closed up, restricted or opened again is public no more. */
export function endPublication(draft: Draft): void {
  const cause = draft.state.publication == null ? null : hindrance(draft.state);
  if (cause !== null) emit(draft, 'PublicationEnded', { cause, reason: '' });
}

/**
 * Public are cases that have ended, whose reporter chose to be read by everybody (L0, and L1, which hides the name
 * alone), and has not asked since to be left alone. What the reporter withdrew is not told.
 */
function hindrance(state: CaseState): PublicationEndCause | null {
  if (state.secrecy === 'L2' || state.secrecy === 'L3' || reachOf(state).sealed) return 'secrecy';
  if (state.identityDestroyedAt != null) return 'destroyed';
  if (asksToBeLeftAlone(state)) return 'data';
  const hasEnded = state.status === 'closed' && state.closure?.kind !== 'withdrawn';
  return hasEnded ? null : 'reopened';
}

function publicationRefusal(state: CaseState): Refusal | null {
  if (state.publicationRefused === true) return refusal('not-for-publication');
  switch (hindrance(state)) {
    case null:
      return null;
    case 'destroyed':
      // Nothing is left to compare the text with.
      return refusal('identity-destroyed');
    case 'data':
      return refusal('processing-restricted');
    case 'reopened':
      return refusal('not-this-status');
    default:
      return refusal('not-for-publication');
  }
}

/** A restriction that stands, or another request about their data that was not refused. */
function asksToBeLeftAlone({ restricted, dataRequests = [] }: CaseState): boolean {
  return (
    restricted === true ||
    dataRequests.some(({ kind, answer }) => kind !== 'restriction' && answer?.outcome !== 'refused')
  );
}

/** What waits to be passed; null where nothing does. */
function waiting({ redaction, publication }: CaseState): Redaction | null {
  return redaction == null || redaction.returned !== null || publication != null ? null : redaction;
}

function isAnothers(state: CaseState, { actor }: DecisionContext): boolean {
  const author = waiting(state)?.by.id;
  return author !== undefined && actor.kind === 'person' && author !== actor.id;
}

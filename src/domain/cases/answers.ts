import { refusal } from '../shared/refusal.ts';
import { type Acts, atStep, firstOf, notAmong, required } from './act.ts';
import type { CaseState } from './case.ts';
import { currentStep, type DecisionContext, emit } from './draft.ts';
import { advance, goBack, releaseAnswer } from './moves.ts';
import { idsOf } from './person-of.ts';
import { stopClocks } from './timing.ts';

/**
 * An answer without a handling report: written by the unit and passed on by the liaison officer (B5,
 * B6), or written by a verifier where no unit is needed (A4a). It never goes out on its author's word
 * alone; a second person releases it.
 */
export const answerActs: Acts<'answer' | 'answer-return' | 'release'> = {
  answer: {
    refuse(state, ctx) {
      const step = currentStep(state, ctx.procedure);
      if (step?.act === 'answer') return atStep(state, ctx, 'case.handle', ['answer']);
      return firstOf(
        atStep(state, ctx, 'case.distribute', ['distribute', 'answer-directly']),
        // Only where the form prints the No that leads to a direct answer.
        step?.act === 'distribute' && step.exits === undefined ? refusal('not-this-step') : null,
        isPending(state) ? refusal('already-decided') : null,
      );
    },
    decide(draft, { text }) {
      const refused = required('text', text);
      if (refused !== null) return refused;
      const act = currentStep(draft.state, draft.ctx.procedure)?.act;
      if (act === 'distribute') {
        stopClocks(draft, (clock) => clock.rule === 'verification');
        advance(draft, 'tidak');
      }
      emit(draft, 'AnswerDrafted', { text: text.trim() });
      if (act === 'answer') advance(draft, 'ya');
      return null;
    },
  },

  'answer-return': {
    refuse: releasing,
    decide(draft, { reason }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      emit(draft, 'AnswerReturned', { reason: reason.trim() });
      if (currentStep(draft.state, draft.ctx.procedure)?.act === 'pass-on') goBack(draft);
      return null;
    },
  },

  release: {
    refuse: releasing,
    decide(draft) {
      const { answer } = draft.state;
      if (answer === null) return refusal('no-answer');
      releaseAnswer(draft, answer);
      if (currentStep(draft.state, draft.ctx.procedure)?.act !== 'pass-on') {
        // To the rating, where the form has one after a direct answer; else the procedure ends here.
        advance(draft, 'ya');
        return null;
      }
      const received = advance(draft, 'ya');
      // B7: the reporter receives it on the web in the same moment as it is released.
      if (received !== undefined) stopClocks(draft, (clock) => clock.rule === `step:${received.id}`);
      return null;
    },
  },
};

/** Written and waiting for a second person. */
export function isPending(state: CaseState): boolean {
  return state.answer !== null && state.answer.releasedAt === null && !state.answer.returned;
}

function releasing(state: CaseState, ctx: DecisionContext): ReturnType<Acts<'release'>['release']['refuse']> {
  return firstOf(
    atStep(state, ctx, 'case.release', ['pass-on', 'answer-directly']),
    isPending(state) ? null : refusal('no-answer'),
    notAmong(ctx, [...(state.answer === null ? [] : idsOf(state.answer.author)), ...state.excludedReviewers]),
  );
}

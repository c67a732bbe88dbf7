import { type Acts, atStep, firstOf, notAmong, required } from './act.ts';
import { emit } from './draft.ts';
import { advance, releaseAnswer } from './moves.ts';
import { idsOf } from './person-of.ts';

/**
 * The inspectorate's way with a whistle-blower's case, after its first check: researched (penelaahan), examined where
 * there is ground for it (pemeriksaan), concluded with an outcome that the reporter reads by the code. Researcher,
 * examiner and concluder are three people; after an objection whoever concluded before does not conclude again.
 */
export const inquiryActs: Acts<'research' | 'examination' | 'conclusion'> = {
  research: {
    refuse: (state, ctx) => atStep(state, ctx, 'case.handle', ['research']),
    decide(draft, { findings, proceed }) {
      const refused = required('findings', findings);
      if (refused !== null) return refused;
      emit(draft, 'CaseResearched', { findings: findings.trim(), proceed });
      advance(draft, proceed ? 'ya' : 'tidak');
      return null;
    },
  },

  examination: {
    refuse: (state, ctx) =>
      firstOf(
        atStep(state, ctx, 'case.handle', ['examine']),
        notAmong(ctx, idsOf(state.inquiry?.research?.author ?? { id: '' })),
      ),
    decide(draft, { findings }) {
      const refused = required('findings', findings);
      if (refused !== null) return refused;
      emit(draft, 'CaseExamined', { findings: findings.trim() });
      advance(draft);
      return null;
    },
  },

  conclusion: {
    refuse: (state, ctx) =>
      firstOf(
        atStep(state, ctx, 'case.verify', ['conclude']),
        notAmong(ctx, [...(state.inquiry?.inquirers ?? []), ...state.excludedReviewers]),
      ),
    decide(draft, { outcome, answer }) {
      const refused = required('answer', answer);
      if (refused !== null) return refused;
      const { actor, now } = draft.ctx;
      const author = actor.kind === 'person' ? { id: actor.id, name: actor.name } : { id: '', name: '' };
      emit(draft, 'OutcomeDecided', { outcome });
      releaseAnswer(draft, { text: answer.trim(), author, at: now });
      advance(draft);
      return null;
    },
  },
};

import { stepsWithAct } from '../procedures/next-steps.ts';
import type { Refusal } from '../shared/refusal.ts';
import { refusal } from '../shared/refusal.ts';
import { type Acts, atStep, firstOf, notAmong, required } from './act.ts';
import { returnAssignment } from './assignments.ts';
import { currentStep, emit } from './draft.ts';
import { advance, goBack, moveTo, releaseAnswer } from './moves.ts';
import { idsOf } from './person-of.ts';
import { authorsOf, latestVersion, requiredContent } from './report-content.ts';

/**
 * The handling report (laporan penanganan) on its way up: written by those who handled the matter,
 * examined and if need be corrected by the unit, closed by the unit head (A8), after which the case is
 * declared finished and the answer goes out (A9). Handler, reviewer and closer are different people.
 */
export const handlingReportActs: Acts<
  | 'handling-report'
  | 'report-correction'
  | 'report-return'
  | 'report-approval'
  | 'closure'
  | 'closure-return'
  | 'finish'
> = {
  'handling-report': {
    refuse: (state, ctx) =>
      firstOf(
        stepsWithAct(ctx.procedure, 'review').length === 0 ? refusal('not-this-step') : null,
        atWorkOfUnit(state, ctx),
        state.assignments.some((one) => one.state === 'open') ? refusal('assignments-open') : null,
      ),
    decide(draft, { content }) {
      const refused = requiredContent(content, true);
      if (refused !== null) return refused;
      const { actor, procedure } = draft.ctx;
      const report = stepsWithAct(procedure, 'report')[0];
      if (report !== undefined && currentStep(draft.state, procedure)?.act !== 'report')
        moveTo(draft, report.id);
      emit(draft, 'HandlingReportSubmitted', {
        content,
        handlers: [
          ...new Set([
            ...(actor.kind === 'person' ? idsOf(actor) : []),
            ...authorsOf(draft.state.assignments),
          ]),
        ],
      });
      advance(draft, 'ya');
      return null;
    },
  },

  'report-correction': {
    refuse: examining,
    decide(draft, { content, note }) {
      const refused = firstOf(requiredContent(content, false), required('note', note));
      if (refused !== null) return refused;
      emit(draft, 'HandlingReportCorrected', { content, note: note.trim() });
      return null;
    },
  },

  'report-return': {
    refuse: examining,
    decide(draft, { reason, assignment }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      const known = draft.state.assignments.some((one) => one.id === assignment && one.state === 'reported');
      if (assignment !== null && !known) return refusal('assignment-not-found');
      emit(draft, 'HandlingReportReturned', { reason: reason.trim() });
      goBack(draft);
      if (assignment !== null) returnAssignment(draft, assignment, reason);
      return null;
    },
  },

  'report-approval': {
    refuse: examining,
    decide(draft, { note }) {
      const latest = latestVersion(draft.state);
      if (latest === undefined) return refusal('no-report');
      const refused = requiredContent(latest.content, true);
      if (refused !== null) return refused;
      emit(draft, 'HandlingReportApproved', { note: note.trim() });
      advance(draft, 'ya');
      return null;
    },
  },

  closure: {
    refuse: closing,
    decide(draft, { note }) {
      emit(draft, 'HandlingReportClosed', { note: note.trim() });
      advance(draft, 'ya');
      return null;
    },
  },

  'closure-return': {
    refuse: closing,
    decide(draft, { reason }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      emit(draft, 'ClosureReturned', { reason: reason.trim() });
      goBack(draft);
      return null;
    },
  },

  finish: {
    refuse: (state, ctx) => atStep(state, ctx, 'case.finish', ['finish']),
    decide(draft, { answer }) {
      const latest = latestVersion(draft.state);
      if (latest === undefined) return refusal('no-report');
      const refused = required('answer', answer);
      if (refused !== null) return refused;
      releaseAnswer(draft, { text: answer.trim(), author: latest.author, at: draft.ctx.now });
      advance(draft, 'ya');
      return null;
    },
  },
};

type Refuse = Acts<'closure'>['closure']['refuse'];

const atWorkOfUnit: Refuse = (state, ctx) => {
  const roles = stepsWithAct(ctx.procedure, 'follow-up')[0];
  const refused = atStep(state, ctx, 'case.handle', ['follow-up', 'assign']);
  if (refused === null || roles === undefined) return refused;
  // At "delegate" and "report" the form names the assignees; the unit still writes where none is open.
  const act = currentStep(state, ctx.procedure)?.act;
  if (act !== 'report' && act !== 'delegate') return refused;
  return atStep({ ...state, step: roles.id }, ctx, 'case.handle', ['follow-up']);
};

function examining(...[state, ctx]: Parameters<Refuse>): Refusal | null {
  return firstOf(
    atStep(state, ctx, 'case.review', ['review']),
    notAmong(ctx, [...(state.report?.handlers ?? []), ...state.excludedReviewers]),
  );
}

function closing(...[state, ctx]: Parameters<Refuse>): Refusal | null {
  return firstOf(
    atStep(state, ctx, 'case.close', ['close']),
    notAmong(ctx, [...(state.report?.handlers ?? []), ...state.reviewers]),
  );
}

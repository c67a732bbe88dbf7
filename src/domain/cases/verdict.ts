import { stepsWithAct } from '../procedures/next-steps.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { type Acts, byReporter, firstOf, inStatus, isOpen, required } from './act.ts';
import type { CaseState } from './case.ts';
import { recallUnit } from './conflicts.ts';
import { currentStep, type DecisionContext, type Draft, emit } from './draft.ts';
import type { CaseEventData } from './events.ts';
import { advance, endSteps, isAnswerClock, moveTo } from './moves.ts';
import { latestVersion } from './report-content.ts';
import { cancelClocks, reopenClocks, stopClocks } from './timing.ts';
import type { ClosureKind } from './words.ts';

/** A closed case may be opened again once, within this time. */
export const reopeningWindowDays = 30;

/** The citizen's judgement (A9, B7): confirm, object, rate, withdraw. */
export const verdictActs: Acts<'confirmation' | 'objection' | 'rating' | 'withdrawal'> = {
  confirmation: {
    refuse: (state, ctx) => firstOf(byReporter(ctx), inStatus(state, 'answered')),
    decide(draft, { score, comment }) {
      const refused = score === null ? null : scoreRefusal(score);
      if (refused !== null) return refused;
      stopClocks(draft, (clock) => clock.rule === 'reporter-confirms');
      emit(draft, 'CaseConfirmed', {});
      // Where the form asks whether the answer is accepted, this is the Yes.
      if (asksReporter(draft)) advance(draft, 'ya');
      if (score !== null) emit(draft, 'CaseRated', { score, comment: comment.trim() });
      closeCase(draft, 'confirmed');
      return null;
    },
  },

  objection: {
    refuse: (state, ctx) => firstOf(byReporter(ctx), objectionRefusal(state, ctx)),
    decide(draft, { reason }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      contest(draft, { reason: reason.trim() });
      return null;
    },
  },

  rating: {
    refuse: (state, ctx) =>
      firstOf(
        byReporter(ctx),
        inStatus(state, 'answered', 'closed', 'referred', 'archived'),
        state.rating === null ? null : refusal('already-decided'),
      ),
    decide(draft, { score, comment }) {
      const refused = scoreRefusal(score);
      if (refused !== null) return refused;
      emit(draft, 'CaseRated', { score, comment: comment.trim() });
      return null;
    },
  },

  withdrawal: {
    refuse: (state, ctx) => firstOf(byReporter(ctx), isOpen(state) ? null : refusal('not-this-status')),
    decide(draft, { reason }) {
      emit(draft, 'CaseWithdrawn', { reason: reason.trim() });
      cancelClocks(draft, () => true, 'withdrawn');
      closeCase(draft, 'withdrawn');
      return null;
    },
  },
};

/** The reporter is not content: the case is opened again, and every clock that the answer had satisfied goes on where it stood. */
export function contest(draft: Draft, said: CaseEventData['ObjectionRaised']): void {
  const contested = draft.state.status === 'archived' || draft.state.status === 'referred';
  stopClocks(draft, (clock) => clock.rule === 'reporter-confirms');
  emit(draft, 'ObjectionRaised', said);
  endSteps(draft, asksReporter(draft) ? 'tidak' : null);
  emit(draft, 'CaseReopened', { reason: 'objection' });
  reopenClocks(
    draft,
    (clock) => isAnswerClock(clock.rule) && !clock.rule.startsWith('step:') && goesOn(clock.rule, contested),
  );
  recallUnit(draft);
  const target = reopensAt(draft, contested);
  if (target !== undefined) moveTo(draft, target);
}

/** Ends the procedure; an outcome that could not be met is never counted as settled. */
export function closeCase(draft: Draft, wished: ClosureKind): void {
  const unmet = latestVersion(draft.state)?.content.outcome === 'cannot-be-met';
  const kind = unmet && wished !== 'withdrawn' ? 'cannot-be-met' : wished;
  endSteps(draft);
  emit(draft, 'CaseClosed', { kind });
}

function asksReporter(draft: Draft): boolean {
  const step = currentStep(draft.state, draft.ctx.procedure);
  return step?.act === 'rate' && step.exits !== undefined;
}

/** Whether the reporter can still have a closed case opened again. */
export function mayStillObject(state: CaseState, ctx: DecisionContext): boolean {
  return objectionRefusal(state, ctx) === null;
}

export function objectionRefusal(state: CaseState, ctx: DecisionContext): Refusal | null {
  if (state.status === 'answered') return null;
  if (state.status === 'archived' || state.status === 'referred') {
    return state.objections === 0 ? null : refusal('reopened-already');
  }
  if (state.closure === null || state.closure.kind === 'withdrawn') return refusal('not-this-status');
  if (state.reopenedAfterClosing) return refusal('reopened-already');
  const until = Date.parse(state.closure.at) + reopeningWindowDays * 24 * 60 * 60 * 1000;
  return Date.parse(ctx.now) <= until ? null : refusal('window-closed', { days: reopeningWindowDays });
}

/** After an answer the checking of the matter is over; only a contested archive or referral is checked anew. */
function goesOn(rule: string, contested: boolean): boolean {
  const intake = ['verification', 'completeness-notice', 'acceptance'].includes(rule);
  return contested ? rule !== 'completeness-notice' : !intake && !rule.startsWith('first-answer');
}

/** Where the work goes on: with the unit that answered, else where the decision was made. */
function reopensAt(draft: Draft, contested: boolean): string | undefined {
  const { procedure } = draft.ctx;
  const acts = contested
    ? (['verify'] as const)
    : draft.state.unit === null
      ? (['distribute', 'dispatch', 'research', 'verify'] as const)
      : (['follow-up', 'answer'] as const);
  for (const act of acts) {
    const step = stepsWithAct(procedure, act)[0];
    if (step !== undefined) return step.id;
  }
  return undefined;
}

function scoreRefusal(score: number): Refusal | null {
  return Number.isInteger(score) && score >= 1 && score <= 5
    ? null
    : { code: 'invalid-input', fields: { score: 'out-of-range' } };
}

import { findStep, nextOf } from '../procedures/next-steps.ts';
import type { Step } from '../procedures/procedure.ts';
import type { Answer } from './case.ts';
import { currentStep, type Draft, emit } from './draft.ts';
import { startRuleClock, startStepClock, stopClocks } from './timing.ts';
import type { CaseStatus } from './words.ts';

/** Leaves the current step by its exit and enters the next; at the procedure's end nothing is entered. */
export function advance(draft: Draft, exit: 'ya' | 'tidak' = 'ya'): Step | undefined {
  const step = currentStep(draft.state, draft.ctx.procedure);
  if (step === undefined) return undefined;
  const decision = step.exits !== undefined;
  leaveStep(draft, step, decision ? exit : null);
  const next = nextOf(step, exit);
  return next === null ? undefined : enterStep(draft, next);
}

/** Goes back to the step that the procedure names for a return. */
export function goBack(draft: Draft): Step | undefined {
  const step = currentStep(draft.state, draft.ctx.procedure);
  if (step?.returnsTo === undefined) return undefined;
  leaveStep(draft, step, step.exits === undefined ? null : 'tidak');
  return enterStep(draft, step.returnsTo);
}

/** Jumps to a step by id, for parallel work whose pointer shows the furthest stage reached. */
export function moveTo(draft: Draft, stepId: string): Step | undefined {
  const step = currentStep(draft.state, draft.ctx.procedure);
  if (step !== undefined) leaveStep(draft, step, null);
  return enterStep(draft, stepId);
}

export function endSteps(draft: Draft, exit: 'ya' | 'tidak' | null = null): void {
  const step = currentStep(draft.state, draft.ctx.procedure);
  if (step !== undefined) leaveStep(draft, step, exit);
}

function leaveStep(draft: Draft, step: Step, exit: 'ya' | 'tidak' | null): void {
  stopClocks(draft, (clock) => clock.rule === `step:${step.id}`);
  emit(draft, 'StepEnded', { step: step.id, exit });
}

function enterStep(draft: Draft, stepId: string): Step | undefined {
  const step = findStep(draft.ctx.procedure, stepId);
  if (step === undefined) return undefined;
  emit(draft, 'StepStarted', {
    step: step.id,
    status: statusOf(draft, step),
    unit: draft.state.unit?.name ?? null,
  });
  startStepClock(draft, step);
  return step;
}

/** A case that was opened again says so until somebody works on it. */
function statusOf(draft: Draft, step: Step): CaseStatus {
  return draft.state.status === 'reopened' && step.status === 'in-progress' ? 'reopened' : step.status;
}

/** The clocks that a released answer satisfies. */
export function isAnswerClock(rule: string): boolean {
  return (
    rule.startsWith('class-') ||
    rule.startsWith('step:') ||
    [
      'overall',
      'verification',
      'completeness-notice',
      'acceptance',
      'first-answer',
      'first-answer-hard',
      'urgent-social-case',
    ].includes(rule)
  );
}

/** The answer goes out: the working clocks stop and the reporter's ten working days begin. */
export function releaseAnswer(draft: Draft, answer: Pick<Answer, 'text' | 'author' | 'at'>): void {
  stopClocks(draft, (clock) => isAnswerClock(clock.rule));
  emit(draft, 'AnswerReleased', {
    answer: { ...answer, releasedAt: draft.ctx.now, returned: false },
  });
  const round = draft.state.clocks.filter((clock) => clock.rule === 'reporter-confirms').length;
  const id = round === 0 ? 'reporter-confirms' : `reporter-confirms#${round + 1}`;
  startRuleClock(draft, 'reporter-confirms', { id });
}

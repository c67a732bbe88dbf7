import { type Clock, type ClockPlan, planClock, recalculate, resumeClock } from '../clocks/clock.ts';
import { findRule } from '../clocks/rules.ts';
import { ownerOfStep } from '../procedures/next-steps.ts';
import type { Limit, Step } from '../procedures/procedure.ts';
import { type Draft, emit } from './draft.ts';
import type { CaseKind } from './words.ts';

/**
 * Starts a legal clock of the rule table. A date that no calendar covers yet leaves the clock running
 * without a due date (provisional) rather than refusing the citizen; it is dated once the decree is loaded.
 */
export function startRuleClock(draft: Draft, ruleId: string, from: ClockOrigin = {}): void {
  const rule = findRule(draft.ctx.rules, ruleId);
  start(draft, {
    id: from.id ?? ruleId,
    rule: ruleId,
    limit: rule.limit,
    owner: rule.owner,
    pausable: rule.pausesWhile.includes('awaiting-reporter'),
    source: rule.source,
    ...(from.startedAt === undefined ? {} : { startedAt: from.startedAt }),
    ...(from.pauses === undefined ? {} : { pauses: from.pauses }),
  });
}

interface ClockOrigin {
  readonly id?: string;
  readonly startedAt?: string;
  readonly pauses?: Clock['pauses'];
}

/** The limit that the procedure prints for a step; steps without a printed time get no clock. */
export function startStepClock(draft: Draft, step: Step): void {
  if (step.limit === null) return;
  start(draft, {
    id: freshId(draft, `step:${step.id}`),
    rule: `step:${step.id}`,
    limit: step.limit,
    owner: ownerOfStep(step),
    pausable: true,
    source: procedureSource(draft),
  });
}

/** The procedure's promise for the whole; as printed, it never pauses. */
export function startOverallClock(draft: Draft, receivedAt: string): void {
  const limit = draft.ctx.procedure.overallLimit;
  if (limit === null) return;
  start(draft, {
    id: 'overall',
    rule: 'overall',
    limit,
    owner: 'institution',
    pausable: false,
    source: procedureSource(draft),
    startedAt: receivedAt,
  });
}

/** Every assignment has a clock of its own, in the zone of the unit that got it. */
export function startAssignmentClock(draft: Draft, assignment: string, limit: Limit, zone: string): void {
  const id = `assignment:${assignment}`;
  start(draft, {
    id,
    rule: 'assignment',
    limit,
    owner: 'unit',
    pausable: false,
    source: 'disposition',
    zone,
  });
}

function start(draft: Draft, plan: Omit<ClockPlan, 'startedAt' | 'zone'> & Partial<ClockPlan>): void {
  const { startedAt = draft.ctx.now, zone = draft.state.zone } = plan;
  emit(draft, 'ClockStarted', { clock: planClock({ ...plan, startedAt, zone }, draft.ctx.calendar) });
}

/** The class of a matter decides its limit; an oversight complaint has two, of which the earlier binds. */
export function classRules(kind: CaseKind, oversight: boolean): readonly string[] {
  if (kind === 'information-request') return ['class-information-request'];
  if (kind === 'aspiration') return ['class-aspiration'];
  return oversight ? ['class-oversight', 'class-oversight-calendar'] : ['class-complaint'];
}

export function isRunning(clock: Clock): boolean {
  return clock.outcome === 'running' || clock.outcome === 'paused';
}

/** Stops every running clock that `which` names; met or late follows from the moment. */
export function stopClocks(draft: Draft, which: (clock: Clock) => boolean): void {
  for (const clock of draft.state.clocks) {
    if (isRunning(clock) && which(clock)) emit(draft, 'ClockStopped', { clock: clock.id });
  }
}

export function cancelClocks(draft: Draft, which: (clock: Clock) => boolean, reason: string): void {
  for (const clock of draft.state.clocks) {
    if (isRunning(clock) && which(clock)) emit(draft, 'ClockCancelled', { clock: clock.id, reason });
  }
}

/** Only while the reporter completes what was asked, and only clocks whose rule allows it. */
export function pauseClocks(draft: Draft, reason: string): void {
  for (const clock of draft.state.clocks) {
    if (clock.outcome === 'running' && clock.pausable)
      emit(draft, 'ClockPaused', { clock: clock.id, reason });
  }
}

export function resumeClocks(draft: Draft): void {
  for (const clock of draft.state.clocks) {
    if (clock.outcome !== 'paused') continue;
    const { due, provisional } = resumeClock(clock, draft.ctx.now, draft.ctx.calendar);
    emit(draft, 'ClockResumed', { clock: clock.id, due, provisional });
  }
}

/**
 * A reopened case goes on with the clocks it had: the time in which the answer lay with the reporter
 * counts as a pause, nothing starts anew, and no date moves earlier.
 */
export function reopenClocks(draft: Draft, which: (clock: Clock) => boolean): void {
  for (const clock of draft.state.clocks) {
    if (clock.stoppedAt === null || clock.outcome === 'cancelled' || !which(clock)) continue;
    const paused: Clock = { ...clock, outcome: 'paused', pausedAt: clock.stoppedAt, stoppedAt: null };
    const { due, provisional } = resumeClock(paused, draft.ctx.now, draft.ctx.calendar);
    emit(draft, 'ClockReopened', { clock: clock.id, due, provisional });
  }
}

/** A step that is entered again gets a clock of its own, beside the one of the first visit. */
function freshId(draft: Draft, base: string): string {
  const visits = draft.state.clocks.filter((clock) => clock.rule === base).length;
  return visits === 0 ? base : `${base}#${visits + 1}`;
}

function procedureSource(draft: Draft): string {
  return `${draft.ctx.procedure.id} v${draft.ctx.procedure.version}`;
}

/** The later date that the present calendar gives a running clock; null where nothing moves. */
export function laterDue(draft: Draft, clock: Clock): string | null {
  const { oldDue, newDue } = recalculate(clock, draft.ctx.calendar);
  return newDue === oldDue ? null : newDue;
}

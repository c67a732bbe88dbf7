import type { Calendar } from '../clocks/calendar.ts';
import { type Clock, type ClockPlan, planClock, recalculate, resumeClock } from '../clocks/clock.ts';
import { findRule } from '../clocks/rules.ts';
import { ownerOfStep } from '../procedures/next-steps.ts';
import type { Limit, Step } from '../procedures/procedure.ts';
import type { UnitRef } from './case.ts';
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

/** Every assignment has a clock of its own, by the zone and calendar of the unit that got it. */
export function startAssignmentClock(
  draft: Draft,
  assignment: string,
  limit: Limit,
  unit: UnitRef | null,
): void {
  const id = `assignment:${assignment}`;
  start(draft, {
    id,
    rule: 'assignment',
    limit,
    owner: 'unit',
    pausable: false,
    source: 'disposition',
    ...(unit === null ? {} : { zone: unit.zone, area: unit.area ?? null, unitPath: unit.path }),
  });
}

function start(draft: Draft, plan: Omit<ClockPlan, 'startedAt' | 'zone'> & Partial<ClockPlan>): void {
  const { state, ctx } = draft;
  const { startedAt = ctx.now, zone = state.zone, area = state.officeArea ?? null } = plan;
  // A unit's own week (art. 7) measures what the unit itself owes; the institution's promise keeps the common week.
  const unitPath = plan.owner === 'unit' ? (plan.unitPath ?? state.unit?.path ?? null) : null;
  const place = { ...(area === null ? {} : { area }), ...(unitPath === null ? {} : { unitPath }) };
  const { area: _area, unitPath: _path, ...rest } = plan;
  const clock = planClock({ ...rest, startedAt, zone, ...place }, ctx.calendar);
  emit(draft, 'ClockStarted', { clock });
}

/** The rule of what came by the sealed door: looked at within fourteen days. */
export const sealedFirstCheck = 'sealed-report-first-check';

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

/**
 * What the present calendar makes of a running clock: a later date, or the same one grown certain; null where
 * nothing changes. A deadline that has passed was missed, and stays so whatever is decreed afterwards.
 */
export function recount(
  clock: Clock,
  now: string,
  calendar: Calendar,
): Pick<Clock, 'due' | 'provisional'> | null {
  const passed = clock.breachedAt !== null || (clock.due !== null && clock.due < now);
  if (clock.outcome !== 'running' || passed) return null;
  const { due, provisional } = recalculate(clock, calendar).clock;
  return due === clock.due && provisional === clock.provisional ? null : { due, provisional };
}

import { type CaseReach, can } from '../access/can.ts';
import type { NamedInCase } from '../access/named.ts';
import type { Permission } from '../access/permissions.ts';
import { rolesOfStep } from '../procedures/next-steps.ts';
import type { StepAct } from '../procedures/procedure.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import type { CaseState, UnitRef } from './case.ts';
import type { CaseCommandName, CaseCommands } from './commands.ts';
import { currentStep, type DecisionContext, type Draft } from './draft.ts';
import { idsOf } from './person-of.ts';
import { type CaseStatus, sealedChannel } from './words.ts';

/**
 * One thing that can be done. `refuse` says whether this actor may do it now, whatever the input (the
 * console shows exactly the acts that it does not refuse); `decide` checks the input and emits.
 */
export interface Act<N extends CaseCommandName> {
  refuse(state: CaseState, ctx: DecisionContext): Refusal | null;
  decide(draft: Draft, input: CaseCommands[N]): Refusal | null;
}

export type Acts<N extends CaseCommandName> = { readonly [K in N]: Act<K> };

/** The first refusal of several conditions, in the order in which a person should hear of them. */
export function firstOf(...refusals: readonly (Refusal | null)[]): Refusal | null {
  return refusals.find((one) => one !== null) ?? null;
}

/** Asked for by every act of every row of a list; a state never changes, so it is worked out once for each. */
const reaches = new WeakMap<CaseState, CaseReach>();

/** The case as the access rules see it. */
export function reachOf(state: CaseState): CaseReach {
  const known = reaches.get(state);
  if (known !== undefined) return known;
  const reach = workOutReach(state);
  reaches.set(state, reach);
  return reach;
}

function workOutReach(state: CaseState): CaseReach {
  const live = state.assignments.filter((assignment) => assignment.state !== 'cancelled');
  return {
    institution: state.institution,
    sealed: state.status === 'sealed' || state.channel === sealedChannel,
    areaCode: state.areaCode,
    categoryId: state.categoryId,
    unitPath: state.unit?.path ?? null,
    assignedUnitPaths: live.flatMap((assignment) => (assignment.unit === null ? [] : [assignment.unit.path])),
    assignedPersonIds: live.flatMap((assignment) =>
      assignment.person === null ? [] : [assignment.person.id],
    ),
    copiedUnitPaths: state.copies.map((unit) => unit.path),
    ...namedIn(state),
  };
}

/** Whom the case is about, as the access rules see them. */
export function namedIn({ conflicts = [] }: Pick<CaseState, 'conflicts'>): NamedInCase {
  return {
    namedPersonIds: conflicts.flatMap(({ person }) => person?.id ?? []),
    namedUnitPaths: conflicts.flatMap(({ unit }) => unit?.path ?? []),
  };
}

/** Whether the unit is one that the case is about, or below one. */
export function isNamedUnit(state: CaseState, unit: Pick<UnitRef, 'path'>): boolean {
  return namedIn(state).namedUnitPaths.some((path) => unit.path.startsWith(path));
}

/** Whoever works on the case in any of its roles; a copy (tembusan) is for knowing only. */
export function worksHere(state: CaseState, ctx: DecisionContext): Refusal | null {
  return anyOf(
    needs(state, ctx, 'case.verify'),
    needs(state, ctx, 'case.handle'),
    needs(state, ctx, 'case.release'),
    needs(state, ctx, 'case.close'),
  );
}

/** None where one of several conditions holds, else the first refusal. */
export function anyOf(...refusals: readonly (Refusal | null)[]): Refusal | null {
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

/** The permission alone, whatever the step. */
export function needs(state: CaseState, ctx: DecisionContext, permission: Permission): Refusal | null {
  return can(ctx.actor, permission, reachOf(state)) ? null : refusal('not-authorized');
}

/**
 * The permission, held through a role of the actor that the procedure names for the current step, and
 * the step bound to one of `acts`.
 */
export function atStep(
  state: CaseState,
  ctx: DecisionContext,
  permission: Permission,
  acts: readonly StepAct[],
): Refusal | null {
  const step = currentStep(state, ctx.procedure);
  const permitted = needs(state, ctx, permission);
  if (permitted !== null) return permitted;
  if (step === undefined || !acts.includes(step.act)) return refusal('not-this-step');
  if (!isActive(state)) return refusal('not-this-status');
  const roles = rolesOfStep(ctx.procedure, step);
  return can(ctx.actor, permission, reachOf(state), roles) ? null : refusal('not-authorized');
}

export function inStatus(state: CaseState, ...statuses: readonly CaseStatus[]): Refusal | null {
  return statuses.includes(state.status) ? null : refusal('not-this-status');
}

export function byReporter(ctx: DecisionContext): Refusal | null {
  return ctx.actor.kind === 'reporter' ? null : refusal('not-authorized');
}

export function bySystem(ctx: DecisionContext): Refusal | null {
  return ctx.actor.kind === 'system' ? null : refusal('not-authorized');
}

/** Handler, reviewer and closer are different people; a deputy is the absent person too. */
export function notAmong(ctx: DecisionContext, persons: readonly string[]): Refusal | null {
  if (ctx.actor.kind !== 'person') return null;
  return idsOf(ctx.actor).some((id) => persons.includes(id)) ? refusal('same-person') : null;
}

/** In the hands of officers: not waiting for the reporter, not merged, not ended. */
export function isActive(state: CaseState): boolean {
  return activeStatuses.includes(state.status);
}

/** Not ended and not sealed away. */
export function isOpen(state: CaseState): boolean {
  return isActive(state) || ['awaiting-reporter', 'merged', 'answered'].includes(state.status);
}

const activeStatuses: readonly CaseStatus[] = [
  'received',
  'verifying',
  'dispatched',
  'in-progress',
  'in-review',
  'reopened',
];

/** A text that says something once trimmed; the input's own shape is checked at the edge. */
export function required(field: string, value: string): Refusal | null {
  return value.trim() === '' ? { code: 'invalid-input', fields: { [field]: 'required' } } : null;
}

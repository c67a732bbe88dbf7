import type { LimitDraft, ProcedureDraft } from './draft.ts';
import { flowProblems } from './flow.ts';
import { type ProblemPath, type ProcedureProblem, problem } from './problem.ts';
import { limitUnits } from './procedure.ts';
import { stepProblems } from './validate-step.ts';

export interface KnownWords {
  /** Roles of this installation, where they are known; without them a role is not checked. */
  readonly roles?: readonly string[];
}

/**
 * Everything that would keep a procedure from running, and what is worth a second look: every row
 * reachable, every path ending, every actor a known one, every limit with its unit. Never throws,
 * whatever was written. No problem of severity `error`: the draft may be used as a `Procedure`.
 */
export function validateProcedure(
  draft: ProcedureDraft,
  known: KnownWords = {},
): readonly ProcedureProblem[] {
  return [
    ...(draft.steps.length === 0 ? [problem('no-steps', { path: ['steps'] })] : []),
    ...actorProblems(draft, known),
    ...limitProblems(draft.overallLimit, ['overallLimit']),
    ...draft.steps.flatMap((step, index) => [
      ...stepProblems(draft, step, index),
      ...limitProblems(step.limit, ['steps', index, 'limit'], step.id),
    ]),
    ...flowProblems(draft),
  ];
}

function actorProblems(draft: ProcedureDraft, known: KnownWords): readonly ProcedureProblem[] {
  const used = new Set(
    draft.steps.flatMap((step) => [
      ...step.actors,
      ...(step.copies ?? []),
      ...(step.delegates ?? []),
      ...(step.notifies ?? []),
      ...(step.standIns ?? []),
    ]),
  );
  return draft.actors.flatMap((actor, index) => {
    const path = ['actors', index];
    const params = { actor: actor.id };
    const strangers = actor.roles.filter((role) => known.roles !== undefined && !known.roles.includes(role));
    return [
      ...(draft.actors.findIndex((other) => other.id === actor.id) < index
        ? [problem('duplicate-actor', { path: [...path, 'id'] }, params)]
        : []),
      ...(actor.roles.length === 0
        ? [problem('actor-without-roles', { path: [...path, 'roles'] }, params)]
        : []),
      ...strangers.map((role) => problem('unknown-role', { path: [...path, 'roles'] }, { ...params, role })),
      ...(used.has(actor.id) ? [] : [problem('unused-actor', { path }, params, 'warning')]),
    ];
  });
}

function limitProblems(
  limit: LimitDraft | null,
  path: ProblemPath,
  step?: string,
): readonly ProcedureProblem[] {
  if (limit === null) return [];
  const at = step === undefined ? { path } : { step, path };
  const positive = Number.isSafeInteger(limit.amount) && limit.amount > 0;
  return [
    ...(positive ? [] : [problem('limit-not-positive', at, { amount: String(limit.amount) })]),
    ...unitProblems(limit, at),
  ];
}

function unitProblems(limit: LimitDraft, at: { readonly path: ProblemPath }): readonly ProcedureProblem[] {
  const { unit } = limit;
  if (unit === undefined) return [problem('limit-without-unit', at)];
  return limitUnits.some((one) => one === unit)
    ? []
    : [problem('unknown-unit', { ...at, path: [...at.path, 'unit'] }, { unit })];
}

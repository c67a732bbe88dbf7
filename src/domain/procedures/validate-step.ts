import type { ProcedureDraft, StepDraft } from './draft.ts';
import { type ProblemPath, type ProcedureProblem, problem } from './problem.ts';
import { stepActs, stepStatuses } from './procedure.ts';

/** What one row says wrong by itself or about the rows and actors it names. */
export function stepProblems(
  draft: ProcedureDraft,
  step: StepDraft,
  index: number,
): readonly ProcedureProblem[] {
  return [
    ...wordProblems(draft, step, index),
    ...actorReferences(draft, step, index),
    ...exitProblems(step, index),
    ...targetProblems(draft, step, index),
    ...returnProblems(draft, step, index),
  ];
}

function wordProblems(draft: ProcedureDraft, step: StepDraft, index: number): readonly ProcedureProblem[] {
  const at = (field: string) => ({ step: step.id, path: ['steps', index, field] });
  const found: ProcedureProblem[] = [];
  if (draft.steps.findIndex((other) => other.id === step.id) < index) {
    found.push(problem('duplicate-step', at('id')));
  }
  if (!stepActs.some((act) => act === step.act))
    found.push(problem('unknown-act', at('act'), { act: step.act }));
  if (!stepStatuses.some((status) => status === step.status)) {
    found.push(problem('unknown-status', at('status'), { status: step.status }));
  }
  // The engine walks through submit and record by itself when a case opens; elsewhere nobody could do them.
  if (index === 0 && step.act !== 'submit') found.push(problem('first-step-not-submit', at('act')));
  if (index > 0 && step.act === 'submit') found.push(problem('submit-not-first', at('act')));
  return found;
}

function actorReferences(draft: ProcedureDraft, step: StepDraft, index: number): readonly ProcedureProblem[] {
  const lists = [
    ['actors', step.actors],
    ['copies', step.copies ?? []],
    ['delegates', step.delegates ?? []],
    ['notifies', step.notifies ?? []],
    ['standIns', step.standIns ?? []],
  ] as const;
  const strangers = lists.flatMap(([field, actors]) =>
    actors.flatMap((actor, place) =>
      draft.actors.some((known) => known.id === actor)
        ? []
        : [problem('unknown-actor', { step: step.id, path: ['steps', index, field, place] }, { actor })],
    ),
  );
  return step.actors.length === 0
    ? [problem('step-without-actor', { step: step.id, path: ['steps', index, 'actors'] }), ...strangers]
    : strangers;
}

/** A row goes on by `next`, or asks a question and goes on by two labelled exits; never both, never neither. */
function exitProblems(step: StepDraft, index: number): readonly ProcedureProblem[] {
  const at = (...rest: ProblemPath) => ({ step: step.id, path: ['steps', index, ...rest] });
  const { exits, question } = step;
  if (exits === undefined) {
    if (question !== undefined) return [problem('question-without-exits', at('question'))];
    return step.next === undefined ? [problem('missing-next', at())] : [];
  }
  const missing = (['ya', 'tidak'] as const).filter((exit) => exits[exit] === undefined);
  return [
    ...missing.map((exit) => problem('missing-exit', at('exits'), { exit })),
    ...(question === undefined ? [problem('exits-without-question', at('exits'))] : []),
    ...(step.next === undefined ? [] : [problem('exits-and-next', at('next'))]),
    ...(step.optional === true ? [problem('optional-decision', at('optional'))] : []),
  ];
}

function targetProblems(draft: ProcedureDraft, step: StepDraft, index: number): readonly ProcedureProblem[] {
  const named = [
    [['next'], step.next],
    [['exits', 'ya'], step.exits?.ya],
    [['exits', 'tidak'], step.exits?.tidak],
    [['returnsTo'], step.returnsTo],
  ] as const;
  return named.flatMap(([field, target]) =>
    target === undefined || target === null || draft.steps.some((other) => other.id === target)
      ? []
      : [problem('unknown-step', { step: step.id, path: ['steps', index, ...field] }, { target })],
  );
}

function returnProblems(draft: ProcedureDraft, step: StepDraft, index: number): readonly ProcedureProblem[] {
  const target = draft.steps.findIndex((other) => other.id === step.returnsTo);
  const found: ProcedureProblem[] = [];
  if (target >= index) {
    const path = ['steps', index, 'returnsTo'];
    found.push(problem('return-not-backwards', { step: step.id, path }, { target: step.returnsTo ?? '' }));
  }
  if (step.returnsAtMost !== undefined && step.returnsTo === undefined) {
    found.push(problem('returns-without-target', { step: step.id, path: ['steps', index, 'returnsAtMost'] }));
  }
  return found;
}

import type { ProcedureDraft, StepDraft } from './draft.ts';
import { type ProcedureProblem, problem } from './problem.ts';

/** Whether every row can be reached from the first and can lead to an end. */
export function flowProblems(draft: ProcedureDraft): readonly ProcedureProblem[] {
  const first = draft.steps[0];
  if (first === undefined) return [];
  const reached = reachableFrom(draft, first.id);
  const ending = thoseThatEnd(draft);
  return [
    ...(draft.steps.some(isEnd) ? [] : [problem('no-end', { path: ['steps'] })]),
    ...draft.steps.flatMap((step, index) => {
      const at = { step: step.id, path: ['steps', index] };
      if (!reached.has(step.id)) return [problem('unreachable-step', at)];
      return ending.has(step.id) ? [] : [problem('never-ends', at)];
    }),
    ...mainPathProblems(draft, first),
  ];
}

function isEnd(step: StepDraft): boolean {
  return step.next === null && step.exits === undefined;
}

/** Where a case goes on to; a way back is not one, since going back never finishes anything. */
function onward(step: StepDraft): readonly string[] {
  return [step.next, step.exits?.ya, step.exits?.tidak].filter((id) => id !== undefined && id !== null);
}

function reachableFrom(draft: ProcedureDraft, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = draft.steps.find((one) => one.id === id);
    if (step === undefined || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...onward(step));
    if (step.returnsTo !== undefined) waiting.push(step.returnsTo);
  }
  return reached;
}

/** Grows backwards from the ends until nothing is added. */
function thoseThatEnd(draft: ProcedureDraft): ReadonlySet<string> {
  const ending = new Set<string>();
  for (let before = -1; ending.size > before; ) {
    before = ending.size;
    for (const step of draft.steps) {
      if (isEnd(step) || onward(step).some((id) => ending.has(id))) ending.add(step.id);
    }
  }
  return ending;
}

/** Saying Ya everywhere must come to an end, for that is the line the public sees as the procedure. */
function mainPathProblems(draft: ProcedureDraft, first: StepDraft): readonly ProcedureProblem[] {
  const passed = new Set<string>();
  let step: StepDraft | undefined = first;
  while (step !== undefined && !passed.has(step.id)) {
    passed.add(step.id);
    const next: string | null | undefined = step.exits === undefined ? step.next : step.exits.ya;
    const from: StepDraft = step;
    step = draft.steps.find((one) => one.id === next);
    if (step !== undefined && passed.has(step.id)) {
      const path = ['steps', draft.steps.indexOf(from)];
      return [problem('main-path-loops', { step: from.id, path }, { target: step.id })];
    }
  }
  return [];
}

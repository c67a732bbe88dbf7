import { mainPath } from '../procedures/next-steps.ts';
import type { Procedure, Step } from '../procedures/procedure.ts';
import type { CaseState, StepVisit } from './case.ts';

/** Where one row of the SOP stands for this case. */
export interface StepProgress {
  readonly step: Step;
  readonly state: 'done' | 'here' | 'also' | 'next' | 'skipped';
  /** The latest visit, where there was one. */
  readonly visit: StepVisit | null;
}

/**
 * The whole procedure as this case walks it: what is done, where it stands, what runs beside it, what
 * may follow. Rows of a branch that was not taken are `skipped`.
 */
export function progressOf(state: CaseState, procedure: Procedure): readonly StepProgress[] {
  const path = mainPath(procedure).map((step) => step.id);
  const here = state.step === null ? -1 : path.indexOf(state.step);
  const ahead = new Set(here === -1 ? [] : path.slice(here + 1));
  const parallel = parallelActs(state);
  return procedure.steps.map((step) => {
    const visit = state.visits.findLast((one) => one.step === step.id) ?? null;
    if (step.id === state.step) return { step, state: 'here', visit };
    if (ahead.has(step.id)) return { step, state: 'next', visit };
    if (visit !== null && parallel.includes(step.act)) return { step, state: 'also', visit };
    if (visit !== null) return { step, state: 'done', visit };
    return { step, state: 'skipped', visit };
  });
}

/** Assignments that are still open keep their rows alive while the pointer is further on. */
function parallelActs(state: CaseState): readonly Step['act'][] {
  const open = state.assignments.filter((one) => one.state === 'open');
  if (open.length === 0) return [];
  return open.some((one) => one.parent !== null) ? ['assign', 'delegate'] : ['assign'];
}

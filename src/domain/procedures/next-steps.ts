import type { Procedure, Step, StepAct } from './procedure.ts';

export type Exit = 'ya' | 'tidak';

/** The step of this id; a missing one is a bug, since a released procedure has been validated. */
export function getStep(procedure: Procedure, id: string): Step {
  const step = findStep(procedure, id);
  if (step === undefined) throw new Error(`${procedure.id} v${procedure.version} has no step "${id}"`);
  return step;
}

export function findStep(procedure: Procedure, id: string): Step | undefined {
  return procedure.steps.find((step) => step.id === id);
}

/** Where every case begins: the first row of the form. */
export function firstStep(procedure: Procedure): Step {
  const step = procedure.steps[0];
  if (step === undefined) throw new Error(`${procedure.id} v${procedure.version} has no steps`);
  return step;
}

/** In the order of the form. */
export function stepsWithAct(procedure: Procedure, act: StepAct): readonly Step[] {
  return procedure.steps.filter((step) => step.act === act);
}

/** The id of the row that follows; null at an end. `exit` matters at a decision only. */
export function nextOf(step: Step, exit: Exit = 'ya'): string | null {
  return step.exits === undefined ? (step.next ?? null) : step.exits[exit];
}

/**
 * The rows from the first to an end, taking Ya at every decision: the table the public reads and the
 * line a tracking page draws. Stops before a row it has passed already.
 */
export function mainPath(procedure: Procedure): readonly Step[] {
  const path: Step[] = [];
  let step = procedure.steps[0];
  while (step !== undefined && !path.includes(step)) {
    path.push(step);
    const next = nextOf(step);
    step = next === null ? undefined : findStep(procedure, next);
  }
  return path;
}

/**
 * The rows a case may go to when this one is done: the next one and, past rows the form leaves optional
 * ("dapat"), those behind it. In the order of the form.
 */
export function possibleNext(procedure: Procedure, step: Step, exit: Exit = 'ya'): readonly Step[] {
  const found: Step[] = [];
  let next = nextOf(step, exit);
  while (next !== null) {
    const candidate = findStep(procedure, next);
    if (candidate === undefined || found.includes(candidate)) break;
    found.push(candidate);
    next = candidate.optional === true ? nextOf(candidate) : null;
  }
  return found;
}

/** Whose time the row's limit measures: rating is the reporter's, every other row with a time the office's. */
export function ownerOfStep({ act }: Pick<Step, 'act'>): 'unit' | 'reporter' {
  return act === 'rate' ? 'reporter' : 'unit';
}

/** The system roles whose holders may act at this row, each once. */
export function rolesOfStep(procedure: Procedure, step: Step): readonly string[] {
  return rolesOfActors(procedure, step.actors);
}

export function rolesOfActors(
  procedure: Pick<Procedure, 'actors'>,
  actorIds: readonly string[],
): readonly string[] {
  const named = procedure.actors.filter((actor) => actorIds.includes(actor.id));
  return [...new Set(named.flatMap((actor) => actor.roles))];
}

/** The number the form prints: rows "8", "8a" and "8b" are all parts of step 8. */
function printedNumber(stepId: string): string {
  return /^\d+/.exec(stepId)?.[0] ?? stepId;
}

/** How many steps people count in the form; parts with a letter belong to their number. */
export function printedNumberCount(procedure: Procedure): number {
  return new Set(procedure.steps.map((step) => printedNumber(step.id))).size;
}

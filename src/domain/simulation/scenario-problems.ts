import { findStep } from '../procedures/next-steps.ts';
import type { Procedure, Step } from '../procedures/procedure.ts';
import { returnsApart, workingActors } from './model.ts';
import type { ScenarioInput } from './scenario.ts';

export const scenarioProblemCodes = [
  'unknown-step',
  'unknown-actor',
  'not-a-decision',
  'not-optional',
  'not-returning',
  'not-assigning',
  'no-kind',
] as const;
export type ScenarioProblemCode = (typeof scenarioProblemCodes)[number];

/** A name in a scenario that means nothing in this procedure; `field` as `staff.verifier`. */
export interface ScenarioProblem {
  readonly code: ScenarioProblemCode;
  readonly field: string;
  readonly name: string;
}

/** What of a scenario does not fit the procedure; numbers are held by its shape. */
export function scenarioProblems(procedure: Procedure, input: ScenarioInput): readonly ScenarioProblem[] {
  const actors = workingActors(procedure);
  const named = (
    key: 'service' | 'yes' | 'taken' | 'returned' | 'parallel',
    code: ScenarioProblemCode,
    fits: (step: Step) => boolean,
  ): readonly ScenarioProblem[] =>
    Object.keys(input[key] ?? {}).flatMap((name) => {
      const step = findStep(procedure, name);
      if (step === undefined) return [{ code: 'unknown-step', field: `${key}.${name}`, name }];
      return fits(step) ? [] : [{ code, field: `${key}.${name}`, name }];
    });
  const kinds = Object.values(input.kinds ?? { complaint: 1 });
  return [
    ...Object.keys(input.staff ?? {})
      .filter((name) => !actors.includes(name))
      .map((name): ScenarioProblem => ({ code: 'unknown-actor', field: `staff.${name}`, name })),
    ...named('service', 'unknown-step', () => true),
    ...named('yes', 'not-a-decision', (step) => step.exits !== undefined),
    ...named('taken', 'not-optional', (step) => step.optional === true),
    ...named('returned', 'not-returning', returnsApart),
    ...named('parallel', 'not-assigning', (step) => (step.delegates ?? []).length > 0),
    ...(kinds.some((share) => (share ?? 0) > 0)
      ? []
      : [{ code: 'no-kind', field: 'kinds', name: '' } as const]),
  ];
}

/** Stays in rows that the runs of a scenario come to at most, about: what they cost. */
export function expectedVisits(
  procedure: Procedure,
  scenario: {
    readonly perDay: number;
    readonly days: number;
    readonly replications: number;
    readonly loads: readonly number[];
  },
): number {
  const loads = scenario.loads.reduce((sum, load) => sum + load, 0);
  return scenario.perDay * scenario.days * scenario.replications * loads * procedure.steps.length;
}

/** What is wrong with a procedure; the stable code carries the texts and tests. */
export interface ProcedureProblem {
  readonly code: ProcedureProblemCode;
  /** `error`: it cannot run. `warning`: look again. */
  readonly severity: 'error' | 'warning';
  readonly step: string | null;
  /** Where it stands in the procedure, as keys and indexes from the top. */
  readonly path: ProblemPath;
  readonly params: Readonly<Record<string, string>>;
}

export type ProblemPath = readonly (string | number)[];

export const procedureProblemCodes = [
  'no-steps',
  'duplicate-step',
  'duplicate-actor',
  'first-step-not-submit',
  'submit-not-first',
  'unknown-act',
  'unknown-status',
  'step-without-actor',
  'unknown-actor',
  'unused-actor',
  'actor-without-roles',
  'unknown-role',
  'missing-next',
  'unknown-step',
  'question-without-exits',
  'missing-exit',
  'exits-without-question',
  'exits-and-next',
  'return-not-backwards',
  'returns-without-target',
  'optional-decision',
  'limit-without-unit',
  'unknown-unit',
  'limit-not-positive',
  'no-end',
  'unreachable-step',
  'never-ends',
  'main-path-loops',
] as const;
export type ProcedureProblemCode = (typeof procedureProblemCodes)[number];

export function problem(
  code: ProcedureProblemCode,
  at: { readonly step?: string; readonly path: ProblemPath },
  params: ProcedureProblem['params'] = {},
  severity: ProcedureProblem['severity'] = 'error',
): ProcedureProblem {
  return { code, severity, step: at.step ?? null, path: at.path, params };
}

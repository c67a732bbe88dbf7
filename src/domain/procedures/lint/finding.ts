import type { ProblemPath, ProcedureProblemCode } from '../problem.ts';

/**
 * Something in a procedure that its keeper should know. `error`: it cannot run or be drawn. `warning`: it
 * runs, and breaks a rule or a habit that protects people. `note`: worth a look, nothing more.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning' | 'note';
  readonly step: string | null;
  /** Where it stands in the procedure, as keys and indexes from the top. */
  readonly path: ProblemPath;
  /** What the texts (`locales/<language>/lint.json`, `lint.<code>.text` and `.remedy`) take. */
  readonly params: Readonly<Record<string, string>>;
}

export type FindingCode = ProcedureProblemCode | LintCode;

export const lintCodes = [
  // The size of a form
  'too-many-steps',
  'too-many-actors',
  'activity-too-long',
  // The head of the form
  'decree-missing',
  'rule-replaced',
  'rule-expired',
  'rule-unknown',
  'objection-without-law',
  'identity-document-asked',
  'attachment-of-other-procedure',
  'no-audit-trail',
  'no-statistics',
  // Words
  'actor-name-undeclared',
  'abbreviation-misspelt',
  'abbreviation-unexplained',
  'identity-recorded',
  'refusal-called-finished',
  'answer-called-normative',
  'copy-of-person',
  // Mutu baku
  'column-requirements-empty',
  'column-time-empty',
  'column-output-empty',
  'time-printed-na',
  'time-in-text',
  'machine-row-without-time',
  'day-not-defined',
  // Promises
  'promise-missing',
  'promise-not-divided',
  'path-exceeds-promise',
  'promise-not-comparable',
  'promise-within-verification',
  'promise-exceeds-class',
  'limit-exceeds-rule',
  // Duties
  'handler-reviews',
  'handler-closes',
  'reviewer-closes',
  'author-releases',
  'examiner-finishes',
  'nobody-examines',
  // Roads
  'no-decision',
  'no-road-not-ours',
  'no-road-incomplete',
  'no-road-duplicate',
  'no-road-anonymous',
  'no-road-sealed',
  'no-road-objection',
  'no-road-reopening',
  'no-road-escalation',
  'no-rating',
  'rating-only-happy-end',
] as const;
export type LintCode = (typeof lintCodes)[number];

export function finding(
  code: LintCode,
  severity: Finding['severity'],
  at: { readonly step?: string; readonly path: ProblemPath },
  params: Finding['params'] = {},
): Finding {
  return { code, severity, step: at.step ?? null, path: at.path, params };
}

import type { Refusal } from '../shared/refusal.ts';
import { firstOf, required } from './act.ts';
import type { Assignment, CaseState, ReportContent, ReportVersion } from './case.ts';
import { idsOf } from './person-of.ts';

/** What the report must say before it goes up; the reporter's answer may be left to the unit below it. */
export function requiredContent(content: ReportContent, withAnswer: boolean): Refusal | null {
  return firstOf(
    required('findings', content.findings),
    required('actions', content.actions),
    withAnswer ? required('answer', content.answer) : null,
  );
}

export function latestVersion(state: CaseState): ReportVersion | undefined {
  return state.report?.versions.at(-1);
}

/**
 * Puts the reports of the top assignments together, each under the name of who wrote it. All who
 * ever reported anywhere in the tree are handlers.
 */
export function compileReport(assignments: readonly Assignment[]): {
  readonly content: ReportContent;
  readonly handlers: readonly string[];
} {
  const reported = assignments.filter((one) => one.state === 'reported');
  const top = reported.filter((one) => one.parent === null);
  const outcomes = top.map((one) => one.reports.at(-1)?.content.outcome ?? 'met-partly');
  const worst = outcomes.every((outcome) => outcome === 'met-fully')
    ? 'met-fully'
    : outcomes.every((outcome) => outcome === 'cannot-be-met')
      ? 'cannot-be-met'
      : 'met-partly';
  return {
    content: {
      findings: together(top, 'findings'),
      actions: together(top, 'actions'),
      evidence: together(top, 'evidence'),
      basis: together(top, 'basis'),
      outcome: worst,
      answer: together(top, 'answer'),
    },
    handlers: authorsOf(assignments),
  };
}

/** All who ever reported a task, also one that was returned or cancelled since: they handled the matter. */
export function authorsOf(assignments: readonly Assignment[]): readonly string[] {
  return [...new Set(assignments.flatMap(({ reports }) => reports.flatMap(({ author }) => idsOf(author))))];
}

function together(
  top: readonly Assignment[],
  field: 'findings' | 'actions' | 'evidence' | 'basis' | 'answer',
): string {
  const parts = top.flatMap((one) => {
    const text = one.reports.at(-1)?.content[field].trim() ?? '';
    const name = one.unit?.name ?? one.person?.name ?? '';
    if (text === '') return [];
    // The answer is for the reporter, who is not to read the names of officers.
    return [top.length === 1 || field === 'answer' ? text : `${name}: ${text}`];
  });
  return parts.join('\n\n');
}

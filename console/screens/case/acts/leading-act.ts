import type { CaseListItem, OfficerAct } from '../../../../src/features/cases/contract.ts';

/** What the step is there for, by what the engine does at it; the first that the server allows leads. */
const leading: Readonly<Record<string, readonly OfficerAct[]>> = {
  verify: ['verification'],
  distribute: ['disposition', 'answer'],
  dispatch: ['disposition'],
  'answer-directly': ['release', 'answer'],
  accept: ['acceptance'],
  'follow-up': ['assignment-report', 'handling-report', 'assignment'],
  assign: ['assignment-report', 'assignment', 'handling-report'],
  delegate: ['assignment-report', 'assignment', 'handling-report'],
  report: ['assignment-report', 'handling-report', 'assignment'],
  review: ['report-approval'],
  close: ['closure'],
  finish: ['finish'],
  answer: ['answer'],
  'pass-on': ['release'],
  research: ['research'],
  examine: ['examination'],
  conclude: ['conclusion'],
};

/** The one act that the step waits for, where this person may do it; it is their turn then. Null: it is not. */
export function leadingAct({ acts, step }: Pick<CaseListItem, 'acts' | 'step'>): OfficerAct | null {
  return (leading[step?.act ?? ''] ?? []).find((name) => acts.includes(name)) ?? null;
}

import type { CaseView, OfficerAct } from '../../../../src/features/cases/contract.ts';
import { answerForms } from './answer-forms.ts';
import { assignmentForms } from './assignment-forms.ts';
import { conflictForms } from './conflict-forms.ts';
import { conversationForms } from './conversation-forms.ts';
import { decisionForms } from './decision-forms.ts';
import type { ActForms } from './field.ts';
import { inquiryForms } from './inquiry-forms.ts';
import { publicationForms } from './publication-forms.ts';
import { reportForms } from './report-forms.ts';

/** Every act of the contract has a form; the compiler refuses a new one without. */
export const actForms: ActForms<OfficerAct> = {
  ...decisionForms,
  ...assignmentForms,
  ...reportForms,
  ...answerForms,
  ...inquiryForms,
  ...conversationForms,
  ...conflictForms,
  ...publicationForms,
};

export function isOfficerAct(name: string): name is OfficerAct {
  return name in actForms;
}

/** Done where the thing itself is, not in the list of acts: the reply box, the sealed identity, the conflict list. */
const elsewhere: readonly OfficerAct[] = ['message', 'note', 'reveal', 'conflict', 'conflict-lifting'];

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

/** The acts that the server named, in two parts: the one this step waits for, and the others in their order. */
export function arrangeActs(view: Pick<CaseView, 'acts' | 'step'>): {
  readonly primary: OfficerAct | null;
  readonly others: readonly OfficerAct[];
} {
  const open = (Object.keys(actForms) as OfficerAct[]).filter(
    (name) => view.acts.includes(name) && !elsewhere.includes(name),
  );
  const primary = (leading[view.step?.act ?? ''] ?? []).find((name) => open.includes(name)) ?? null;
  return { primary, others: open.filter((name) => name !== primary) };
}

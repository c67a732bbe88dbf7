import type { CaseView, OfficerAct } from '../../../../src/features/cases/contract.ts';
import { answerForms } from './answer-forms.ts';
import { assignmentForms } from './assignment-forms.ts';
import { conflictForms } from './conflict-forms.ts';
import { conversationForms } from './conversation-forms.ts';
import { decisionForms } from './decision-forms.ts';
import type { ActForms } from './field.ts';
import { inquiryForms } from './inquiry-forms.ts';
import { leadingAct } from './leading-act.ts';
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

/** The acts that the server named, in two parts: the one this step waits for, and the others in their order. */
export function arrangeActs(view: Pick<CaseView, 'acts' | 'step'>): {
  readonly primary: OfficerAct | null;
  readonly others: readonly OfficerAct[];
} {
  const open = (Object.keys(actForms) as OfficerAct[]).filter(
    (name) => view.acts.includes(name) && !elsewhere.includes(name),
  );
  const primary = leadingAct(view);
  return { primary, others: open.filter((name) => name !== primary) };
}

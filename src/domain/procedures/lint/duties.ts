import type { ProcedureDraft, StepDraft } from '../draft.ts';
import { rolesOfActors } from '../next-steps.ts';
import { type Finding, finding, type LintCode } from './finding.ts';

const handlingActs = ['follow-up', 'delegate', 'report', 'answer'];

/** Nobody examines, closes or releases their own work, and nobody who examined declares the matter finished. */
export function dutyFindings(draft: ProcedureDraft): readonly Finding[] {
  const handlers = actorsAt(draft, handlingActs);
  const examiners = actorsAt(draft, ['review']);
  const authors = actorsAt(draft, ['answer']);
  return [
    ...sharing(draft, 'review', handlers, 'handler-reviews'),
    ...sharing(draft, 'close', handlers, 'handler-closes'),
    ...sharing(draft, 'close', examiners, 'reviewer-closes'),
    ...sharing(draft, 'pass-on', authors, 'author-releases'),
    ...sharing(draft, 'finish', examiners, 'examiner-finishes'),
    ...(handlers.length > 0 && !draft.steps.some(({ act }) => act === 'review' || act === 'pass-on')
      ? [finding('nobody-examines', 'warning', { path: ['steps'] })]
      : []),
  ];
}

function actorsAt({ steps }: ProcedureDraft, acts: readonly string[]): readonly string[] {
  const rows = steps.filter(({ act }) => acts.includes(act));
  return [...new Set(rows.flatMap(({ actors, standIns = [] }) => [...actors, ...standIns]))];
}

function sharing(
  draft: ProcedureDraft,
  act: string,
  others: readonly string[],
  code: LintCode,
): readonly Finding[] {
  return draft.steps.flatMap((step: StepDraft, index) => {
    if (step.act !== act) return [];
    const actor = step.actors.find((id) => isOneOf(draft, id, others));
    if (actor === undefined) return [];
    const title = draft.actors.find(({ id }) => id === actor)?.title ?? actor;
    return [finding(code, 'warning', { step: step.id, path: ['steps', index, 'actors'] }, { actor: title })];
  });
}

/** The same column of the form, or another whose roles the same people may hold. */
function isOneOf(draft: ProcedureDraft, actor: string, others: readonly string[]): boolean {
  if (others.includes(actor)) return true;
  const roles = rolesOfActors(draft, others);
  return rolesOfActors(draft, [actor]).some((role) => roles.includes(role));
}

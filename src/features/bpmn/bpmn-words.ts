import type { BpmnWords } from '../../domain/bpmn/bpmn.ts';
import type { ProcedureDraft, StepDraft } from '../../domain/procedures/draft.ts';
import { formatPlainDate, translator } from '../../platform/i18n/index.ts';
import { limitText } from '../flowcharts/index.ts';

/** The SOP is the office's own paper and Indonesian, whoever takes it away. */
const t = translator('id');

export function bpmnWords(draft: ProcedureDraft): BpmnWords {
  return {
    start: t('bpmn.start'),
    end: t('bpmn.end'),
    ya: t('bpmn.ya'),
    tidak: t('bpmn.tidak'),
    needed: (step) => t('bpmn.needed', { step }),
    some: t('bpmn.some'),
    returned: t('bpmn.returned'),
    returnAtMost: (times) => (times === null ? t('bpmn.ya') : t('bpmn.ya-at-most', { times })),
    unassigned: t('bpmn.unassigned'),
    told: (actors) => t('bpmn.told', { actors: actors.join(', ') }),
    copy: (actor) => t('bpmn.copy', { actor }),
    documentation: draft.steps.map((step) => stepDocumentation(draft, step)),
  };
}

/** The row of the form in full, a line for each column that says something. */
function stepDocumentation(draft: ProcedureDraft, step: StepDraft): string {
  return lines([
    ['', step.activity],
    [t('flowchart.head.actors'), titles(draft, step.actors)],
    [t('bpmn.stand-ins'), titles(draft, step.standIns)],
    [t('flowchart.head.requires'), step.requires.join('; ')],
    [t('flowchart.head.limit'), limitText(step.limit)],
    [t('flowchart.head.output'), step.output.join('; ')],
    [t('bpmn.may-assign'), titles(draft, step.delegates)],
    [t('bpmn.copies'), titles(draft, step.copies)],
    [t('bpmn.notifies'), titles(draft, step.notifies)],
    [t('bpmn.writes-back'), (step.writesBackTo ?? []).join(', ')],
    [t('flowchart.head.remark'), step.note ?? ''],
  ]);
}

/** The identity of the SOP: what its first page says. */
export function procedureDocumentation(draft: ProcedureDraft): string {
  const { decree } = draft;
  const isDate = decree.date !== null && /^\d{4}-\d{2}-\d{2}$/u.test(decree.date);
  const date = isDate ? formatPlainDate(decree.date ?? '', 'id') : (decree.date ?? '');
  return lines([
    ['', draft.title],
    [t('bpmn.institution'), draft.institution],
    [t('bpmn.version'), String(draft.version)],
    [t('flowchart.identity.number'), decree.number ?? ''],
    [t('flowchart.identity.effective'), date],
    [t('flowchart.identity.signed'), decree.signatory ?? ''],
    [t('flowchart.identity.purpose'), draft.purpose ?? ''],
    [t('flowchart.identity.scope'), draft.scope ?? ''],
    [t('flowchart.identity.legal'), draft.legalBasis.join('; ')],
    [t('flowchart.identity.channels'), draft.channels.join('; ')],
    [t('flowchart.identity.requirements'), draft.requirements.map(({ title }) => title).join('; ')],
    [t('flowchart.identity.overall'), limitText(draft.overallLimit)],
    [t('flowchart.identity.fee'), draft.fee],
    [t('flowchart.identity.indicator'), draft.indicator ?? ''],
    [t('flowchart.head.remark'), draft.notes.join(' ')],
  ]);
}

function lines(rows: readonly (readonly [head: string, text: string])[]): string {
  return rows
    .filter(([, text]) => text !== '')
    .map(([head, text]) => (head === '' ? text : `${head}: ${text}`))
    .join('\n');
}

function titles({ actors }: ProcedureDraft, ids: readonly string[] = []): string {
  return ids.map((id) => actors.find((actor) => actor.id === id)?.title ?? id).join(', ');
}

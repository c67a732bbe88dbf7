import { reportOutcomes } from '../../../../src/domain/cases/words.ts';
import type { ActInput, CaseView } from '../../../../src/features/cases/contract.ts';
import { type ActForms, type Field, idOf, textOf, type Values } from './field.ts';

type Content = ActInput<'handling-report'>['content'];

export const emptyReport = {
  findings: '',
  actions: '',
  evidence: '',
  basis: '',
  outcome: 'met-fully',
  answer: '',
};

/** The texts of a handling report in the order of its form; the outcome stands before the answer. */
export const reportTexts = ['findings', 'actions', 'evidence', 'basis', 'answer'] as const;

export function contentOf(values: Values): Content {
  return {
    findings: textOf(values, 'findings').trim(),
    actions: textOf(values, 'actions').trim(),
    evidence: textOf(values, 'evidence').trim(),
    basis: textOf(values, 'basis').trim(),
    outcome: reportOutcomes.find((one) => one === textOf(values, 'outcome')) ?? 'met-partly',
    answer: textOf(values, 'answer').trim(),
  };
}

const reason: Field = { kind: 'text', name: 'reason', label: 'reason', rows: 3, max: 2000, required: true };
const note: Field = { kind: 'text', name: 'note', label: 'note', rows: 2, max: 2000 };

/** The handling report on its way up: written, examined, corrected, sent back, approved, closed (A8, A9). */
export const reportForms: ActForms<
  | 'handling-report'
  | 'report-approval'
  | 'report-correction'
  | 'report-return'
  | 'closure'
  | 'closure-return'
  | 'finish'
> = {
  'handling-report': {
    fields: () => [{ kind: 'report', name: 'content', label: 'report', compare: false, withAnswer: true }],
    start: (view) => ({ ...(latestContent(view) ?? emptyReport) }),
    body: (values) => ({ content: contentOf(values) }),
  },

  'report-approval': {
    fields: () => [note],
    start: () => ({ note: '' }),
    body: (values) => ({ note: textOf(values, 'note').trim() }),
  },

  'report-correction': {
    fields: () => [
      { kind: 'report', name: 'content', label: 'report', compare: true, withAnswer: false },
      { kind: 'text', name: 'note', label: 'correction-note', rows: 2, max: 2000, required: true },
    ],
    start: (view) => ({ ...(latestContent(view) ?? emptyReport), note: '' }),
    body: (values) => ({ content: contentOf(values), note: textOf(values, 'note').trim() }),
  },

  'report-return': {
    fields: (view) => {
      const reported = view.assignments.filter((one) => one.state === 'reported');
      return [
        ...(reported.length === 0
          ? []
          : [
              {
                kind: 'assignment',
                name: 'assignmentId',
                label: 'return-to',
                among: reported,
                none: 'return-to.unit',
              } as const,
            ]),
        reason,
      ];
    },
    start: () => ({ assignmentId: null, reason: '' }),
    body: (values) => ({
      reason: textOf(values, 'reason').trim(),
      assignmentId: idOf(values, 'assignmentId'),
    }),
  },

  closure: {
    fields: () => [note],
    start: () => ({ note: '' }),
    body: (values) => ({ note: textOf(values, 'note').trim() }),
  },

  'closure-return': {
    fields: () => [reason],
    start: () => ({ reason: '' }),
    body: (values) => ({ reason: textOf(values, 'reason').trim() }),
  },

  finish: {
    fields: () => [
      { kind: 'text', name: 'answer', label: 'final-answer', rows: 8, max: 20_000, required: true },
    ],
    start: (view) => ({ answer: latestContent(view)?.answer ?? '' }),
    body: (values) => ({ answer: textOf(values, 'answer').trim() }),
  },
};

function latestContent(view: CaseView): Content | undefined {
  return view.report?.versions.at(-1)?.content;
}

import { inquiryOutcomes } from '../../../../src/domain/cases/words.ts';
import { type ActForms, flagOf, textOf } from './field.ts';

/** What the inspectorate does with a case of the sealed door (WBS). */
export const inquiryForms: ActForms<'research' | 'examination' | 'conclusion'> = {
  research: {
    fields: () => [
      { kind: 'text', name: 'findings', label: 'inquiry-findings', rows: 8, max: 20_000, required: true },
      { kind: 'check', name: 'proceed', label: 'proceed' },
    ],
    start: () => ({ findings: '', proceed: true }),
    body: (values) => ({
      findings: textOf(values, 'findings').trim(),
      proceed: flagOf(values, 'proceed'),
    }),
  },

  examination: {
    fields: () => [
      { kind: 'text', name: 'findings', label: 'inquiry-findings', rows: 8, max: 20_000, required: true },
    ],
    start: () => ({ findings: '' }),
    body: (values) => ({ findings: textOf(values, 'findings').trim() }),
  },

  conclusion: {
    fields: () => [
      {
        kind: 'choice',
        name: 'outcome',
        label: 'inquiry-outcome',
        words: 'inquiry-outcome',
        options: inquiryOutcomes,
        stacked: true,
        required: true,
      },
      { kind: 'text', name: 'answer', label: 'inquiry-answer', rows: 6, max: 20_000, required: true },
    ],
    start: () => ({ outcome: '', answer: '' }),
    body: (values) => ({
      outcome: inquiryOutcomes.find((one) => one === textOf(values, 'outcome')) ?? 'not-proven',
      answer: textOf(values, 'answer').trim(),
    }),
  },
};

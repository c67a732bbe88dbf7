import { type ActForms, textOf } from './field.ts';

/** An answer without a handling report; a second person releases it (A4a, B5, B6). */
export const answerForms: ActForms<'answer' | 'release' | 'answer-return'> = {
  answer: {
    fields: () => [{ kind: 'text', name: 'text', label: 'answer', rows: 8, max: 20_000, required: true }],
    // An answer that came back is corrected, not written anew.
    start: (view) => ({ text: view.answer?.returned === true ? view.answer.text : '' }),
    body: (values) => ({ text: textOf(values, 'text').trim() }),
  },

  release: { fields: () => [], start: () => ({}), body: () => ({}) },

  'answer-return': {
    fields: () => [{ kind: 'text', name: 'reason', label: 'reason', rows: 3, max: 2000, required: true }],
    start: () => ({ reason: '' }),
    body: (values) => ({ reason: textOf(values, 'reason').trim() }),
  },
};

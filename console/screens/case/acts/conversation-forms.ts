import { secrecyLevels } from '../../../../src/domain/cases/words.ts';
import { levelsAbove, levelsBelow } from '../../../../src/domain/privacy/levels-above.ts';
import { type ActForms, flagOf, textOf } from './field.ts';

const revealPurposes = ['answer', 'verify-recipient', 'safety'] as const;

/** An act that needs nothing but its reason in writing. */
const onlyReason: Pick<ActForms<'legal-hold'>['legal-hold'], 'fields' | 'start' | 'body'> = {
  fields: () => [{ kind: 'text', name: 'reason', label: 'reason', rows: 3, max: 2000, required: true }],
  start: () => ({ reason: '' }),
  body: (values) => ({ reason: textOf(values, 'reason').trim() }),
};

/** What is said to the reporter or among officers, and how closed the case is. */
export const conversationForms: ActForms<
  | 'message'
  | 'note'
  | 'secrecy'
  | 'secrecy-lowering'
  | 'lowering-confirmation'
  | 'reveal'
  | 'legal-hold'
  | 'hold-lifting'
  | 'identity-destruction'
> = {
  message: {
    fields: () => [
      { kind: 'text', name: 'text', label: 'message', rows: 3, max: 20_000, required: true },
      { kind: 'check', name: 'substantive', label: 'substantive' },
    ],
    start: () => ({ text: '', substantive: false }),
    body: (values) => ({ text: textOf(values, 'text').trim(), substantive: flagOf(values, 'substantive') }),
  },

  note: {
    fields: () => [
      { kind: 'text', name: 'text', label: 'internal-note', rows: 3, max: 20_000, required: true },
    ],
    start: () => ({ text: '' }),
    body: (values) => ({ text: textOf(values, 'text').trim() }),
  },

  secrecy: {
    fields: (view) => [
      {
        kind: 'choice',
        name: 'level',
        label: 'secrecy',
        words: 'secrecy',
        options: secrecyLevels,
        disabled: secrecyLevels.filter((level) => !levelsAbove(view.secrecy).includes(level)),
        stacked: true,
        required: true,
      },
      { kind: 'text', name: 'reason', label: 'reason', rows: 2, max: 2000, required: true },
    ],
    start: () => ({ level: '', reason: '' }),
    body: (values) => ({
      level: secrecyLevels.find((one) => one === textOf(values, 'level')) ?? 'L3',
      reason: textOf(values, 'reason').trim(),
    }),
  },

  'secrecy-lowering': {
    fields: (view) => [
      {
        kind: 'choice',
        name: 'level',
        label: 'secrecy',
        words: 'secrecy',
        options: secrecyLevels,
        disabled: secrecyLevels.filter((level) => !levelsBelow(view.secrecy).includes(level)),
        stacked: true,
        required: true,
      },
      { kind: 'text', name: 'reason', label: 'lowering-reason', rows: 2, max: 2000, required: true },
    ],
    start: () => ({ level: '', reason: '' }),
    body: (values) => ({
      level: secrecyLevels.find((one) => one === textOf(values, 'level')) ?? 'L3',
      reason: textOf(values, 'reason').trim(),
    }),
  },

  'lowering-confirmation': { fields: () => [], start: () => ({}), body: () => ({}) },

  'legal-hold': onlyReason,
  'hold-lifting': onlyReason,
  'identity-destruction': onlyReason,

  reveal: {
    fields: () => [
      {
        kind: 'choice',
        name: 'purpose',
        label: 'purpose',
        words: 'purpose',
        options: revealPurposes,
        stacked: true,
        required: true,
      },
      { kind: 'text', name: 'reason', label: 'reveal-reason', rows: 2, max: 500, required: true },
    ],
    start: () => ({ purpose: '', reason: '' }),
    body: (values) => ({
      purpose: revealPurposes.find((one) => one === textOf(values, 'purpose')) ?? 'answer',
      reason: textOf(values, 'reason').trim(),
    }),
  },
};

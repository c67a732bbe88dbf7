import { type DataRequestKind, dataRequestKinds } from '../../../../src/domain/cases/case.ts';
import { type RelayChannel, relayChannels, secrecyLevels } from '../../../../src/domain/cases/words.ts';
import { levelsAbove, levelsBelow } from '../../../../src/domain/privacy/levels-above.ts';
import type { CaseView } from '../../../../src/features/cases/contract.ts';
import { type ActForms, type Field, flagOf, textOf, type Values } from './field.ts';

const revealPurposes = ['answer', 'verify-recipient', 'safety'] as const;

/** An act that needs nothing but its reason in writing. */
const onlyReason: Pick<ActForms<'legal-hold'>['legal-hold'], 'fields' | 'start' | 'body'> = {
  fields: () => [{ kind: 'text', name: 'reason', label: 'reason', rows: 3, max: 2000, required: true }],
  start: () => ({ reason: '' }),
  body: (values) => ({ reason: textOf(values, 'reason').trim() }),
};

/** By which way the reporter's words came to the officer. */
const relayVia: Field = {
  kind: 'choice',
  name: 'via',
  label: 'relay-via',
  words: 'channel',
  options: relayChannels,
  required: true,
};

function viaOf(values: Values): RelayChannel {
  return relayChannels.find((one) => one === textOf(values, 'via')) ?? 'letter';
}

/** What is said to the reporter or among officers, and how closed the case is. */
export const conversationForms: ActForms<
  | 'message'
  | 'note'
  | 'relay'
  | 'relay-objection'
  | 'secrecy'
  | 'secrecy-lowering'
  | 'lowering-confirmation'
  | 'reveal'
  | 'legal-hold'
  | 'hold-lifting'
  | 'identity-destruction'
  | 'data-answer'
  | 'restriction-lifting'
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

  relay: {
    fields: () => [
      relayVia,
      { kind: 'text', name: 'text', label: 'relay', rows: 4, max: 20_000, required: true },
    ],
    start: () => ({ via: '', text: '' }),
    body: (values) => ({ via: viaOf(values), text: textOf(values, 'text').trim() }),
  },

  'relay-objection': {
    fields: () => [
      relayVia,
      { kind: 'text', name: 'reason', label: 'relay-objection', rows: 4, max: 4000, required: true },
    ],
    start: () => ({ via: '', reason: '' }),
    body: (values) => ({ via: viaOf(values), reason: textOf(values, 'reason').trim() }),
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

  'data-answer': {
    fields: (view) => [
      {
        kind: 'choice',
        name: 'kind',
        label: 'data-request',
        words: 'request.kind',
        options: openRequests(view),
        stacked: true,
        required: true,
      },
      {
        kind: 'choice',
        name: 'outcome',
        label: 'data-outcome',
        words: 'request.outcome',
        options: ['granted', 'refused'],
        stacked: true,
        required: true,
      },
      { kind: 'text', name: 'words', label: 'data-words', rows: 3, max: 4000, required: true },
    ],
    start: (view) => ({ kind: openRequests(view)[0] ?? '', outcome: '', words: '' }),
    body: (values) => ({
      kind: dataRequestKinds.find((one) => one === textOf(values, 'kind')) ?? 'objection',
      outcome: textOf(values, 'outcome') === 'granted' ? 'granted' : 'refused',
      words: textOf(values, 'words').trim(),
    }),
  },

  'restriction-lifting': onlyReason,
};

function openRequests({ dataRequests }: CaseView): readonly DataRequestKind[] {
  return dataRequests.flatMap(({ kind, answer }) => (answer === null ? [kind] : []));
}

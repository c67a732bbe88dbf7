import { archiveReasons, caseKinds } from '../../../../src/domain/cases/words.ts';
import type { CaseView } from '../../../../src/features/cases/contract.ts';
import { isSealed } from '../case-address.ts';
import { type ActForms, type Field, flagOf, idOf, idsOf, textOf, type Values } from './field.ts';

const reason: Field = { kind: 'text', name: 'reason', label: 'reason', rows: 3, max: 2000, required: true };

const titleField: Field = { kind: 'line', name: 'title', label: 'title', max: 200, required: true };

/** What kind of matter it is; asked at verification and again when it is corrected. */
const classificationFields: readonly Field[] = [
  titleField,
  { kind: 'choice', name: 'kind', label: 'kind', words: 'kind', options: caseKinds, required: true },
  {
    kind: 'check',
    name: 'oversight',
    label: 'oversight',
    when: (values) => textOf(values, 'kind') === 'complaint',
  },
  { kind: 'check', name: 'urgent', label: 'urgent' },
  { kind: 'category', name: 'categoryId', label: 'category' },
  { kind: 'area', name: 'areaCode', label: 'area' },
];

function classificationStart(view: CaseView): Values {
  return {
    title: view.title,
    kind: view.kind,
    oversight: view.oversight,
    urgent: view.urgent,
    categoryId: view.categoryId,
    areaCode: view.areaCode,
    areaName: view.area,
  };
}

function classificationBody(values: Values) {
  const kind = caseKinds.find((one) => one === textOf(values, 'kind')) ?? 'complaint';
  return {
    title: textOf(values, 'title').trim(),
    kind,
    // Only a complaint can be about the conduct of officers.
    oversight: kind === 'complaint' && flagOf(values, 'oversight'),
    urgent: flagOf(values, 'urgent'),
    categoryId: idOf(values, 'categoryId'),
    areaCode: idOf(values, 'areaCode'),
  };
}

/** The decisions of the verifier and of the unit that a case is sent to (A3-A5, B2-B4). */
export const decisionForms: ActForms<
  | 'verification'
  | 'disposition'
  | 'acceptance'
  | 'disposition-return'
  | 'referral'
  | 'archive'
  | 'question'
  | 'merger'
  | 'merger-undoing'
  | 'classification'
  | 'copy'
  | 'seal'
> = {
  verification: {
    fields: (view) => [
      ...(isSealed(view) ? [titleField] : classificationFields),
      { kind: 'text', name: 'note', label: 'verification-note', rows: 2, max: 2000 },
    ],
    start: (view) => ({ ...classificationStart(view), note: '' }),
    body: (values) => ({ ...classificationBody(values), note: textOf(values, 'note').trim() }),
  },

  disposition: {
    fields: () => [
      { kind: 'unit', name: 'unitId', label: 'unit', required: true },
      { kind: 'units', name: 'copyUnitIds', label: 'copies' },
      { kind: 'text', name: 'note', label: 'disposition-note', rows: 2, max: 4000 },
    ],
    start: () => ({ unitId: null, copyUnitIds: [], note: '' }),
    body: (values) => ({
      unitId: textOf(values, 'unitId'),
      copyUnitIds: idsOf(values, 'copyUnitIds'),
      note: textOf(values, 'note').trim(),
    }),
  },

  acceptance: { fields: () => [], start: () => ({}), body: () => ({}) },

  'disposition-return': {
    fields: () => [reason],
    start: () => ({ reason: '' }),
    body: (values) => ({ reason: textOf(values, 'reason').trim() }),
  },

  question: {
    fields: () => [{ kind: 'text', name: 'text', label: 'question', rows: 3, max: 4000, required: true }],
    start: () => ({ text: '' }),
    body: (values) => ({ text: textOf(values, 'text').trim() }),
  },

  referral: {
    fields: () => [
      { kind: 'line', name: 'body', label: 'body', max: 200, required: true },
      { kind: 'text', name: 'reason', label: 'referral-reason', rows: 3, max: 4000, required: true },
    ],
    start: () => ({ body: '', reason: '' }),
    body: (values) => ({ body: textOf(values, 'body').trim(), reason: textOf(values, 'reason').trim() }),
  },

  archive: {
    fields: () => [
      {
        kind: 'choice',
        name: 'reason',
        label: 'archive-reason',
        words: 'archive',
        options: archiveReasons,
        stacked: true,
        required: true,
      },
      { kind: 'text', name: 'explanation', label: 'explanation', rows: 3, max: 4000, required: true },
    ],
    start: () => ({ reason: '', explanation: '' }),
    body: (values) => ({
      reason: archiveReasons.find((one) => one === textOf(values, 'reason')) ?? 'not-understandable',
      explanation: textOf(values, 'explanation').trim(),
    }),
  },

  merger: {
    fields: () => [{ kind: 'line', name: 'intoNumber', label: 'into-number', max: 20, required: true }],
    start: () => ({ intoNumber: '' }),
    body: (values) => ({ intoNumber: textOf(values, 'intoNumber').trim() }),
  },

  'merger-undoing': { fields: () => [], start: () => ({}), body: () => ({}) },

  classification: {
    fields: () => [...classificationFields, reason],
    start: (view) => ({ ...classificationStart(view), reason: '' }),
    body: (values) => ({ ...classificationBody(values), reason: textOf(values, 'reason').trim() }),
  },

  copy: {
    fields: (view) => [
      {
        kind: 'unit',
        name: 'unitId',
        label: 'copy-unit',
        required: true,
        without: [...view.copies.map((unit) => unit.id), ...(view.unit === null ? [] : [view.unit.id])],
      },
    ],
    start: () => ({ unitId: null }),
    body: (values) => ({ unitId: textOf(values, 'unitId') }),
  },

  seal: {
    fields: () => [{ ...reason, label: 'seal-reason' }],
    start: () => ({ reason: '' }),
    body: (values) => ({ reason: textOf(values, 'reason').trim() }),
  },
};

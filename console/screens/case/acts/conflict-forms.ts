import { isSealed } from '../case-address.ts';
import { type ActForms, idOf, textOf } from './field.ts';

/** Who is put on the conflict list of a case, and who is taken off it. */
export const conflictForms: ActForms<'conflict' | 'conflict-lifting'> = {
  conflict: {
    fields: (view) => [
      {
        kind: 'choice',
        name: 'whom',
        label: 'conflict-whom',
        words: 'assign',
        // Under seal nobody but the inspectorate sees it anyhow, person by person.
        options: isSealed(view) ? ['person'] : ['person', 'unit'],
      },
      {
        kind: 'colleague',
        name: 'personId',
        label: 'conflict-person',
        required: true,
        when: (values) => values.whom === 'person',
      },
      {
        kind: 'unit',
        name: 'unitId',
        label: 'conflict-unit',
        required: true,
        when: (values) => values.whom === 'unit',
      },
      { kind: 'text', name: 'reason', label: 'conflict-reason', rows: 2, max: 2000, required: true },
    ],
    start: () => ({ whom: 'person', personId: null, unitId: null, reason: '' }),
    body: (values) => ({
      personId: values.whom === 'person' ? idOf(values, 'personId') : null,
      unitId: values.whom === 'unit' ? idOf(values, 'unitId') : null,
      reason: textOf(values, 'reason').trim(),
    }),
  },

  'conflict-lifting': {
    fields: (view) => [
      { kind: 'listed', name: 'conflictId', label: 'conflict-entry', among: view.conflicts, required: true },
      { kind: 'text', name: 'reason', label: 'conflict-lifting-reason', rows: 2, max: 2000, required: true },
    ],
    start: (view) => ({
      conflictId: view.conflicts.length === 1 ? (view.conflicts[0]?.id ?? '') : '',
      reason: '',
    }),
    body: (values) => ({
      conflictId: textOf(values, 'conflictId'),
      reason: textOf(values, 'reason').trim(),
    }),
  },
};

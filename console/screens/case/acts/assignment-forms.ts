import type { ActInput } from '../../../../src/features/cases/contract.ts';
import { type ActForms, type Field, idOf, textOf, type Values } from './field.ts';
import { contentOf, emptyReport } from './report-forms.ts';

const reason: Field = { kind: 'text', name: 'reason', label: 'reason', rows: 3, max: 2000, required: true };

type LimitUnit = ActInput<'assignment'>['limit']['unit'];
export const limitUnits: readonly LimitUnit[] = ['workingDay', 'calendarDay', 'hour'];

/** Work given to UPT and field workers, and their answers to it (A7, A8). */
export const assignmentForms: ActForms<
  | 'assignment'
  | 'assignment-report'
  | 'assignment-return'
  | 'assignment-hand-over'
  | 'assignment-cancellation'
> = {
  'assignment-report': {
    fields: (view) => [
      {
        kind: 'assignment',
        name: 'assignmentId',
        label: 'assignment-mine',
        among: view.assignments.filter((one) => one.mine && one.state === 'open'),
        required: true,
      },
      { kind: 'report', name: 'content', label: 'report', compare: false, withAnswer: false },
    ],
    start: (view) => {
      const mine = view.assignments.filter((one) => one.mine && one.state === 'open');
      const before = mine[0]?.reports.at(-1)?.content;
      return { ...(before ?? emptyReport), assignmentId: mine.length === 1 ? (mine[0]?.id ?? null) : null };
    },
    body: (values) => ({ assignmentId: textOf(values, 'assignmentId'), content: contentOf(values) }),
  },

  assignment: {
    fields: (view) => {
      const mine = view.assignments.filter((one) => one.mine && one.state === 'open');
      return [
        ...(mine.length === 0
          ? []
          : [
              {
                kind: 'assignment',
                name: 'parentId',
                label: 'parent',
                among: mine,
                none: 'parent.none',
              } as const,
            ]),
        { kind: 'choice', name: 'to', label: 'to', words: 'assign', options: ['unit', 'person'] },
        {
          kind: 'unit',
          name: 'unitId',
          label: 'assigned-unit',
          required: true,
          when: (values) => textOf(values, 'to') === 'unit',
        },
        {
          kind: 'person',
          name: 'personId',
          label: 'assigned-person',
          required: true,
          when: (values) => textOf(values, 'to') === 'person',
        },
        { kind: 'text', name: 'task', label: 'task', rows: 3, max: 2000, required: true },
        { kind: 'limit', name: 'limit', label: 'limit' },
      ];
    },
    start: (view) => ({
      parentId: view.assignments.find((one) => one.mine && one.state === 'open')?.id ?? null,
      to: 'unit',
      unitId: null,
      personId: null,
      task: '',
      amount: '2',
      limitUnit: 'workingDay',
    }),
    body: (values) => ({
      parentId: idOf(values, 'parentId'),
      unitId: textOf(values, 'to') === 'unit' ? idOf(values, 'unitId') : null,
      personId: textOf(values, 'to') === 'person' ? idOf(values, 'personId') : null,
      task: textOf(values, 'task').trim(),
      limit: { amount: Number(textOf(values, 'amount')), unit: limitUnitOf(values) },
    }),
  },

  'assignment-return': {
    fields: (view) => [
      {
        kind: 'assignment',
        name: 'assignmentId',
        label: 'assignment-returned',
        among: view.assignments.filter((one) => one.state === 'reported'),
        required: true,
      },
      reason,
    ],
    start: () => ({ assignmentId: null, reason: '' }),
    body: (values) => ({
      assignmentId: textOf(values, 'assignmentId'),
      reason: textOf(values, 'reason').trim(),
    }),
  },

  'assignment-hand-over': {
    fields: (view) => [
      {
        kind: 'assignment',
        name: 'assignmentId',
        label: 'assignment-handed-over',
        among: view.assignments.filter((one) => one.state === 'open' && one.person !== null),
        required: true,
      },
      { kind: 'person', name: 'personId', label: 'assigned-person', required: true },
      reason,
    ],
    start: () => ({ assignmentId: null, personId: null, reason: '' }),
    body: (values) => ({
      assignmentId: textOf(values, 'assignmentId'),
      personId: textOf(values, 'personId'),
      reason: textOf(values, 'reason').trim(),
    }),
  },

  'assignment-cancellation': {
    fields: (view) => [
      {
        kind: 'assignment',
        name: 'assignmentId',
        label: 'assignment-cancelled',
        among: view.assignments.filter((one) => one.state === 'open'),
        required: true,
      },
      reason,
    ],
    start: () => ({ assignmentId: null, reason: '' }),
    body: (values) => ({
      assignmentId: textOf(values, 'assignmentId'),
      reason: textOf(values, 'reason').trim(),
    }),
  },
};

function limitUnitOf(values: Values): LimitUnit {
  return limitUnits.find((unit) => unit === textOf(values, 'limitUnit')) ?? 'workingDay';
}

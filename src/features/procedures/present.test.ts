import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import type { Limit, Procedure } from '../../domain/procedures/procedure.ts';
import { ProcedureListItem, ProcedureView } from './contract.ts';
import { presentListItem, presentProcedure } from './present.ts';

function aProcedure(limits: readonly (Limit | null)[], overallLimit: Limit | null): Procedure {
  return {
    id: 'dinas/uji',
    version: 2,
    institution: 'Dinas',
    title: 'Uji',
    decree: { number: 'SK 1/2026', date: '2026-01-02', signatory: null },
    legalBasis: ['UU 25 Tahun 2009'],
    channels: [],
    overallLimit,
    fee: 'Gratis',
    requirements: [{ id: 'form', title: 'Formulir' }],
    actors: [
      { id: 'reporter', title: 'Pelapor', roles: ['reporter'] },
      { id: 'unit', title: 'Unit', roles: ['unit-officer'], note: 'dibaca begitu' },
    ],
    steps: limits.map((limit, index) => ({
      id: String(index + 1),
      activity: `Kegiatan ${index + 1}`,
      actors: ['unit'],
      act: index === 0 ? 'submit' : 'follow-up',
      status: 'received',
      requires: [],
      limit,
      output: [],
      next: index + 1 === limits.length ? null : String(index + 2),
      ...(index === 1 ? { copies: ['reporter'], optional: true, note: 'catatan' } : {}),
    })),
    notes: [],
  };
}

const days = (amount: number): Limit => ({ amount, unit: 'workingDay' });

test('is what the contract promises', () => {
  const procedure = aProcedure([null, days(1)], days(3));
  assert.ok(Value.Check(ProcedureView, presentProcedure(procedure)));
  assert.ok(Value.Check(ProcedureListItem, presentListItem(procedure)));
});

test('a row shows titles instead of ids, and nothing of roles', () => {
  const view = presentProcedure(aProcedure([null, days(1)], null));
  const [first, second] = view.rows;
  assert.deepEqual(second?.actors, ['Unit']);
  assert.deepEqual(second?.copies, ['Pelapor']);
  assert.deepEqual([first?.next, first?.isEnd, second?.next, second?.isEnd], ['2', false, null, true]);
  assert.deepEqual([first?.isOptional, second?.isOptional, second?.note], [false, true, 'catatan']);
  assert.ok(!JSON.stringify(view).includes('unit-officer'));
});

for (const [limits, overall, comparison] of [
  [[null, days(1), days(1)], days(3), 'within'],
  [[days(1), days(2)], days(3), 'equal'],
  [[days(2), days(2)], days(3), 'exceeds'],
  [[days(2), days(2)], null, 'not-comparable'],
  [[null, null], days(3), 'not-comparable'],
  [[days(2)], { amount: 3, unit: 'calendarDay' }, 'not-comparable'],
  [[days(2), { amount: 1, unit: 'minute' }], days(3), 'not-comparable'],
] as const) {
  test(`${JSON.stringify(limits)} against ${JSON.stringify(overall)}: ${comparison}`, () => {
    const { time } = presentProcedure(aProcedure(limits, overall));
    assert.equal(time.comparison, comparison);
    assert.equal(time.rowsWithTime + time.rowsWithoutTime, limits.length);
  });
}

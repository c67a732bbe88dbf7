import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyComparison, compareProcedures, isSame } from './compare.ts';
import type { ProcedureDraft, StepDraft } from './draft.ts';
import { aDraft, aStep } from './procedure.fixture.ts';

const text = fc.constantFrom('', 'a', 'Menerima aduan', 'Memverifikasi');
// Few ids, so that rows come and go, change places, and stand there twice as they may in a draft.
const id = fc.constantFrom('1', '2', '3', '3a', '4', '__proto__', '2 3');
const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 3 });

const limit = fc.option(
  fc.record({ amount: fc.integer({ min: -1, max: 9 }), unit: fc.constantFrom('hour', 'workingDay') }),
);
const step: fc.Arbitrary<StepDraft> = fc
  .record({
    id,
    activity: text,
    actors: fc.array(id, { maxLength: 2 }),
    act: fc.constantFrom('submit', 'verify', 'close', 'dance'),
    status: fc.constantFrom('received', 'answered'),
    requires: fc.array(text, { maxLength: 2 }),
    limit,
    output: fc.array(text, { maxLength: 2 }),
    next: optional(fc.option(id)),
    exits: optional(fc.record({ ya: id, tidak: id })),
    optional: optional(fc.boolean()),
    note: optional(text),
  })
  .map((row) => asJson<StepDraft>(row));
const draft: fc.Arbitrary<ProcedureDraft> = fc
  .record({
    title: text,
    scope: optional(text),
    decree: fc.record({ number: fc.option(text), date: fc.option(text), signatory: fc.option(text) }),
    legalBasis: fc.array(text, { maxLength: 3 }),
    overallLimit: limit,
    requirements: fc.array(fc.record({ id, title: text }), { maxLength: 3 }),
    actors: fc.array(fc.record({ id, title: text, roles: fc.array(text, { maxLength: 2 }) }), {
      maxLength: 4,
    }),
    steps: fc.array(step, { maxLength: 8 }),
  })
  .map((changes) => aDraft(asJson(changes)));

/** As a document comes from the database: without what is undefined. */
function asJson<T>(value: object): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

test('a procedure has no differences from itself', () => {
  fc.assert(fc.property(draft, (one) => assert.ok(isSame(compareProcedures(one, structuredClone(one))))));
});

test('what differs, applied to the one, gives the other; also after a way through JSON', () => {
  fc.assert(
    fc.property(draft, draft, (one, other) => {
      const comparison = compareProcedures(one, other);
      assert.deepEqual(applyComparison(one, comparison), other);
      const sent = JSON.parse(JSON.stringify(comparison)) as typeof comparison;
      assert.deepEqual(applyComparison(one, sent), other);
    }),
  );
});

test('backwards, what was added was removed', () => {
  fc.assert(
    fc.property(draft, draft, (one, other) => {
      const [there, back] = [compareProcedures(one, other), compareProcedures(other, one)];
      assert.deepEqual(there.steps.added, back.steps.removed);
      assert.equal(there.steps.moved.length, back.steps.moved.length);
      assert.equal(there.head.length, back.head.length);
    }),
  );
});

test('one row inserted, one taken out, one changed and one moved are four differences and no more', () => {
  const rows = ['1', '2', '3', '4', '5', '6'].map((row) => aStep(row));
  const before = aDraft({ steps: rows });
  const [one, two, , four, five, six] = rows as [
    StepDraft,
    StepDraft,
    StepDraft,
    StepDraft,
    StepDraft,
    StepDraft,
  ];
  const changed = { ...four, limit: { amount: 2, unit: 'workingDay' }, note: 'Lebih cepat' };
  const after = aDraft({ title: 'Baru', steps: [one, aStep('1a'), six, two, changed, five] });
  const { head, steps } = compareProcedures(before, after);
  assert.deepEqual(head, [{ field: 'title', before: 'Uji', after: 'Baru' }]);
  assert.deepEqual(
    steps.added.map(({ id: row, at }) => [row, at]),
    [['1a', 1]],
  );
  assert.deepEqual(
    steps.removed.map(({ id: row, at }) => [row, at]),
    [['3', 2]],
  );
  assert.deepEqual(steps.changed, [
    {
      id: '4',
      occurrence: 1,
      changes: [
        { field: 'limit', before: null, after: { amount: 2, unit: 'workingDay' } },
        { field: 'note', after: 'Lebih cepat' },
      ],
    },
  ]);
  assert.deepEqual(steps.moved, [{ id: '6', occurrence: 1, from: 5, to: 2 }]);
});

test('the decree is compared by its parts', () => {
  const after = aDraft({ decree: { number: '12/2026', date: null, signatory: null } });
  assert.deepEqual(compareProcedures(aDraft(), after).head, [
    { field: 'decree.number', before: null, after: '12/2026' },
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aStep } from '../procedure.fixture.ts';
import { aCleanDraft, against } from './lint.fixture.ts';
import { lintProcedure } from './lint.ts';
import { longestWay } from './longest-way.ts';

test('a draft of any size and shape is read once down, and never throws', () => {
  const word = fc.constantFrom(
    '1',
    '2',
    '3',
    '4',
    'ADMIN UM',
    'selesai',
    '“3 Hari” dibaca hari kerja',
    'N/A',
    '',
  );
  const step = fc
    .record({ id: word, next: fc.option(word), returnsTo: word, activity: word, note: word, act: word })
    .map(({ id, ...changes }) => ({ ...aStep(id), ...changes }));
  const limit = fc.option(
    fc.record({ amount: fc.double(), unit: fc.constantFrom('workingDay', 'bulan', 'hour') }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), limit, fc.array(word), (steps, overallLimit, notes) => {
      for (const { code, severity } of lintProcedure(aCleanDraft({ steps, overallLimit, notes }), against)) {
        assert.ok(code.length > 0 && ['error', 'warning', 'note'].includes(severity));
      }
    }),
    { numRuns: 300 },
  );
});

test('no way down the table takes longer than the longest', () => {
  const down = fc.integer({ min: 1, max: 8 }).chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.record({
          days: fc.nat(9),
          ya: fc.integer({ min: index + 1, max: count }),
          tidak: fc.integer({ min: 0, max: count }),
        }),
      ),
    ),
  );
  fc.assert(
    fc.property(down, (rows) => {
      const steps = rows.map(({ days, ya, tidak }, index) =>
        aStep(`${index}`, {
          limit: { amount: days, unit: 'workingDay' },
          question: 'Benar?',
          exits: { ya: `${ya}`, tidak: `${tidak}` },
        }),
      );
      const longest = (index: number): number => {
        const row = rows[index];
        if (row === undefined) return 0;
        return row.days + Math.max(...[row.ya, row.tidak].filter((next) => next > index).map(longest), 0);
      };
      const sum = longestWay(steps).reduce((days, { limit }) => days + (limit?.amount ?? 0), 0);
      assert.equal(sum, longest(0));
    }),
  );
});

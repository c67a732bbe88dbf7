import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ProcedureDraft, StepDraft } from './draft.ts';
import { mainPath, nextOf, possibleNext } from './next-steps.ts';
import { aDraft, aStep } from './procedure.fixture.ts';
import type { Procedure } from './procedure.ts';
import { validateProcedure } from './validate.ts';

const ids = ['1', '2', '3', '3a', '4', '9'] as const;
const anyId = fc.constantFrom<string>(...ids);
const orNone = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Rows of every sort: dead ends, loops, wrong targets, half decisions, nonsense words and numbers. */
const anyStep: fc.Arbitrary<StepDraft> = fc
  .record({
    id: anyId,
    actors: fc.subarray(['reporter', 'officer', 'nobody']),
    act: fc.constantFrom('submit', 'verify', 'follow-up', 'rate', 'tidur'),
    status: fc.constantFrom('received', 'in-progress', 'answered', 'hilang'),
    limit: fc.option(
      fc.record(
        {
          amount: fc.oneof(fc.integer(), fc.double()),
          unit: fc.constantFrom('minute', 'workingDay', 'Hari'),
        },
        { requiredKeys: ['amount'] },
      ),
    ),
    next: orNone(fc.option(anyId)),
    exits: orNone(fc.record({ ya: anyId, tidak: anyId }, { requiredKeys: [] })),
    question: orNone(fc.constant('Benar?')),
    returnsTo: orNone(anyId),
    returnsAtMost: orNone(fc.integer()),
    optional: orNone(fc.boolean()),
  })
  .map(({ id, ...changes }) => {
    const { next: _next, ...plain } = aStep(id);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    return { ...plain, ...given } as StepDraft;
  });

const anyDraft = fc.array(anyStep, { maxLength: 6 }).map((steps): ProcedureDraft => aDraft({ steps }));

/** Well-formed rows whose only freedom is where they lead; mostly down, so that valid ones are common. */
const wiredDraft = fc.integer({ min: 1, max: 6 }).chain((count) => {
  const anywhere = fc.integer({ min: 1, max: count }).map(String);
  const rows = Array.from({ length: count }, (_, index) => wiredStep(index + 1, count, anywhere));
  return fc.tuple(...rows).map((steps): ProcedureDraft => {
    const [first, ...others] = steps;
    const submitted = first === undefined ? [] : [{ ...first, act: 'submit', actors: ['reporter'] }];
    return aDraft({ steps: [...submitted, ...others] });
  });
});

function wiredStep(row: number, count: number, anywhere: fc.Arbitrary<string>): fc.Arbitrary<StepDraft> {
  const below: fc.Arbitrary<string | null> = fc.constant(row < count ? String(row + 1) : null);
  const target = fc.oneof(fc.constant(String(Math.min(row + 1, count))), anywhere);
  const straight = fc
    .oneof(below, below, below, below, below, below, fc.option(anywhere))
    .map((next) => aStep(String(row), { next }));
  const forked = fc
    .record({ ya: target, tidak: target })
    .map((exits) => aStep(String(row), { exits, question: 'Benar?' }));
  return fc.oneof({ weight: 2, arbitrary: straight }, { weight: 1, arbitrary: forked });
}

test('never throws, whatever was written', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      for (const { code, path } of validateProcedure(draft)) {
        assert.ok(code.length > 0);
        assert.ok(path.length > 0);
      }
    }),
    { numRuns: 500 },
  );
});

test('in a procedure without errors every row can be reached and can reach an end', () => {
  let valid = 0;
  fc.assert(
    fc.property(wiredDraft, (draft) => {
      if (validateProcedure(draft).some(({ severity }) => severity === 'error')) return;
      valid += 1;
      const procedure = draft as Procedure;
      const reached = everythingAfter(procedure, procedure.steps[0]?.id ?? '');
      assert.equal(reached.size, procedure.steps.length);
      for (const step of procedure.steps) {
        const ends = [...everythingAfter(procedure, step.id)].some((id) =>
          procedure.steps.some((one) => one.id === id && one.exits === undefined && nextOf(one) === null),
        );
        assert.ok(ends, `row ${step.id} cannot end`);
        assert.ok(possibleNext(procedure, step).length <= 1);
      }
      const last = mainPath(procedure).at(-1);
      assert.ok(last !== undefined && nextOf(last) === null);
    }),
    { numRuns: 2000 },
  );
  assert.ok(valid > 200, `only ${valid} valid procedures were tried`);
});

/** By brute force, apart from the validator's own walk. */
function everythingAfter(procedure: Procedure, start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (id: string | null): void => {
    if (id === null || seen.has(id)) return;
    seen.add(id);
    const step = procedure.steps.find((one) => one.id === id);
    if (step === undefined) return;
    visit(nextOf(step, 'ya'));
    visit(nextOf(step, 'tidak'));
  };
  visit(start);
  return seen;
}

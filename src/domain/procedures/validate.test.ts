import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProcedureDraft } from './draft.ts';
import { type ProcedureProblemCode, procedureProblemCodes } from './problem.ts';
import { aDraft, aStep, draftWithStep } from './procedure.fixture.ts';
import { validateProcedure } from './validate.ts';

function codes(draft: ProcedureDraft): readonly string[] {
  return validateProcedure(draft).map(({ code, step }) => (step === null ? code : `${code} ${step}`));
}

const { next: _next, ...openEnded } = aStep('2');

/** What each fault looks like, and every problem it must give; nothing more, nothing less. */
const faults: readonly (readonly [ProcedureProblemCode, ProcedureDraft, readonly string[]])[] = [
  ['duplicate-step', aDraft({ steps: [...aDraft().steps, aStep('2')] }), ['duplicate-step 2']],
  [
    'duplicate-actor',
    aDraft({ actors: [...aDraft().actors, { id: 'officer', title: 'Lain', roles: ['x'] }] }),
    ['duplicate-actor'],
  ],
  ['first-step-not-submit', draftWithStep('1', { act: 'record' }), ['first-step-not-submit 1']],
  ['submit-not-first', draftWithStep('2', { act: 'submit' }), ['submit-not-first 2']],
  ['unknown-act', draftWithStep('2', { act: 'kerjakan' }), ['unknown-act 2']],
  ['unknown-status', draftWithStep('2', { status: 'DIPROSES' }), ['unknown-status 2']],
  ['step-without-actor', draftWithStep('3', { actors: [] }), ['step-without-actor 3']],
  ['unknown-actor', draftWithStep('2', { actors: ['officer', 'admin-um'] }), ['unknown-actor 2']],
  [
    'unused-actor',
    aDraft({ actors: [...aDraft().actors, { id: 'upt', title: 'UPT', roles: ['upt-officer'] }] }),
    ['unused-actor'],
  ],
  [
    'actor-without-roles',
    aDraft({ actors: aDraft().actors.map((actor) => ({ ...actor, roles: [] })) }),
    ['actor-without-roles', 'actor-without-roles'],
  ],
  [
    'missing-next',
    aDraft({ steps: aDraft().steps.map((step) => (step.id === '2' ? openEnded : step)) }),
    ['missing-next 2', 'never-ends 1', 'never-ends 2', 'unreachable-step 3'],
  ],
  [
    'unknown-step',
    draftWithStep('2', { next: '9' }),
    ['unknown-step 2', 'never-ends 1', 'never-ends 2', 'unreachable-step 3'],
  ],
  ['question-without-exits', draftWithStep('2', { question: 'Benar?' }), ['question-without-exits 2']],
  ['missing-exit', decision({ exits: { ya: '3' } }), ['missing-exit 2']],
  ['exits-without-question', decision({ question: undefined }), ['exits-without-question 2']],
  ['exits-and-next', decision({ next: '3' }), ['exits-and-next 2']],
  ['optional-decision', decision({ optional: true }), ['optional-decision 2']],
  ['return-not-backwards', draftWithStep('2', { returnsTo: '3' }), ['return-not-backwards 2']],
  ['returns-without-target', draftWithStep('2', { returnsAtMost: 2 }), ['returns-without-target 2']],
  ['limit-without-unit', draftWithStep('2', { limit: { amount: 1 } }), ['limit-without-unit 2']],
  ['unknown-unit', draftWithStep('2', { limit: { amount: 1, unit: 'Hari' } }), ['unknown-unit 2']],
  [
    'limit-not-positive',
    draftWithStep('2', { limit: { amount: 0, unit: 'minute' } }),
    ['limit-not-positive 2'],
  ],
  [
    'no-end',
    draftWithStep('3', { next: '2' }),
    ['no-end', 'never-ends 1', 'never-ends 2', 'never-ends 3', 'main-path-loops 3'],
  ],
  ['unreachable-step', aDraft({ steps: [...aDraft().steps, aStep('4')] }), ['unreachable-step 4']],
  ['main-path-loops', decision({ exits: { ya: '1', tidak: '3' } }), ['main-path-loops 2']],
];

function decision(changes: {
  readonly question?: string | undefined;
  readonly exits?: { readonly ya?: string; readonly tidak?: string };
  readonly next?: string;
  readonly optional?: boolean;
}): ProcedureDraft {
  const { question = 'Benar?', exits = { ya: '3', tidak: '1' }, ...others } = changes;
  const asked = 'question' in changes && changes.question === undefined ? {} : { question };
  const { next: _always, ...row } = aStep('2', { exits });
  const steps = aDraft().steps.map((step) => (step.id === '2' ? { ...row, ...asked, ...others } : step));
  return aDraft({ steps });
}

test('a complete procedure has no problem', () => {
  assert.deepEqual(validateProcedure(aDraft()), []);
  assert.deepEqual(validateProcedure(decision({})), []);
});

for (const [code, draft, expected] of faults) {
  test(`finds ${code}, and only what follows from it`, () => {
    assert.ok(expected[0]?.startsWith(code));
    assert.deepEqual(codes(draft), expected);
  });
}

test('every code has been seen', () => {
  const seen = new Set<string>([...faults.map(([code]) => code), 'no-steps', 'unknown-role', 'never-ends']);
  assert.deepEqual([...seen].toSorted(), procedureProblemCodes.toSorted());
});

test('a limit is checked for the whole procedure as well', () => {
  assert.deepEqual(codes(aDraft({ overallLimit: { amount: 1.5, unit: 'workingDay' } })), [
    'limit-not-positive',
  ]);
  assert.deepEqual(codes(aDraft({ overallLimit: { amount: 3 } })), ['limit-without-unit']);
});

test('a procedure without rows has nothing else to say', () => {
  assert.ok(codes(aDraft({ steps: [] })).includes('no-steps'));
});

test('roles are compared where the installation names its own', () => {
  const found = validateProcedure(aDraft(), { roles: ['reporter'] });
  assert.deepEqual(
    found.map(({ code, params }) => [code, params.role]),
    [['unknown-role', 'unit-officer']],
  );
});

test('only what cannot run is an error', () => {
  const upt = { id: 'upt', title: 'UPT', roles: ['upt-officer'] };
  const found = validateProcedure(aDraft({ actors: [...aDraft().actors, upt] }));
  assert.deepEqual(
    found.map(({ severity }) => severity),
    ['warning'],
  );
});

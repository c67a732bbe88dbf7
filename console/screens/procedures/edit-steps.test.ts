import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { addActor, moveActor, removeActor, rowsOf } from './edit-actors.ts';
import { addStep, moveStep, removeStep, renumberStep, type StepDocument } from './edit-steps.ts';

const row = (id: string, change: Partial<StepDocument> = {}): StepDocument => ({
  id,
  activity: id,
  actors: ['unit'],
  act: 'follow-up',
  status: 'in-progress',
  requires: [],
  limit: null,
  output: [],
  ...change,
});

const document: ProcedureDocument = {
  institution: 'Instansi',
  title: 'SOP',
  decree: { number: null, date: null, signatory: null },
  legalBasis: [],
  channels: [],
  overallLimit: null,
  fee: '',
  requirements: [],
  actors: [
    { id: 'unit', title: 'Unit', roles: [] },
    { id: 'upt', title: 'UPT', roles: [] },
  ],
  steps: [
    row('1', { next: '2' }),
    row('2', { question: 'Lengkap?', exits: { ya: '3', tidak: '1' } }),
    row('3', { next: '4', copies: ['upt'] }),
    row('4', { next: null, returnsTo: '3', returnsAtMost: 2 }),
  ],
  notes: [],
};
const numbers = ({ steps }: ProcedureDocument) => steps.map(({ id }) => id);
const find = ({ steps }: ProcedureDocument, id: string) => steps.find((step) => step.id === id);

test('a new row is put into the way; after a decision nothing is led anew', () => {
  const between = addStep(document, 2);
  assert.deepEqual(numbers(between), ['1', '2', '3', '3a', '4']);
  assert.equal(find(between, '3')?.next, '3a');
  assert.equal(find(between, '3a')?.next, '4');
  assert.deepEqual(numbers(addStep(between, 2)), ['1', '2', '3', '3b', '3a', '4']);
  const decided = addStep(document, 1);
  assert.deepEqual(find(decided, '2')?.exits, { ya: '3', tidak: '1' });
  assert.equal(find(decided, '2a')?.next, '3');
  const last = addStep(document, 3);
  assert.equal(find(last, '4')?.next, '5');
  assert.equal(find(last, '5')?.next, null);
  const first = addStep({ ...document, steps: [] }, -1);
  assert.deepEqual([first.steps[0]?.id, first.steps[0]?.act], ['1', 'submit']);
  assert.deepEqual(numbers(addStep(document, -1)), ['5', '1', '2', '3', '4']);
});

test('what led to a removed row is led on where it is plain to where, and named where it is not', () => {
  const { document: without, ledOn, leftOver } = removeStep(document, 2);
  assert.deepEqual(find(without, '2')?.exits, { ya: '4', tidak: '1' });
  assert.equal(find(without, '4')?.returnsTo, undefined);
  assert.equal(find(without, '4')?.returnsAtMost, undefined);
  assert.deepEqual([ledOn, leftOver], [['2', '4'], []]);
  const end = removeStep(document, 3);
  assert.equal(find(end.document, '3')?.next, null);
  const decision = removeStep(document, 1);
  assert.equal(find(decision.document, '1')?.next, '2');
  assert.deepEqual([decision.ledOn, decision.leftOver], [[], ['1']]);
  const twice = { ...document, steps: [...document.steps, row('3')] };
  assert.deepEqual(find(removeStep(twice, 2).document, '2')?.exits, { ya: '3', tidak: '1' });
});

test('a row moves and keeps its way; a new number is followed by whatever named the old one', () => {
  assert.deepEqual(numbers(moveStep(document, 2, -1)), ['1', '3', '2', '4']);
  assert.equal(moveStep(document, 0, -1), document);
  assert.equal(moveStep(document, 3, 1), document);
  const renumbered = renumberStep(document, 2, '3x');
  assert.deepEqual(find(renumbered, '2')?.exits, { ya: '3x', tidak: '1' });
  assert.equal(find(renumbered, '4')?.returnsTo, '3x');
  const twice = renumberStep({ ...document, steps: [...document.steps, row('3')] }, 2, '9');
  assert.deepEqual(
    find(twice, '2')?.exits,
    { ya: '3', tidak: '1' },
    'which of the two was meant is not known',
  );
});

test('an actor is removed from every row that names it', () => {
  assert.deepEqual(rowsOf(document, 'upt'), ['3']);
  const without = removeActor(document, 1);
  assert.deepEqual(rowsOf(without, 'upt'), []);
  assert.equal('copies' in (find(without, '3') ?? {}), false);
  assert.deepEqual(find(removeActor(document, 0), '1')?.actors, []);
  assert.deepEqual(addActor(document).actors.at(-1), { id: 'pelaksana-1', title: '', roles: [] });
  assert.deepEqual(
    moveActor(document, 1, -1).actors.map(({ id }) => id),
    ['upt', 'unit'],
  );
});

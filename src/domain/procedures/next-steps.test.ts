import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findStep,
  firstStep,
  getStep,
  mainPath,
  nextOf,
  possibleNext,
  printedNumberCount,
  rolesOfStep,
  stepsWithAct,
} from './next-steps.ts';
import { aDraft, aStep } from './procedure.fixture.ts';
import type { Procedure, Step } from './procedure.ts';

const actors = [
  { id: 'reporter', title: 'Pelapor', roles: ['reporter'] },
  { id: 'officer', title: 'Petugas', roles: ['unit-officer', 'reviewer'] },
  { id: 'upt', title: 'UPT', roles: ['upt-officer', 'reviewer'] },
];
const procedure = aDraft({
  actors,
  steps: [
    aStep('1', { act: 'submit', next: '2' }),
    aStep('2', { exits: { ya: '3', tidak: '2a' }, question: 'Wewenang?' }),
    aStep('2a', { act: 'refer' }),
    aStep('3', { next: '3a', optional: true }),
    aStep('3a', { next: '4', optional: true, actors: ['upt'] }),
    aStep('4', { act: 'report', actors: ['officer', 'upt'] }),
  ],
}) as Procedure;
const idsOf = (steps: readonly Step[]) => steps.map(({ id }) => id);

test('finds rows by id and by act', () => {
  assert.equal(findStep(procedure, '3a')?.id, '3a');
  assert.equal(findStep(procedure, '9'), undefined);
  assert.throws(() => getStep(procedure, '9'), /no step "9"/);
  assert.equal(firstStep(procedure).id, '1');
  assert.deepEqual(idsOf(stepsWithAct(procedure, 'follow-up')), ['2', '3', '3a']);
});

test('a decision goes on by its exit, any other row by its one way', () => {
  assert.equal(nextOf(getStep(procedure, '2')), '3');
  assert.equal(nextOf(getStep(procedure, '2'), 'tidak'), '2a');
  assert.equal(nextOf(getStep(procedure, '1'), 'tidak'), '2');
  assert.equal(nextOf(getStep(procedure, '4')), null);
});

test('the main path answers Ya everywhere', () => {
  assert.deepEqual(idsOf(mainPath(procedure)), ['1', '2', '3', '3a', '4']);
});

test('the main path stops where it would go round', () => {
  const round = aDraft({ steps: [aStep('1', { next: '2' }), aStep('2', { next: '1' })] }) as Procedure;
  assert.deepEqual(idsOf(mainPath(round)), ['1', '2']);
});

test('optional rows may be passed by', () => {
  assert.deepEqual(idsOf(possibleNext(procedure, getStep(procedure, '2'))), ['3', '3a', '4']);
  assert.deepEqual(idsOf(possibleNext(procedure, getStep(procedure, '2'), 'tidak')), ['2a']);
  assert.deepEqual(idsOf(possibleNext(procedure, getStep(procedure, '4'))), []);
});

test('the roles of a row are those of all its actors, each once', () => {
  assert.deepEqual(rolesOfStep(procedure, getStep(procedure, '4')), [
    'unit-officer',
    'reviewer',
    'upt-officer',
  ]);
});

test('parts with a letter belong to their printed number', () => {
  assert.equal(printedNumberCount(procedure), 4);
});

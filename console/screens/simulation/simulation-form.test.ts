import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { emptyForm, expectedSeconds, queueingActors, requestOf } from './simulation-form.ts';

const actors = [{ id: 'verifier' }, { id: 'unit' }];
const procedure = { id: 'kemensos/contoh', version: 2 };

test('what is left empty is left to the server, and no period asks for no past', () => {
  const request = requestOf(procedure, emptyForm, actors);
  assert.deepEqual(request, {
    procedure,
    scenario: { loads: [1, 2, 10], calendar: 'office', order: 'deadline', seed: 1 },
  });
});

test('the last day of a period is in it; what is chosen is asked for', () => {
  const form = { ...emptyForm, from: '2026-10-01', to: '2026-12-31', replays: false };
  const request = requestOf(procedure, form, actors);
  assert.deepEqual(request.past, { from: '2026-10-01', to: '2027-01-01' });
  assert.equal('replay' in request, false);
});

test('people are asked for where they are stated, in shifts where that is said', () => {
  const form = {
    ...emptyForm,
    people: { verifier: '3', unit: '', stranger: '9' },
    shifts: { verifier: true },
  };
  const { scenario } = requestOf(procedure, form, actors);
  assert.deepEqual(scenario?.staff, { verifier: { people: 3, hours: 'always' } });
});

test('the reporter has no queue; a count is expected to take at least a second', () => {
  const step = { status: 'received', requires: [], limit: null, output: [] };
  const document: Pick<ProcedureDocument, 'actors' | 'steps'> = {
    actors: [
      { id: 'reporter', title: 'Pelapor', roles: ['reporter'] },
      { id: 'unit', title: 'Unit', roles: ['unit-officer'] },
    ],
    steps: [
      { ...step, id: '1', activity: 'Melapor', actors: ['reporter'], act: 'submit', next: '2' },
      { ...step, id: '2', activity: 'Menangani', actors: ['unit'], act: 'follow-up', next: null },
    ],
  };
  const whole = document as ProcedureDocument;
  assert.deepEqual(queueingActors(whole), [{ id: 'unit', title: 'Unit' }]);
  assert.equal(expectedSeconds(requestOf(procedure, emptyForm, actors), whole), 1);
});

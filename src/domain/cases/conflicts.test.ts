import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cast, units } from '../../../test/support/cast.ts';
import { shippedProcedures } from '../../../test/support/office-hours.ts';
import { act, attempt, contextOf, openWalk, plausibleInput, type Walk } from '../../../test/support/walk.ts';
import type { CaseCommands } from './commands.ts';
import { availableActs } from './decide.ts';

const start = '2026-03-10T02:00:00.000Z';
const limit = { amount: 2, unit: 'workingDay' } as const;

function accepted(): Walk {
  const walk = openWalk(shippedProcedures().latest('kemensos/pengelolaan-sp4n-lapor'), start);
  for (const [actor, name] of [
    [cast.verifier, 'verification'],
    [cast.verifier, 'disposition'],
    [cast.unitOfficer, 'acceptance'],
  ] as const)
    act(walk, actor, name, plausibleInput(name, walk) as never);
  return walk;
}

function about(who: Partial<CaseCommands['conflict']>): CaseCommands['conflict'] {
  const id = '50000000-0000-7000-8000-000000000001';
  return { id, person: null, unit: null, source: 'officer', reason: 'disebut', ...who };
}

function tasked(): Walk {
  const walk = accepted();
  const { id, name } = cast.fieldWorker;
  const given = { parent: null, task: 'Datang', limit, roles: ['field-worker', 'upt-officer'] };
  act(walk, cast.unitOfficer, 'assignment', {
    ...given,
    id: 'by-name',
    unit: null,
    person: { id, name, unit: units.sentra },
  });
  act(walk, cast.unitOfficer, 'assignment', { ...given, id: 'by-unit', unit: units.sentra, person: null });
  return walk;
}

const openTasks = ({ state }: Walk) =>
  state.assignments.filter((one) => one.state === 'open').map(({ id }) => id);

test('Whom the case names may do nothing, also what asks for no permission', () => {
  const walk = tasked();
  assert.ok(availableActs(walk.state, contextOf(walk, cast.uptOfficer)).includes('assignment-report'));
  act(walk, cast.unitOfficer, 'conflict', about({ person: { id: cast.uptOfficer.id, name: 'Upik' } }));
  assert.deepEqual(openTasks(walk), ['by-name', 'by-unit'], 'the unit has other people');
  assert.deepEqual(availableActs(walk.state, contextOf(walk, cast.uptOfficer)), []);
  const report = plausibleInput('assignment-report', walk) as CaseCommands['assignment-report'];
  assert.equal(
    attempt(walk, cast.uptOfficer, 'assignment-report', { ...report, assignment: 'by-unit' }),
    'not-found',
  );
});

test('Tasks of a named person are taken back, those of a named unit with all that hangs below', () => {
  const byPerson = tasked();
  act(byPerson, cast.unitOfficer, 'conflict', about({ person: { id: cast.fieldWorker.id, name: 'Fajar' } }));
  assert.deepEqual(openTasks(byPerson), ['by-unit']);
  const byUnit = tasked();
  act(byUnit, cast.unitOfficer, 'conflict', about({ unit: units.sentra }));
  assert.deepEqual(openTasks(byUnit), []);
  assert.equal(byUnit.state.unit?.id, units.directorate.id, 'the unit above goes on with it');
});

test('A task is not handed over to whom the case is about', () => {
  const walk = tasked();
  const person = { id: cast.uptOfficer.id, name: 'Upik' };
  const input = {
    assignment: 'by-name',
    person: { ...person, unit: units.sentra },
    roles: ['upt-officer'],
    reason: 'cuti',
  };
  act(walk, cast.unitOfficer, 'conflict', about({ person }));
  assert.equal(attempt(walk, cast.unitOfficer, 'assignment-hand-over', input), 'invalid-input');
});

test('A case lying with the unit it is about is taken back and sent to another; no clock begins anew', () => {
  const walk = accepted();
  const clock = () => walk.state.clocks.find(({ rule }) => rule === 'class-complaint');
  const before = clock();
  act(walk, cast.verifier, 'conflict', about({ unit: units.directorate }));
  assert.equal(walk.state.unit, null);
  assert.deepEqual(availableActs(walk.state, contextOf(walk, cast.unitOfficer)), []);
  assert.ok(availableActs(walk.state, contextOf(walk, cast.verifier)).includes('disposition'));
  assert.deepEqual(clock(), before);
  const to = (unit: (typeof units)['other'], copies = [] as (typeof units)['other'][]) =>
    attempt(walk, cast.verifier, 'disposition', { unit, copies, note: '' });
  assert.equal(to(units.directorate), 'invalid-input');
  assert.equal(to(units.sentra), 'invalid-input', 'a unit below it is the same office');
  assert.equal(to(units.other, [units.sentra]), 'invalid-input', 'nor a copy');
  assert.equal(to(units.other), null);
});

test('While the reporter is asked the unit keeps the case in name only; with the answer it is taken back', () => {
  const walk = accepted();
  act(walk, cast.unitOfficer, 'question', { text: 'Di desa mana?' });
  act(walk, cast.verifier, 'conflict', about({ unit: units.directorate }));
  assert.equal(walk.state.status, 'awaiting-reporter');
  act(walk, { kind: 'reporter' }, 'completion', { text: 'Galesong.' });
  assert.equal(walk.state.unit, null);
  assert.ok(availableActs(walk.state, contextOf(walk, cast.verifier)).includes('disposition'));
});

test('Nobody is listed twice, nothing without a reason, and only who verifies takes somebody off', () => {
  const walk = accepted();
  const person = { id: cast.otherUnitOfficer.id, name: 'Oki' };
  const tries = (given: Partial<CaseCommands['conflict']>) =>
    attempt(walk, cast.unitOfficer, 'conflict', about(given));
  assert.equal(tries({}), 'invalid-input');
  assert.equal(tries({ person, unit: units.other }), 'invalid-input');
  assert.equal(tries({ person, reason: ' ' }), 'invalid-input');
  assert.equal(attempt(walk, cast.uptOfficer, 'conflict', about({ person })), 'not-authorized');
  assert.equal(tries({ person }), null);
  assert.equal(tries({ person }), 'already-decided');
  const lift = { conflict: about({}).id, reason: 'orang lain' };
  assert.equal(attempt(walk, cast.unitOfficer, 'conflict-lifting', lift), 'not-authorized');
  assert.equal(attempt(walk, cast.verifier, 'conflict-lifting', { ...lift, reason: '' }), 'invalid-input');
  assert.equal(attempt(walk, cast.verifier, 'conflict-lifting', { ...lift, conflict: 'x' }), 'invalid-input');
  assert.equal(attempt(walk, cast.verifier, 'conflict-lifting', lift), null);
  assert.deepEqual(walk.state.conflicts, []);
  assert.equal(attempt(walk, cast.verifier, 'conflict-lifting', lift), 'not-this-status');
});

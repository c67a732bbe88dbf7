import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Calendar } from '../clocks/calendar.ts';
import { aDraft, aStep } from './procedure.fixture.ts';
import type { Procedure } from './procedure.ts';
import { runScenario, type Scenario } from './scenario.ts';

const decree = 'keputusan contoh';
const calendar: Calendar = {
  holidays: new Map([['2026-11-25', { date: '2026-11-25', name: 'Libur', kind: 'libur-nasional', decree }]]),
  years: new Map([[2026, { year: 2026, decree, verified: true, provisional: false }]]),
  officeCloses: '16:00',
};

const procedure = aDraft({
  overallLimit: { amount: 3, unit: 'workingDay' },
  actors: [
    { id: 'reporter', title: 'Pelapor', roles: ['reporter'] },
    { id: 'officer', title: 'Petugas', roles: ['unit-officer'] },
    { id: 'upt', title: 'UPT', roles: ['upt-officer'] },
  ],
  steps: [
    aStep('1', { act: 'submit', actors: ['reporter'], next: '2' }),
    aStep('2', {
      act: 'accept',
      next: '3',
      returnsTo: '1',
      returnsAtMost: 1,
      limit: { amount: 1, unit: 'workingDay' },
    }),
    aStep('3', { act: 'assign', next: '4', optional: true, delegates: ['upt'] }),
    aStep('4', { act: 'report', actors: ['upt'], standIns: ['officer'], next: '5' }),
    aStep('5', { act: 'review', exits: { ya: '6', tidak: '4' }, question: 'Benar?' }),
    aStep('6', { act: 'rate', actors: ['reporter'] }),
  ],
}) as Procedure;

/** Monday 23 November 2026; the Wednesday is a holiday here. */
const at = (day: number, time = '09:00') => `2026-11-${day}T${time}:00+07:00`;
const submit = { at: at(23), act: 'submit', by: 'reporter' };
const accept = { at: at(23, '10:00'), act: 'accept', by: 'unit-officer' };
const assign = { at: at(23, '11:00'), act: 'assign', by: 'unit-officer' };
const report = { at: at(24), act: 'report', by: 'upt-officer' };
const review = { at: at(24, '10:00'), act: 'review', by: 'unit-officer', exit: 'ya' };
const rate = { at: at(27), act: 'rate', by: 'reporter' };

const first = { step: '1', actor: 'reporter' };
const second = { step: '2', actor: 'officer', due: at(24, '16:00') };

const whole: Scenario = {
  name: 'Sampai dinilai.',
  start: at(23),
  zone: 'Asia/Jakarta',
  path: [submit, accept, assign, report, review, rate],
  expect: [
    first,
    second,
    { step: '3', actor: 'officer' },
    { step: '4', actor: 'upt' },
    { step: '5', actor: 'officer' },
    { step: '6', actor: 'reporter' },
  ],
  overallDue: at(27, '16:00'),
  ends: true,
};
const short: Scenario = {
  ...whole,
  path: [submit],
  expect: [first, second],
  ends: false,
};

function problems(changes: Partial<Scenario>, of = short): readonly string[] {
  return runScenario(procedure, { ...of, ...changes }, calendar).map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );
}

test('a true scenario has no problem', () => {
  assert.deepEqual(problems({}, whole), []);
  assert.deepEqual(problems({}), []);
});

test('where nobody was assigned the stand-ins act, and the passed row is not entered', () => {
  const path = [submit, accept, { ...report, by: 'unit-officer' }];
  const expect = [first, second, { step: '4', actor: 'officer' }, { step: '5', actor: 'officer' }];
  assert.deepEqual(problems({ path, expect }), []);
  assert.deepEqual(problems({ path: [submit, accept, report], expect }), ['scenario-role path.2']);
});

test('once assigned, the stand-ins may not write it', () => {
  const path = [submit, accept, assign, { ...report, by: 'unit-officer' }];
  assert.deepEqual(problems({ path }), ['scenario-role path.3']);
});

test('sending back goes where the row says, and not too often', () => {
  const back = { ...accept, sendsBack: true };
  const again = { ...submit, at: accept.at };
  const path = [submit, back, again, accept];
  const expect = [first, second, first, second, { step: '3', actor: 'officer' }];
  assert.deepEqual(problems({ path, expect }), []);
  assert.deepEqual(problems({ path: [submit, back, again, back] }), ['scenario-return path.3']);
  assert.deepEqual(problems({ path: [{ ...submit, sendsBack: true }] }), ['scenario-return path.0']);
});

test('refuses what the procedure does not allow, at the action', () => {
  assert.deepEqual(problems({ path: [submit, rate] }), ['scenario-act path.1']);
  assert.deepEqual(problems({ path: [{ ...submit, by: 'unit-head' }] }), ['scenario-role path.0']);
  assert.deepEqual(problems({ path: [{ ...submit, exit: 'ya' }] }), ['scenario-exit path.0']);
  assert.deepEqual(problems({ path: [submit, { ...accept, at: at(22) }] }), [
    'scenario-time-backwards path.1',
  ]);
  assert.deepEqual(problems({ path: [...whole.path, rate] }, whole), ['scenario-after-end path.6']);
  const { exit: _exit, ...undecided } = review;
  const path = [submit, accept, assign, report, undecided];
  assert.deepEqual(problems({ path }), ['scenario-exit path.4']);
});

test('compares rows, actors, due dates and the end', () => {
  assert.deepEqual(problems({ expect: [first, { step: '3', actor: 'officer' }] }), [
    'scenario-step expect.1',
  ]);
  assert.deepEqual(problems({ expect: [first] }), ['scenario-step expect.1']);
  assert.deepEqual(problems({ expect: [first, second, first] }), ['scenario-step expect.2']);
  assert.deepEqual(problems({ expect: [{ ...first, actor: 'officer' }, second] }), [
    'scenario-actor expect.0.actor',
  ]);
  assert.deepEqual(problems({ ends: true }), ['scenario-ends ends']);
});

test('a due date that is wrong, missing or not promised is found', () => {
  const wrong = { ...second, due: at(26, '16:00') };
  assert.deepEqual(problems({ expect: [first, wrong] }), ['scenario-due expect.1']);
  assert.deepEqual(problems({ expect: [first, { step: '2', actor: 'officer' }] }), ['scenario-due expect.1']);
  assert.deepEqual(problems({ expect: [{ ...first, due: at(24, '16:00') }, second] }), [
    'scenario-due expect.0',
  ]);
  assert.deepEqual(problems({ overallDue: at(26, '16:00') }), ['scenario-overall-due overallDue']);
  const [found] = runScenario(procedure, { ...short, overallDue: null }, calendar);
  assert.deepEqual(found?.params, { expected: '-', got: '2026-11-27T16:00:00+07:00' });
});

test('due dates fall at the end of office hours of the zone', () => {
  const zone = 'Asia/Jayapura';
  const expect = [first, { ...second, due: '2026-11-24T16:00:00+09:00' }];
  assert.deepEqual(problems({ zone, expect, overallDue: '2026-11-27T16:00:00+09:00' }), []);
});

test('a time without offset, an unknown zone and an uncovered year are said, not thrown', () => {
  assert.deepEqual(problems({ start: '2026-11-23 09:00' }), ['scenario-bad-time start']);
  assert.deepEqual(problems({ path: [{ ...submit, at: 'besok' }] }), ['scenario-bad-time path.0.at']);
  assert.deepEqual(problems({ zone: 'WIB' }), ['scenario-bad-zone zone']);
  const later = '2028-11-23T09:00:00+07:00';
  const path = [{ ...submit, at: later }];
  assert.deepEqual(problems({ start: later, path }), [
    'scenario-no-due expect.1',
    'scenario-no-due overallDue',
  ]);
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Calendar } from '../../domain/clocks/calendar.ts';
import { loadRules } from '../clocks/index.ts';
import { checkProcedures } from './check.ts';
import { aFolder, broken, soundProcedure, soundScenarios } from './folder.fixture.ts';

const decree = 'keputusan contoh';
const calendar: Calendar = {
  holidays: new Map(),
  years: new Map([[2026, { year: 2026, decree, verified: true, provisional: false }]]),
  officeCloses: '16:00',
};
const sound = {
  'dinas/uji/v1.yaml': soundProcedure,
  'dinas/uji/v1.scenarios.yaml': soundScenarios,
  'dinas/uji/source.txt': 'Teks asli',
};

function found(dir: string) {
  const { passed, problems } = checkProcedures(dir, calendar);
  const grave = problems.filter(({ severity }) => severity === 'error');
  return { passed, problems: grave.map(({ file, line, code }) => [file.slice(dir.length + 11), line, code]) };
}

test('a sound folder passes, with its versions and scenarios counted', (t) => {
  const { problems, ...checked } = checkProcedures(aFolder(t, sound), calendar);
  assert.deepEqual(checked, { passed: true, procedures: ['dinas/uji v1'], scenarios: 1 });
  assert.ok(problems.every(({ severity }) => severity !== 'error'));
});

/** One changed line of the scenarios, and the line that must be named. */
const faults = [
  [
    9,
    '24T16',
    '25T16',
    'scenario-due',
    /diharapkan 2026-11-25T16:00:00\+07:00, hasil hitungan 2026-11-24T16/,
  ],
  [9, "'2'", "'3'", 'scenario-step', /langkah “3”, prosedur berada di langkah “2”/],
  [9, 'officer', 'reporter', 'scenario-actor', /“reporter”, menurut prosedur oleh “officer”/],
  [6, 'verify', 'answer', 'scenario-act', /“answer” tidak mungkin pada langkah “2”.*“verify”/],
  [6, 'unit-officer', 'unit-head', 'scenario-role', /“unit-head”.*unit-officer/],
  [6, ', exit: ya', '', 'scenario-exit', /ya atau tidak/],
  [6, ', exit: ya', ', sendsBack: true', 'scenario-return', /returnsTo/],
  [6, 'T10', 'T08', 'scenario-time-backwards', /Urutkan/],
  [11, '26', '27', 'scenario-overall-due', /hasil hitungan 2026-11-26T16/],
  [12, 'false', 'true', 'scenario-ends', /langkah “3”/],
  [3, 'Asia/Jakarta', 'WIB', 'scenario-bad-zone', /Asia\/Jakarta/],
  [2, '+07:00', '', 'scenario-bad-time', /dengan zona/],
  [12, 'ends', 'end', 'unknown-key', /ends/],
] as const;

for (const [line, from, to, code, says] of faults) {
  test(`${code} is told with its line and a remedy`, (t) => {
    const scenarios = broken(soundScenarios, line, from, to);
    const dir = aFolder(t, { ...sound, 'dinas/uji/v1.scenarios.yaml': scenarios });
    const problem = checkProcedures(dir, calendar).problems.find((one) => one.code === code);
    assert.equal(problem?.line, line);
    assert.ok(problem.file.endsWith('v1.scenarios.yaml'));
    assert.ok(problem.message.startsWith(`${problem.file}:${line}:${problem.column} Galat: `));
    assert.match(problem.message, says);
    assert.doesNotMatch(problem.message, /\{\w+\}|undefined|“”/);
  });
}

test('a due date in a year without a calendar is told, not guessed', (t) => {
  const scenarios = soundScenarios.replaceAll('2026-', '2028-');
  const dir = aFolder(t, { ...sound, 'dinas/uji/v1.scenarios.yaml': scenarios });
  assert.ok(found(dir).problems.some(([, , code]) => code === 'scenario-no-due'));
});

test('an action after the end is told', (t) => {
  const rest = '    - { at: 2026-11-24T10:00:00+07:00, act: receive, by: reporter }\n';
  const scenarios = broken(soundScenarios, 7, '  expect', `${rest}${rest}  expect`);
  const dir = aFolder(t, { ...sound, 'dinas/uji/v1.scenarios.yaml': scenarios });
  assert.deepEqual(found(dir).problems, [['v1.scenarios.yaml', 8, 'scenario-after-end']]);
});

test('source and scenarios must lie beside a procedure', (t) => {
  assert.deepEqual(found(aFolder(t, { 'dinas/uji/v1.yaml': soundProcedure })), {
    passed: false,
    problems: [
      ['source.txt', 1, 'source-missing'],
      ['v1.scenarios.yaml', 1, 'scenarios-missing'],
    ],
  });
});

test('a broken procedure is told once, not again by every scenario', (t) => {
  const dir = aFolder(t, { ...sound, 'dinas/uji/v1.yaml': broken(soundProcedure, 28, 'workingDay', 'Hari') });
  assert.deepEqual(found(dir).problems, [['v1.yaml', 28, 'unknown-unit']]);
});

test('a warning passes', (t) => {
  const unused = broken(soundProcedure, 12, 'steps:', '  - { id: upt, title: UPT, roles: [upt] }\nsteps:');
  const { passed, problems } = checkProcedures(
    aFolder(t, { ...sound, 'dinas/uji/v1.yaml': unused }),
    calendar,
  );
  assert.ok(passed);
  const told = problems.find(({ code }) => code === 'unused-actor');
  assert.deepEqual([told?.severity, told?.line, told?.column], ['warning', 12, 5]);
});

test('roles that the installation does not have are told', (t) => {
  const { problems } = checkProcedures(aFolder(t, sound), calendar, { roles: ['reporter'] });
  const grave = problems.filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    grave.map(({ line, code, params }) => [line, code, params.role]),
    [[11, 'unknown-role', 'unit-officer']],
  );
});

test('where the procedure and the rules part, a warning says so and refuses nothing', (t) => {
  const rules = loadRules(join(import.meta.dirname, '../../../rules'));
  assert.ok(rules.ok);
  const { passed, problems } = checkProcedures(aFolder(t, sound), calendar, { rules: rules.value.clocks });
  assert.ok(passed);
  const told = problems.find(({ code }) => code === 'promise-within-verification');
  assert.equal(told?.severity, 'warning');
  assert.match(told.message, /v1\.yaml:6:1 Peringatan: Janji keseluruhan 3 hari kerja, .* 3 hari kerja/);
});

test('one procedure alone can be checked', (t) => {
  const two = { ...sound, 'dinas/lain/v1.yaml': broken(soundProcedure, 28, 'workingDay', 'Hari') };
  const { passed, procedures } = checkProcedures(aFolder(t, two), calendar, {}, 'dinas/uji');
  assert.deepEqual([passed, procedures], [true, ['dinas/uji v1']]);
});

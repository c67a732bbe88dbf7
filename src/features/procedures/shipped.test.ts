import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { mainPath, nextOf, printedNumberCount, rolesOfStep } from '../../domain/procedures/next-steps.ts';
import { loadCalendar } from '../clocks/index.ts';
import { checkProcedures, loadProcedures, presentProcedure } from './index.ts';

const root = join(import.meta.dirname, '../../..');
const dir = join(root, 'procedures');
const a = 'kemensos/pengelolaan-sp4n-lapor';
const b = 'politeknik/pengaduan-online';
const national = 'nasional/sp4n';

function shipped(id: string) {
  const loaded = loadProcedures(dir);
  assert.ok(loaded.ok);
  return loaded.value.get(id, 1);
}

test('what is shipped loads, runs and keeps every scenario', () => {
  const calendar = loadCalendar(join(root, 'calendars'));
  assert.ok(calendar.ok);
  const checked = checkProcedures(dir, calendar.value);
  assert.deepEqual(
    checked.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    [],
  );
  assert.ok(checked.procedures.includes(`${a} v1`) && checked.procedures.includes(`${b} v1`));
});

test('the scenarios of all take every exit and every way back', () => {
  for (const id of [a, b, national]) {
    const scenarios = readFileSync(join(dir, id, 'v1.scenarios.yaml'), 'utf8');
    for (const step of shipped(id).steps) {
      const action = new RegExp(`act: ${step.act},.*`, 'g');
      const taken = [...scenarios.matchAll(action)].map(([line]) => line);
      assert.ok(taken.length > 0, `${id} ${step.id} is never done`);
      for (const exit of step.exits === undefined ? [] : ['ya', 'tidak']) {
        assert.ok(
          taken.some((line) => line.includes(`exit: ${exit}`)),
          `${id} ${step.id} never says ${exit}`,
        );
      }
      if (step.returnsTo === undefined) continue;
      assert.ok(
        taken.some((line) => line.includes('sendsBack: true')),
        `${id} ${step.id} never sends back`,
      );
    }
  }
});

test('procedure A is the nine steps and three days of the service standard', () => {
  const procedure = shipped(a);
  assert.equal(printedNumberCount(procedure), 9);
  assert.deepEqual(procedure.overallLimit, { amount: 3, unit: 'workingDay' });
  assert.ok(procedure.steps.every(({ limit }) => limit === null));
  assert.deepEqual(
    procedure.steps.map(({ id, act, status }) => `${id} ${act} ${status}`),
    [
      '1 submit received',
      '2 record received',
      '3 verify verifying',
      '3a refer referred',
      '4 distribute verifying',
      '4a answer-directly in-review',
      '5 accept dispatched',
      '6 follow-up in-progress',
      '7 assign in-progress',
      '7a delegate in-progress',
      '8 report in-progress',
      '8a review in-review',
      '8b close in-review',
      '9 finish in-review',
      '9a rate answered',
    ],
  );
  assert.equal(
    mainPath(procedure)
      .map(({ id }) => id)
      .join(' '),
    '1 2 3 4 5 6 7 7a 8 8a 8b 9 9a',
  );
  assert.deepEqual(
    procedure.steps.filter((step) => step.exits === undefined && nextOf(step) === null).map(({ id }) => id),
    ['3a', '4a', '9a'],
  );
  const finish = procedure.steps.find(({ id }) => id === '9');
  assert.deepEqual(finish?.writesBackTo, ['SP4N-LAPOR!', 'WBS', 'Jaga Bansos']);
});

test('procedure B is the seven steps with the times of the form', () => {
  const procedure = shipped(b);
  assert.equal(printedNumberCount(procedure), 7);
  assert.equal(procedure.overallLimit, null);
  assert.deepEqual(
    procedure.steps.map(
      ({ id, act, limit }) => `${id} ${act} ${limit === null ? '-' : `${limit.amount} ${limit.unit}`}`,
    ),
    [
      '1 submit -',
      '2 verify 1 workingDay',
      '3 dispatch 1 minute',
      '4 accept 1 workingDay',
      '5 answer 1 workingDay',
      '6 pass-on 1 workingDay',
      '7 receive 1 workingDay',
    ],
  );
  const second = procedure.steps[1];
  assert.ok(second);
  assert.deepEqual(rolesOfStep(procedure, second), ['verifier', 'central-admin', 'system']);
});

/** Readings of the scans, as the files' notes state them; nothing else may differ from the source. */
const readings: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  [a]: [[/perlu ditindaklanjut /g, 'perlu ditindaklanjuti ']],
  [b]: [
    [/(?<=web|GO\.ID|identitas\)|Kementrian\)|Satuan Kerja|jawaban|balasan|di)\s+[1-7](?=\s)/g, ''],
    [/Kementrian/g, 'Kementerian'],
    [/ADMIN UM/g, 'ADMIN PNL'],
    [/Sistem\s+1 menit Mengirimkan/g, 'mengirimkan'],
  ],
};

for (const id of [a, b, national]) {
  test(`every activity of ${id} stands in its source, but for the readings that are noted`, () => {
    const source = (readings[id] ?? []).reduce(
      (text, [from, to]) => text.replace(from, to),
      readFileSync(join(dir, id, 'source.txt'), 'utf8').replace(/\s+/g, ' '),
    );
    for (const step of shipped(id).steps) {
      assert.ok(letters(source).includes(letters(step.activity)), `step ${step.id}: ${step.activity}`);
    }
  });
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

test('the public table shows titles, the promise and the sum of the printed times', () => {
  const view = presentProcedure(shipped(b));
  assert.equal(view.stepCount, 7);
  assert.deepEqual(view.rows[2]?.actors, ['Admin PNL/Pejabat Narahubung']);
  assert.deepEqual(view.time, {
    sum: [
      { unit: 'workingDay', amount: 5 },
      { unit: 'minute', amount: 1 },
    ],
    rowsWithTime: 6,
    rowsWithoutTime: 1,
    overall: null,
    comparison: 'not-comparable',
  });
  const ministry = presentProcedure(shipped(a));
  assert.equal(ministry.fee, 'Tidak dipungut biaya');
  assert.deepEqual(ministry.time.overall, { amount: 3, unit: 'workingDay' });
  assert.deepEqual(
    ministry.rows.filter(({ onMainPath }) => !onMainPath).map(({ no }) => no),
    ['3a', '4a'],
  );
});

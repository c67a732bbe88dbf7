import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstant } from '../clocks/instant.ts';
import { aStep } from '../procedures/procedure.fixture.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { plainCalendar, procedureOf } from './office.fixture.ts';
import type { PastCase } from './past-case.ts';
import { replay } from './replay.ts';
import { officeHours } from './working-hours.ts';

const hours = officeHours(
  { from: parseInstant('2026-01-01T00:00:00.000Z'), to: parseInstant('2026-12-31T00:00:00.000Z') },
  'Asia/Jakarta',
  plainCalendar,
);
const world = { calendar: plainCalendar, hours, until: '2026-03-01T00:00:00.000Z' };

const day = { amount: 1, unit: 'workingDay' } as const;
const rows = [
  aStep('a', { act: 'verify', question: 'Wenang?', exits: { ya: 'b', tidak: 'x' }, limit: day }),
  aStep('x', { act: 'refer', next: null }),
  aStep('b', { act: 'accept', next: 'c', returnsTo: 'a', limit: day }),
  aStep('c', { act: 'finish', next: '3', limit: day }),
];
const signed = procedureOf(rows, { overallLimit: { amount: 2, unit: 'workingDay' } });

/** Monday 5 January 2026, 09.00 in Jakarta, and so on; `past(…)` takes local times of that month. */
const local = (text: string) => `2026-01-${text.replace(' ', 'T')}:00.000+07:00`;
const utc = (text: string) => new Date(local(text)).toISOString();

function past(
  stays: readonly (readonly [step: string, from: string, to: string | null, exit?: 'ya' | 'tidak'])[],
  clocks: PastCase['clocks'] = [],
): PastCase {
  const first = stays[0]?.[1] ?? '05 09:00';
  return {
    version: 1,
    kind: 'complaint',
    receivedAt: utc(first),
    zone: 'Asia/Jakarta',
    visits: [
      { step: '1', startedAt: utc(first), endedAt: utc(first), exit: null, by: null },
      ...stays.map(([step, from, to, exit]) => ({
        step,
        startedAt: utc(from),
        endedAt: to === null ? null : utc(to),
        exit: exit ?? null,
        by: 1,
      })),
    ],
    pauses: [],
    clocks,
    endedAt: null,
  };
}

/** Answered in time; late in the middle; referred; open still, and sent back before. */
const cases: readonly PastCase[] = [
  past(
    [
      ['a', '05 09:00', '05 15:00', 'ya'],
      ['b', '05 15:00', '06 08:00'],
      ['c', '06 08:00', '07 10:00'],
    ],
    [
      { rule: 'overall', outcome: 'met' },
      { rule: 'step:a', outcome: 'met' },
      { rule: 'step:b', outcome: 'met' },
      { rule: 'step:c', outcome: 'met' },
    ],
  ),
  past(
    [
      ['a', '05 09:00', '05 10:00', 'ya'],
      ['b', '05 10:00', '08 09:00'],
      ['c', '08 09:00', '08 10:00'],
    ],
    [
      { rule: 'overall', outcome: 'late' },
      { rule: 'step:a', outcome: 'met' },
      { rule: 'step:b', outcome: 'late' },
      { rule: 'step:c', outcome: 'met' },
    ],
  ),
  past(
    [
      ['a', '06 09:00', '06 10:00', 'tidak'],
      ['x', '06 10:00', '06 10:00'],
    ],
    [
      { rule: 'overall', outcome: 'met' },
      { rule: 'step:a', outcome: 'met' },
    ],
  ),
  past([
    ['a', '06 09:00', '06 10:00', 'ya'],
    ['b', '06 10:00', '06 11:00'],
    ['a', '06 11:00', '06 12:00', 'ya'],
    ['b', '06 12:00', null],
  ]),
];

const versions = new Map([[1, signed]]);
const run = (draft: Procedure) => replay(draft, versions, cases, world);

test('through its own version a case gives what really happened', () => {
  const { overall, steps, ended } = run(signed);
  assert.deepEqual(
    [overall.would, overall.really],
    [
      // The one that is open still has missed its promise by March; its real clock was not handed in.
      { judged: 4, kept: 2 },
      { judged: 3, kept: 2 },
    ],
  );
  assert.equal(ended, 3);
  assert.deepEqual([overall.better, overall.worse], [0, 0]);
  const b = steps.find(({ step }) => step === 'b');
  assert.deepEqual([b?.ran, b?.would, b?.really], [4, { judged: 4, kept: 2 }, { judged: 2, kept: 1 }]);
});

test('a longer limit keeps what was late, a shorter one loses what was kept', () => {
  const limit = { amount: 3, unit: 'workingDay' } as const;
  const longer = { ...signed, version: 2, overallLimit: limit };
  assert.equal(run(longer).overall.better, 1);
  const shorter = { ...signed, version: 2, overallLimit: { amount: 2, unit: 'hour' } as const };
  assert.equal(run(shorter).overall.worse, 1);
});

test('a new row takes its stated time and moves what follows by working hours', () => {
  const added = procedureOf(
    [...rows.slice(0, 2), aStep('n', { act: 'review', next: 'b' }), ...rows.slice(2)].map((row) =>
      row.id === 'a' ? { ...row, exits: { ya: 'n', tidak: 'x' } } : row,
    ),
  );
  const { steps, assumptions } = run(added);
  const n = steps.find(({ step }) => step === 'n');
  // Each of the four ways over Ya, the one sent back twice.
  assert.deepEqual([n?.ran, n?.was, n?.hours], [4, null, 0.5]);
  const named = assumptions.find(({ code }) => code === 'replay-new-step');
  assert.deepEqual(named?.params, { step: 'n', cases: 4, minutes: 30 });
});

test('rows are matched by what they do when they are renumbered, and what is gone is named', () => {
  const renumbered = procedureOf([
    aStep('7', { act: 'verify', question: 'Wenang?', exits: { ya: '9', tidak: '8' } }),
    aStep('8', { act: 'refer', next: null }),
    aStep('9', { act: 'finish', next: '3' }),
  ]);
  const { steps, assumptions } = run(renumbered);
  assert.deepEqual(
    steps.map(({ step, was, ran }) => [step, was, ran]),
    [
      ['1', '1', 4],
      ['7', 'a', 4],
      ['8', 'x', 1],
      ['9', 'c', 2],
      ['3', '3', 0],
    ],
  );
  assert.deepEqual(assumptions.find(({ code }) => code === 'replay-removed-step')?.params, {
    step: 'b',
    cases: 4,
  });
});

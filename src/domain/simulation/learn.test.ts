import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstant } from '../clocks/instant.ts';
import { aStep } from '../procedures/procedure.fixture.ts';
import { completeScenario } from './complete-scenario.ts';
import { learnFrom } from './learn.ts';
import { plainCalendar, plainWorld, procedureOf } from './office.fixture.ts';
import type { PastCase } from './past-case.ts';
import { meanMinutes } from './service-time.ts';
import { simulate } from './simulate.ts';
import { officeHours } from './working-hours.ts';

const period = { from: '2026-01-04T17:00:00.000Z', to: '2026-01-18T17:00:00.000Z' };
const hours = officeHours(
  { from: parseInstant(period.from), to: parseInstant('2026-03-01T00:00:00.000Z') },
  'Asia/Jakarta',
  plainCalendar,
);
const procedure = procedureOf([
  aStep('a', { act: 'verify', question: 'Wenang?', exits: { ya: 'b', tidak: 'x' } }),
  aStep('x', { act: 'refer', next: null }),
  aStep('b', { act: 'accept', next: 'c', returnsTo: 'a' }),
  aStep('c', { act: 'follow-up', optional: true, next: 'd' }),
  aStep('d', { act: 'finish', next: '3' }),
]);

/** Ten cases come at 09.00 on ten working days; one person verifies all of them, twenty minutes each. */
const cases: readonly PastCase[] = Array.from({ length: 10 }, (_, n): PastCase => {
  const date = n < 5 ? `0${5 + n}` : String(7 + n);
  const at = (time: string) => new Date(`2026-01-${date}T${time}:00.000+07:00`).toISOString();
  const visit = (step: string, from: string, to: string, exit: 'ya' | 'tidak' | null = null) =>
    ({ step, startedAt: at(from), endedAt: at(to), exit, by: 1 }) as const;
  const sent = [
    visit('b', '09:20', '10:00'),
    ...(n % 2 === 0 ? [visit('c', '10:00', '11:00')] : []),
    visit('d', n % 2 === 0 ? '11:00' : '10:00', '11:30'),
  ];
  return {
    version: 1,
    kind: n < 5 ? 'complaint' : 'aspiration',
    receivedAt: at('09:00'),
    zone: 'Asia/Jakarta',
    visits: [
      visit('a', '09:00', '09:20', n === 9 ? 'tidak' : 'ya'),
      ...(n === 9 ? [visit('x', '09:20', '09:30')] : sent),
    ],
    pauses: [],
    clocks: [],
    endedAt: at('11:30'),
  };
});

test('arrivals, branches and times are read off the cases', () => {
  const learned = learnFrom(procedure, cases, period, hours);
  assert.equal(learned.perHour.length, 14 * 24);
  assert.equal(
    learned.perHour.reduce((sum, count) => sum + count, 0),
    10,
  );
  assert.equal(learned.perHour[9], 1);
  assert.equal(learned.perWorkingHour, 10 / 75);
  assert.deepEqual(learned.kinds, { complaint: 0.5, aspiration: 0.5, 'information-request': 0 });
  assert.equal(learned.yes.get('a'), 0.9);
  assert.equal(learned.returned.get('b'), 0);
  assert.equal(learned.taken.get('c'), 5 / 9);
  const minutes = (step: string) =>
    Math.round(meanMinutes(learned.service.get(step) ?? { shape: 'fixed', mean: -1 }));
  assert.deepEqual(['a', 'b', 'c'].map(minutes), [20, 40, 60]);
  // Seen once only: that says nothing.
  assert.equal(learned.service.has('x'), false);
});

test('two who wait for one person do not both count the same working time', () => {
  const two = cases.slice(0, 1).flatMap((one) =>
    Array.from({ length: 6 }, (_, n): PastCase => {
      const ended = new Date(parseInstant(one.receivedAt) + (n + 1) * 600_000).toISOString();
      return {
        ...one,
        visits: [{ step: 'a', startedAt: one.receivedAt, endedAt: ended, exit: 'ya', by: 1 }],
      };
    }),
  );
  const learned = learnFrom(procedure, two, period, hours);
  assert.equal(Math.round(meanMinutes(learned.service.get('a') ?? { shape: 'fixed', mean: 0 })), 10);
});

test('what was learned is used and named, what was stated goes before it', () => {
  const learned = learnFrom(procedure, cases, period, hours);
  const input = { yes: { a: 0.5 }, days: 20, loads: [3], replications: 4, warmUpDays: 0 };
  const { scenario, assumptions } = completeScenario(procedure, input, '2026-01-05', learned);
  assert.equal(scenario.arrivals.kind, 'series');
  const sources = (code: string) =>
    assumptions.filter((one) => one.code === code).map(({ source }) => source);
  assert.deepEqual(sources('yes'), ['stated']);
  assert.deepEqual(sources('taken'), ['past']);
  assert.equal(sources('service-empirical').length, 4);
  const done = simulate(procedure, scenario, plainWorld);
  assert.ok(done.ok);
  // One a day in the past, three times as many now, twenty days, four runs.
  const arrived = done.value.loads[0]?.cases.arrived ?? 0;
  assert.ok(Math.abs(arrived - 240) < 50, String(arrived));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aStep } from '../procedures/procedure.fixture.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { completeScenario } from './complete-scenario.ts';
import { oneQueue, plainWorld, procedureOf, textbook } from './office.fixture.ts';
import { runOnce } from './run.ts';
import type { RunCounts } from './run-counts.ts';
import type { Scenario, ScenarioInput } from './scenario.ts';
import { setupOf, simulate, timesOf } from './simulate.ts';

function runOf(procedure: Procedure, scenario: Scenario, replication = 0, load = 1): RunCounts {
  const times = timesOf(scenario, plainWorld.calendar);
  assert.ok(times);
  return runOnce({ ...setupOf(procedure, scenario, plainWorld, times), replication, load });
}

/** A procedure with everything in it: a decision, a way back, an optional row with assignments. */
const everything = procedureOf(
  [
    aStep('a', {
      act: 'verify',
      question: 'Wenang?',
      exits: { ya: 'b', tidak: 'x' },
      limit: { amount: 1, unit: 'workingDay' },
    }),
    aStep('x', { act: 'refer', next: null }),
    aStep('b', {
      act: 'accept',
      next: 'c',
      returnsTo: 'a',
      returnsAtMost: 2,
      limit: { amount: 4, unit: 'hour' },
    }),
    aStep('c', { act: 'assign', optional: true, delegates: ['field', 'officer'], next: 'd' }),
    aStep('d', { act: 'report', actors: ['field', 'officer'], standIns: ['officer'], next: 'e' }),
    aStep('e', {
      act: 'review',
      actors: ['head'],
      question: 'Benar?',
      exits: { ya: 'f', tidak: 'd' },
      returnsTo: 'd',
    }),
    aStep('f', { act: 'finish', next: '3' }),
  ],
  {
    overallLimit: { amount: 3, unit: 'workingDay' },
    actors: [
      { id: 'reporter', title: 'Pelapor', roles: ['reporter'] },
      { id: 'officer', title: 'Petugas', roles: ['unit-officer'] },
      { id: 'field', title: 'Lapangan', roles: ['field-worker'] },
      { id: 'head', title: 'Pimpinan', roles: ['unit-head'] },
    ],
  },
);

const anyScenario: fc.Arbitrary<ScenarioInput> = fc.record({
  arrivals: fc.record({ perDay: fc.integer({ min: 1, max: 60 }) }),
  staff: fc.record({
    officer: fc.integer({ min: 1, max: 6 }),
    field: fc.record({ people: fc.integer({ min: 1, max: 4 }), hours: fc.constantFrom('office', 'always') }),
    head: fc.integer({ min: 1, max: 2 }),
  }),
  yes: fc.record({
    a: fc.double({ min: 0, max: 1, noNaN: true }),
    e: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  returned: fc.record({ b: fc.double({ min: 0, max: 1, noNaN: true }) }),
  parallel: fc.record({ c: fc.double({ min: 1, max: 4, noNaN: true }) }),
  service: fc.record({
    a: fc.constantFrom(
      { shape: 'fixed', mean: 30 } as const,
      { shape: 'lognormal', mean: 20, cv: 2 } as const,
      {
        shape: 'empirical',
        minutes: [0, 5, 50],
      } as const,
    ),
  }),
  order: fc.constantFrom('deadline', 'first-come'),
  calendar: fc.constantFrom('office', 'off'),
  warmUpDays: fc.integer({ min: 0, max: 5 }),
  days: fc.integer({ min: 1, max: 20 }),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
});

test("Little's law holds on every run, and nothing comes or goes unseen", () => {
  fc.assert(
    fc.property(anyScenario, (input) => {
      const { scenario } = completeScenario(everything, input, '2026-01-05');
      const run = runOf(everything, scenario);
      assert.equal(run.arrived, run.finished + run.cut + run.inSystem);
      assert.equal(run.heldByJobs, run.inSystem);
      near(run.systemArea, run.stayArea);
      for (const station of run.stations) {
        near(station.queueArea, station.waitArea);
        near(
          station.lengths.reduce((sum, minutes) => sum + minutes, 0),
          station.to - station.from,
        );
        assert.ok(station.busyArea <= station.people * (station.to - station.from) + 1e-6);
      }
      for (const [place, kept] of run.kept.entries()) assert.ok(kept <= (run.judged[place] ?? 0));
    }),
    { numRuns: 60 },
  );
});

test('the same seed gives the same result byte for byte, another seed another', () => {
  const scenario = textbook(3, 2, { shape: 'exponential', mean: 30 }, { days: 20, replications: 3 });
  const one = JSON.stringify(simulate(oneQueue(), scenario, plainWorld));
  assert.equal(JSON.stringify(simulate(oneQueue(), { ...scenario }, plainWorld)), one);
  assert.notEqual(JSON.stringify(simulate(oneQueue(), { ...scenario, seed: 2 }, plainWorld)), one);
});

test('with twice the people fewer are never on time', () => {
  fc.assert(
    fc.property(anyScenario, (input) => {
      const share = (people: number): number => {
        const staff = { officer: people, field: people, head: people };
        const { scenario } = completeScenario(everything, { ...input, staff, days: 20 }, '2026-01-05');
        const runs = [0, 1, 2].map((replication) => runOf(everything, scenario, replication));
        const judged = runs.reduce((sum, run) => sum + (run.judged[0] ?? 0), 0);
        return judged === 0 ? 1 : runs.reduce((sum, run) => sum + (run.kept[0] ?? 0), 0) / judged;
      };
      // Cases, ways and times are the same in both; only who overtakes whom is left to differ.
      assert.ok(share(4) >= share(2) - 0.01);
    }),
    { numRuns: 25, seed: 1 },
  );
});

test('an overloaded actor is named first, with the growth of its queue', () => {
  const input = {
    arrivals: { perDay: 30 },
    staff: { officer: 6, field: 3, head: 1 },
    service: { e: { shape: 'exponential', mean: 30 } as const },
    loads: [0.2, 1],
    replications: 5,
    days: 40,
  };
  const { scenario } = completeScenario(everything, input, '2026-01-05');
  const result = simulate(everything, scenario, plainWorld);
  assert.ok(result.ok);
  const [calm, busy] = result.value.loads;
  assert.equal(calm?.breaksFirst, null);
  assert.equal(busy?.breaksFirst?.actor, 'head');
  const head = busy?.actors.find(({ actor }) => actor === 'head');
  assert.ok(head !== undefined && head.offered.low > 1 && head.growthPerDay.low > 0);
  assert.ok(head.utilisation.mean > 0.98);
  assert.equal(head.byDay.length, 40);
});

test('a procedure of 200 rows, and one that goes round for ever, come to an end', () => {
  const rows = Array.from({ length: 200 }, (_, n) => aStep(`r${n}`, { next: n === 199 ? '3' : `r${n + 1}` }));
  const long = procedureOf(rows);
  const small = { arrivals: { perDay: 2 }, days: 10, replications: 2, loads: [1] };
  const longRun = runOf(long, completeScenario(long, small, '2026-01-05').scenario);
  assert.ok(longRun.arrived > 0);

  const round = procedureOf([aStep('a', { question: 'Lagi?', exits: { ya: 'a', tidak: '3' } })]);
  const input = { ...small, yes: { a: 1 }, service: { a: 0 } };
  const roundRun = runOf(round, completeScenario(round, input, '2026-01-05').scenario);
  assert.equal(roundRun.finished, 0);
  assert.ok(roundRun.cut > 0);
});

function near(one: number, other: number): void {
  assert.ok(Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one)), `${one} is not ${other}`);
}

test('in Ramadan the office is open for less, and the result says so', () => {
  const day = { opens: '08:00', closes: '15:00' };
  const season = {
    from: '2026-01-01',
    to: '2026-12-31',
    name: 'Ramadan',
    mondayToThursday: day,
    friday: { ...day, closes: '15:30' },
    deadlinesFallAt: '15:00',
    decree: 'contoh',
  };
  const scenario = textbook(
    4,
    1,
    { shape: 'fixed', mean: 10 },
    { calendar: 'office', days: 20, replications: 2 },
  );
  const fasting = { ...plainWorld, calendar: { ...plainWorld.calendar, seasons: [season] } };
  const [ordinary, ramadan] = [plainWorld, fasting].map((world) => {
    const done = simulate(oneQueue(), scenario, world);
    assert.ok(done.ok);
    return done.value;
  });
  // Reports come by the working hour, so fewer hours are fewer reports in the same days.
  const arrived = (result: typeof ramadan) => result?.loads[0]?.cases.arrived ?? 0;
  assert.ok(Math.abs(arrived(ramadan) / arrived(ordinary) - 32.5 / 37.5) < 0.05);
  assert.deepEqual(ordinary?.assumptions, []);
  assert.deepEqual(
    ramadan?.assumptions.map(({ code, params }) => [code, params.closes]),
    [['hours-season', '15:00']],
  );
});

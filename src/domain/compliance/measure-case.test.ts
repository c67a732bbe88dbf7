import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cast } from '../../../test/support/cast.ts';
import { shippedCalendar, shippedProcedures } from '../../../test/support/office-hours.ts';
import { randomHistory, seeded, withManyLimits } from '../../../test/support/random-histories.ts';
import { act, openWalk, plausibleInput, type Walk } from '../../../test/support/walk.ts';
import { reporterActor } from '../access/actor.ts';
import type { CaseEvent } from '../cases/events.ts';
import { fold } from '../cases/evolve.ts';
import { type Clock, startClock } from '../clocks/clock.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { courseOf, valueAt } from './course.ts';
import { measureCase } from './measure-case.ts';
import { outcomeCourse } from './outcome.ts';
import { runAt } from './step-run.ts';

const calendar = shippedCalendar();
const library = shippedProcedures();
const ministry = library.latest('kemensos/pengelolaan-sp4n-lapor');
const procedures: readonly Procedure[] = [
  ministry,
  library.latest('politeknik/pengaduan-online'),
  withManyLimits(ministry, 2),
];

const told = fc.record({
  seed: fc.integer(),
  which: fc.integer({ min: 0, max: procedures.length - 1 }),
  minutes: fc.integer({ min: 0, max: 60 * 24 * 300 }),
});

function walked({ seed, which, minutes }: { seed: number; which: number; minutes: number }): Walk {
  const start = new Date(Date.parse('2026-01-05T01:00:00.000Z') + minutes * 60_000).toISOString();
  return randomHistory(seeded(seed), procedures[which] ?? ministry, start);
}

/** All that compliance can say of a case at an instant. */
function seenAt(events: readonly CaseEvent[], procedure: Procedure, instant: string) {
  const measured = measureCase(events, procedure, calendar);
  const after = (moment: string | null) => (moment !== null && moment <= instant ? moment : null);
  return {
    runs: measured.runs.flatMap((run) => {
      const seen = runAt(run, instant);
      const { number, step, actors, unit, enteredAt, limit, usedUnit } = run;
      return seen === null ? [] : [{ number, step, actors, unit, enteredAt, limit, usedUnit, ...seen }];
    }),
    ending: valueAt(measured.endings, instant),
    unit: valueAt(measured.units, instant),
    overall: valueAt(measured.overall, instant),
    schedule: valueAt(measured.schedule, instant),
    followedUpAt: after(measured.followedUpAt),
    reopenedAt: after(measured.reopenedAt),
  };
}

test('Law: what is said of a moment is the same whatever came later', () => {
  const parts = fc.array(fc.double({ min: 0, max: 1.2, noNaN: true }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(told, parts, (seed, between) => {
      const walk = walked(seed);
      for (const instant of momentsOf(walk, between)) {
        const cut = walk.events.filter(({ at }) => at <= instant);
        assert.deepEqual(
          seenAt(walk.events, walk.procedure, instant),
          seenAt(cut, walk.procedure, instant),
          instant,
        );
      }
    }),
    { numRuns: 150 },
  );
});

/** Moments between the events, and those of events and deadlines with their neighbours. */
function momentsOf(walk: Walk, parts: readonly number[]): readonly string[] {
  const first = Date.parse(walk.events[0]?.at ?? '');
  const span = Date.parse(walk.now) - first;
  const dues = walk.state.clocks.flatMap(({ due }) => (due === null ? [] : [Date.parse(due)]));
  const turns = [...walk.events.map(({ at }) => Date.parse(at)), ...dues].slice(-12);
  const moments = [
    ...parts.map((part) => first + Math.floor(span * part)),
    ...turns.flatMap((turn) => [turn - 1, turn, turn + 1]),
  ];
  return moments.map((ms) => new Date(ms).toISOString());
}

test('Law: a limit is judged as the clock of the case was', () => {
  fc.assert(
    fc.property(told, (seed) => {
      const walk = walked(seed);
      const { runs, overall } = measureCase(walk.events, walk.procedure, calendar);
      const { clocks } = fold('x', walk.events);
      const whole = clocks.find(({ rule }) => rule === 'overall');
      if (whole !== undefined) assert.equal(valueAt(overall, walk.now), standing(whole, walk.now));
      const steps = clocks.filter(({ rule }) => rule.startsWith('step:'));
      const limited = runs.filter(({ limit }) => limit !== null);
      assert.deepEqual(
        limited.map(({ outcomes }) => valueAt(outcomes, walk.now)),
        steps.map((clock) => standing(clock, walk.now)),
      );
    }),
    { numRuns: 200 },
  );
});

function standing(clock: Clock, now: string): string {
  if (clock.outcome === 'met') return 'within';
  if (clock.outcome === 'late' || clock.outcome === 'cancelled') return clock.outcome;
  return clock.due !== null && (clock.pausedAt ?? now) > clock.due ? 'late' : 'running';
}

test('A limit is late one moment after its date, and no longer where the date was moved', () => {
  const clock: Clock = startClock({
    id: 'step:2',
    rule: 'step:2',
    limit: { amount: 1, unit: 'workingDay' },
    owner: 'unit',
    zone: 'Asia/Jakarta',
    source: 'uji',
    startedAt: '2026-11-16T02:00:00.000Z',
    pausable: true,
    due: '2026-11-17T09:00:00.000Z',
    provisional: false,
  });
  const course = outcomeCourse([
    { at: clock.startedAt, clock },
    { at: '2026-11-18T01:00:00.000Z', clock: { ...clock, due: '2026-11-18T09:00:00.000Z' } },
    {
      at: '2026-11-18T10:00:00.000Z',
      clock: { ...clock, due: '2026-11-18T09:00:00.000Z', outcome: 'late' },
    },
  ]);
  const at = (instant: string) => valueAt(course, instant);
  assert.equal(at('2026-11-16T01:59:59.999Z'), null);
  assert.equal(at('2026-11-17T09:00:00.000Z'), 'running');
  assert.equal(at('2026-11-17T09:00:00.001Z'), 'late');
  assert.equal(at('2026-11-18T01:00:00.000Z'), 'running');
  assert.equal(at('2026-11-18T09:00:00.001Z'), 'late');
  assert.equal(at('2026-12-01T00:00:00.000Z'), 'late');
});

test('Of several notes of one instant the last counts', () => {
  assert.deepEqual(
    courseOf([
      { from: 'a', value: 1 },
      { from: 'b', value: 2 },
      { from: 'b', value: 1 },
      { from: 'c', value: 1 },
      { from: 'd', value: 3 },
    ]),
    [
      { from: 'a', value: 1 },
      { from: 'd', value: 3 },
    ],
  );
});

test('Days on which the reporter was asked are not used; a step without a limit is timed all the same', () => {
  const walk = openWalk(ministry, '2026-11-09T02:00:00.000Z');
  walk.now = '2026-11-10T02:00:00.000Z';
  act(walk, cast.verifier, 'question', { text: 'Di desa mana?' });
  walk.now = '2026-11-17T02:00:00.000Z';
  act(walk, reporterActor, 'completion', { text: 'Galesong.' });
  walk.now = '2026-11-18T02:00:00.000Z';
  act(walk, cast.verifier, 'verification', plausibleInput('verification', walk) as never);
  const { runs } = measureCase(walk.events, ministry, calendar);
  const verifying = runs.find(({ step }) => step === '3');
  // Day 0 is the 9th; the 10th to the 16th were paused at their end, the 17th and 18th counted.
  assert.equal(verifying?.used, 2);
  assert.equal(verifying?.usedUnit, 'workingDay');
  assert.deepEqual(verifying?.outcomes, []);
  assert.equal(verifying?.pausedSeconds, 7 * 86_400);
});

test('A question asked after a step was done, on the same day, takes nothing from its time', () => {
  const walk = openWalk(ministry, '2026-11-09T02:00:00.000Z');
  walk.now = '2026-11-11T02:00:00.000Z';
  act(walk, cast.verifier, 'verification', plausibleInput('verification', walk) as never);
  walk.now = '2026-11-11T03:00:00.000Z';
  act(walk, cast.verifier, 'question', { text: 'Di desa mana?' });
  const { runs } = measureCase(walk.events, ministry, calendar);
  assert.equal(runs.find(({ step }) => step === '3')?.used, 2);
});

test('A withdrawn case finished no step: its limit is not judged', () => {
  const limited = withManyLimits(ministry, 2);
  const walk = openWalk(limited, '2026-11-09T02:00:00.000Z');
  walk.now = '2026-11-09T03:00:00.000Z';
  act(walk, reporterActor, 'withdrawal', { reason: 'sudah dibantu' });
  const measured = measureCase(walk.events, limited, calendar);
  const last = measured.runs.at(-1);
  assert.equal(valueAt(last?.outcomes ?? [], walk.now), 'cancelled');
  assert.equal(last?.doneAt, null);
  assert.equal(last?.leftAt, walk.now);
  assert.equal(valueAt(measured.endings, walk.now), 'withdrawn');
});

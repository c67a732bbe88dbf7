import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneQueue, plainWorld, textbook } from './office.fixture.ts';
import { simulate } from './simulate.ts';
import type { Interval } from './statistics.ts';

/** Erlang's C formula: the share that waits, the mean queue and the mean wait (in units of 1/mu). */
function erlang(load: number, people: number): { waits: number; queue: number; wait: number } {
  const offered = load * people;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < people; n += 1) {
    term *= offered / n;
    sum += term;
  }
  const last = (term * offered) / people / (1 - load);
  const waits = last / (sum + last);
  return { waits, queue: (waits * load) / (1 - load), wait: waits / (people * (1 - load)) };
}

/** The formula lies within three half-widths of the mean, and the mean within 6 % (shares: 0.01) of the formula. */
function agrees(found: Interval | null | undefined, exact: number, fixed: number, what: string): void {
  assert.ok(found);
  const half = found.high - found.mean;
  const off = Math.abs(found.mean - exact);
  assert.ok(off <= fixed, `${what}: ${found.mean} instead of ${exact}, fixed tolerance ${fixed}`);
  assert.ok(off <= 3 * half, `${what}: ${found.mean} ± ${half} instead of ${exact}`);
}

test("a single queue agrees with Erlang's formula: share that waits, length, wait, busyness", () => {
  const mean = 30;
  for (const people of [1, 3]) {
    for (const load of [0.5, 0.8, 0.9]) {
      const perHour = (load * people * 60) / mean;
      const days = Math.ceil((load < 0.85 ? 10_000 : 30_000) / (perHour * 24));
      const scenario = textbook(perHour, people, { shape: 'exponential', mean }, { days, warmUpDays: 40 });
      const result = simulate(oneQueue(), scenario, plainWorld);
      assert.ok(result.ok);
      const actor = result.value.loads[0]?.actors[0];
      const exact = erlang(load, people);
      const what = `M/M/${people} at ${load}`;
      agrees(actor?.waitShare, exact.waits, 0.01, `${what} share that waits`);
      agrees(actor?.queue.mean, exact.queue, 0.06 * exact.queue, `${what} length`);
      agrees(actor?.waitHours, (exact.wait * mean) / 60, 0.06 * exact.wait * 0.5, `${what} wait`);
      agrees(actor?.utilisation, load, 0.01, `${what} busyness`);
      agrees(actor?.offered, load, 0.01, `${what} offered`);
    }
  }
});

test('where every time is the same, a single queue is half as long (Pollaczek and Khinchine)', () => {
  const scenario = textbook(1.6, 1, { shape: 'fixed', mean: 30 }, { days: 500, warmUpDays: 40 });
  const result = simulate(oneQueue(), scenario, plainWorld);
  assert.ok(result.ok);
  agrees(result.value.loads[0]?.actors[0]?.queue.mean, 0.8 ** 2 / (2 * 0.2), 0.06, 'M/D/1 at 0.8 length');
});

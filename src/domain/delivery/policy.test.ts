import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterFailure } from './policy.ts';

const queuedAt = '2026-11-24T01:00:00.000Z';

/** All attempts of something that never goes: when each was, in minutes from the first. */
function tries(channel: string): readonly number[] {
  const at: number[] = [];
  let now = queuedAt;
  for (let attempts = 1; ; attempts += 1) {
    at.push((Date.parse(now) - Date.parse(queuedAt)) / 60_000);
    const after = afterFailure({ channel, attempts, queuedAt, now }, 'passing');
    if (after.state === 'given-up') return at;
    now = after.nextAt;
  }
}

test('the pauses grow, and it ends within the hours of the channel, with an outage of a day outlived', () => {
  for (const [channel, hours] of [
    ['sms', 48],
    ['email', 72],
    ['a channel of tomorrow', 48],
  ] as const) {
    const at = tries(channel);
    assert.ok((at.at(-1) ?? 0) <= hours * 60, `${channel}: ${at.at(-1)}`);
    assert.ok((at.at(-1) ?? 0) > 24 * 60, `${channel}: ${at.at(-1)}`);
    const pauses = at.slice(1).map((one, index) => one - (at[index] ?? 0));
    assert.deepEqual(
      pauses,
      pauses.toSorted((a, b) => a - b),
      channel,
    );
  }
});

test('what will never be taken is given up at once; what was taken and did not arrive goes once more, later', () => {
  const first = { channel: 'sms', attempts: 1, queuedAt, now: queuedAt };
  assert.deepEqual(afterFailure(first, 'permanent'), { state: 'given-up', nextAt: null });
  assert.deepEqual(afterFailure(first, 'not-delivered'), {
    state: 'failed',
    nextAt: '2026-11-24T02:00:00.000Z',
  });
  assert.deepEqual(afterFailure({ ...first, attempts: 2 }, 'not-delivered').state, 'given-up');
});

test('what was put into the queue too long ago is not tried again, however few the attempts', () => {
  const late = { channel: 'sms', attempts: 3, queuedAt, now: '2026-11-26T00:59:00.000Z' };
  assert.equal(afterFailure(late, 'passing').state, 'given-up');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterAnnouncement, type CallMoments, secondsSpoken } from './call.ts';

const ringing: CallMoments = {
  state: 'ringing',
  beganAt: '2026-11-24T01:00:00.000Z',
  answeredAt: null,
  endedAt: null,
};

test('A call goes on and never back', () => {
  const answered = afterAnnouncement(ringing, 'answered', '2026-11-24T01:00:08.000Z');
  assert.equal(answered?.state, 'answered');
  assert.equal(afterAnnouncement(answered ?? ringing, 'ringing', '2026-11-24T01:00:09.000Z'), null);
  const ended = afterAnnouncement(answered ?? ringing, 'ended', '2026-11-24T01:02:08.000Z');
  assert.equal(secondsSpoken(ended ?? ringing), 120);
  assert.equal(afterAnnouncement(ended ?? ringing, 'answered', '2026-11-24T01:05:00.000Z'), null);
});

test('Nobody answered: nothing was spoken', () => {
  const missed = afterAnnouncement(ringing, 'ended', '2026-11-24T01:00:30.000Z');
  assert.deepEqual([missed?.answeredAt, secondsSpoken(missed ?? ringing)], [null, null]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineState } from './line-state.ts';

const now = '2026-11-24T02:00:00.000Z';
const well = { isUp: true, isSession: true, toldAt: now, heardAt: now, accepted: 40, delivered: 31 };

test('a line is well, down, silent, or takes and never delivers', () => {
  assert.equal(lineState(well, now), 'up');
  assert.equal(lineState({ ...well, isUp: false }, now), 'down');
  assert.equal(lineState({ ...well, heardAt: '2026-11-24T01:57:00.000Z' }, now), 'silent');
  assert.equal(lineState({ ...well, heardAt: null }, now), 'silent');
  assert.equal(lineState({ ...well, delivered: 0 }, now), 'not-delivering');
  assert.equal(lineState({ ...well, accepted: 9, delivered: 0 }, now), 'up', 'too few to say');
});

test('of a line whose server is gone nothing is known, whatever it said last', () => {
  assert.equal(lineState({ ...well, isUp: false, toldAt: '2026-11-24T01:57:59.000Z' }, now), 'unknown');
});

test('silence says nothing of a line without a session: it is up while what was handed to it went', () => {
  const gateway = { ...well, isSession: false, heardAt: null };
  assert.equal(lineState(gateway, now), 'up');
  assert.equal(lineState({ ...gateway, isUp: false }, now), 'down');
});

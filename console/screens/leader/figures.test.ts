import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LeaderPage } from '../../../src/features/statistics/contract.ts';
import { totalOf } from './figures.ts';

const row = (depth: number, open: number) => ({ depth, open, late: 1 }) as LeaderPage['rows'][number];

describe('figures of the office', () => {
  it('adds up the top of the tree only, since every row counts its own subtree', () => {
    assert.equal(totalOf([row(0, 7), row(1, 3), row(1, 4), row(0, 2)]).open, 9);
    assert.equal(totalOf([row(1, 3), row(2, 3)]).open, 3);
    assert.equal(totalOf([]).open, 0);
  });
});

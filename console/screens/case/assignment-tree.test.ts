import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { placeAssignments } from './assignment-tree.ts';

const one = (id: string, parentId: string | null) => ({ id, parentId }) as CaseView['assignments'][number];

describe('assignment tree', () => {
  it('places what was assigned further under who assigned it, and loses nothing', () => {
    const placed = placeAssignments([
      one('a', null),
      one('b', null),
      one('a1', 'a'),
      one('a2', 'a'),
      one('x', 'unseen'),
    ]);
    assert.deepEqual(
      placed.map(({ assignment, depth }) => `${depth}${assignment.id}`),
      ['0a', '1a1', '1a2', '0b', '0x'],
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readListSearch, toListQuery } from './list-search.ts';

describe('the address of the work list', () => {
  it('keeps what makes sense and drops the rest', () => {
    assert.deepEqual(
      readListSearch({
        queue: 'closing',
        kind: 'complaint',
        status: 'lost',
        late: true,
        for: 'own',
        area: 33,
        q: 2611,
        x: 'y',
      }),
      { queue: 'closing', kind: 'complaint', late: true, for: 'own', area: '33', q: '2611' },
    );
    assert.deepEqual(readListSearch({ late: 'yes', unit: 7, queue: 'everything' }), {});
  });

  it('asks for my turn by deadline unless it says otherwise', () => {
    assert.deepEqual(toListQuery({}, 50), { queue: 'mine', sort: 'due', limit: 50 });
    assert.deepEqual(toListQuery({ queue: 'all', q: 'beras', place: 'Kab. Lebak' }, 50), {
      q: 'beras',
      sort: '-received',
      limit: 50,
    });
    assert.equal(toListQuery({ queue: 'all', status: 'closed', sort: 'due' }, 50).sort, 'due');
  });
});

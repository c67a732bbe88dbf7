import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { UnitView } from '../../src/features/organizations/contract.ts';
import { placeUnits, subtreeOf } from './unit-tree.ts';

const unit = (id: string, parentId: string | null, name = id): UnitView =>
  ({ id, parentId, name }) as UnitView;
const units = [
  unit('sentra', 'ditjen', 'Sentra Kartini'),
  unit('biro', null, 'Biro Humas'),
  unit('ditjen', null, 'Ditjen Rehsos'),
  unit('anak', 'ditjen', 'Dit. Anak'),
  unit('lepas', 'tidak-terlihat', 'Lepas'),
];

describe('unit tree', () => {
  it('places every parent before its children and loses nobody', () => {
    assert.deepEqual(
      placeUnits(units).map((one) => `${one.depth} ${one.unit.id}`),
      ['0 biro', '0 ditjen', '1 anak', '1 sentra', '0 lepas'],
    );
    assert.deepEqual(placeUnits(units)[2]?.trail, ['Ditjen Rehsos']);
  });

  it('knows what lies below a unit', () => {
    assert.deepEqual([...subtreeOf(units, 'ditjen')], ['ditjen', 'anak', 'sentra']);
    assert.deepEqual([...subtreeOf(units, 'biro')], ['biro']);
  });
});

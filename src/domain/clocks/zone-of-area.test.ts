import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneOfArea } from './zone-of-area.ts';

test('the three zones by province', () => {
  assert.equal(zoneOfArea('11.06'), 'Asia/Jakarta');
  assert.equal(zoneOfArea('61'), 'Asia/Jakarta', 'West Kalimantan');
  assert.equal(zoneOfArea('63.71'), 'Asia/Makassar', 'Banjarmasin');
  assert.equal(zoneOfArea('51.02.01'), 'Asia/Makassar');
  assert.equal(zoneOfArea('82'), 'Asia/Jayapura', 'North Maluku');
  assert.equal(zoneOfArea('91.71'), 'Asia/Jayapura');
});

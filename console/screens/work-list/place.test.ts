import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { regencyOf } from './place.ts';

describe('place in a list', () => {
  it('is the regency or city, else the widest that is known', () => {
    assert.equal(regencyOf('Kledung, Kabupaten Temanggung, Jawa Tengah'), 'Temanggung');
    assert.equal(regencyOf('Kec. Kledung, Kab. Temanggung, Jawa Tengah'), 'Temanggung');
    assert.equal(regencyOf('Kota Bekasi, Jawa Barat'), 'Kota Bekasi');
    assert.equal(regencyOf('Kota Administrasi Jakarta Timur, DKI Jakarta'), 'Jakarta Timur');
    assert.equal(regencyOf('Kabupaten Administrasi Kepulauan Seribu, DKI Jakarta'), 'Kepulauan Seribu');
    assert.equal(regencyOf('Papua'), 'Papua');
  });
});

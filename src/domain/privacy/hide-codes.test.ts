import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hiddenCode, hideCodes } from './hide-codes.ts';

test('a code is hidden however it was typed', () => {
  for (const typed of [
    '7KQM-4XRT-9DWP',
    '7kqm4xrt9dwp',
    '7kqm 4xrt 9dwp',
    '7KQM.4XRT.9DWP',
    'KQMX-RTDW-PPQR',
    'kqmx rtdw ppqr',
    '7KQM – 4XRT – 9DWP',
  ])
    assert.equal(hideCodes(`status ${typed}, tolong`), `status ${hiddenCode}, tolong`, typed);
  assert.equal(hideCodes('BALAS KQMXRTDWPPQR belum'), `BALAS ${hiddenCode} belum`, 'without a figure');
});

test('ordinary words and numbers stay', () => {
  assert.equal(hideCodes('Permintaan data. Data Anda sudah ada'), 'Permintaan data. Data Anda sudah ada');
  const words = 'Kesehatannya memburuk, NIK 7371012345678901, uang 500.000 belum cair sejak 12 Mei 2026';
  assert.equal(hideCodes(words), words);
});

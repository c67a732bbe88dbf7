import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskOwn, nationalNumbersIn, nobody, samePhone } from './sealed-words.ts';

const sri = {
  name: 'Sri Rahayu (Yayuk)',
  phone: '0812-7777-3131',
  email: 'sri.rahayu@contoh.id',
  address: 'Jl. Melati No. 5, RT 02/03',
};

const cases: readonly (readonly [string, string])[] = [
  ['NIK saya 3273010101010001, mohon dicek.', 'NIK saya ••••••••••••0001, mohon dicek.'],
  ['KK 3273 0101 0101 0002 dan 3273.0101.0101.0003', 'KK ••••••••••••0002 dan ••••••••••••0003'],
  ['Nomor bukti 32730101010100011 ada 17 angka', 'Nomor bukti 32730101010100011 ada 17 angka'],
  ['Nama saya sri  rahayu (yayuk).', 'Nama saya •••••.'],
  ['SMS ke +62 812 7777 3131 atau 081277773131', 'SMS ke ••••• atau •••••'],
  ['Bukan 0812-7777-31310', 'Bukan 0812-7777-31310'],
  ['SRI.RAHAYU@CONTOH.ID', '•••••'],
  ['Saya di jl. melati no. 5,  RT 02/03 belakang', 'Saya di ••••• belakang'],
  ['Sri Rahayu lain', 'Sri Rahayu lain'],
];

for (const [words, masked] of cases) {
  test(`"${words}" as the office reads it`, () => assert.equal(maskOwn(words, sri), masked));
}

test('who gave nothing has only numbers to hide, and short names hide no words', () => {
  assert.equal(maskOwn('Sri, 0812-7777-3131', nobody), 'Sri, 0812-7777-3131');
  assert.equal(maskOwn('Di Bandung', { ...nobody, name: 'Di' }), 'Di Bandung');
  assert.equal(
    maskOwn('Warga di sini, saya Bunga.', { ...nobody, name: 'Warga' }),
    'Warga di sini, saya Bunga.',
  );
  assert.equal(
    maskOwn('Saya Bunga, penjual bunga.', { ...nobody, name: 'bunga' }),
    'Saya •••••, penjual bunga.',
  );
});

test('numbers are found once each, however grouped', () => {
  assert.deepEqual(nationalNumbersIn('3273010101010001, 3273 0101 0101 0001; 3273010101010002'), [
    '3273010101010001',
    '3273010101010002',
  ]);
});

test('one telephone has one form', () => {
  for (const typed of ['0812 3456 789', '+62-812-3456-789', '62 812 3456789', '8123456789']) {
    assert.equal(samePhone(typed), '628123456789');
  }
});

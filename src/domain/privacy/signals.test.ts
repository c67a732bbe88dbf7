import assert from 'node:assert/strict';
import { test } from 'node:test';
import { privacySignals, secrecyFor } from './signals.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['Lampu jalan mati sejak Senin.', []],
  ['NIK saya 9900112233445566, mohon dicek.', ['national-id']],
  ['Uang masuk ke rekening BRI 1234 5678 9012', ['bank-account']],
  ['Hubungi 0812-0000-0000 saja', ['phone']],
  ['surel saya warga@contoh.id', ['email']],
  ['Balita di rumah itu tidak terurus', ['child']],
  ['Istri sering dipukul', ['violence']],
  ['NIK 3273 0101 0101 0001', ['national-id']],
  ['Pak Lurah tidak ada di tempat', []],
  ['Pak Lurah Slamet tidak pernah di tempat', ['official-name']],
  ['Petugas bernama Tono menolak berkas', ['official-name']],
  ['Saya diminta suap oleh pendamping', ['crime']],
];

for (const [text, expected] of cases) {
  test(`signals in "${text}"`, () => assert.deepEqual(privacySignals(text), expected));
}

test('secrecy only rises, and only where something was found', () => {
  for (const level of ['L0', 'L1', 'L2', 'L3'] as const) assert.equal(secrecyFor(level, []), level);
  assert.equal(secrecyFor('L0', ['phone']), 'L2');
  assert.equal(secrecyFor('L1', ['child']), 'L3');
  assert.equal(secrecyFor('L2', ['national-id']), 'L2');
  assert.equal(secrecyFor('L3', ['national-id']), 'L3');
});

test('the name of somebody who works there is a signal, however it is written', () => {
  assert.deepEqual(privacySignals('Ditolak Budi Hartono.', true), ['official-name']);
});

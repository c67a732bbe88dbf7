import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOrder } from './read-order.ts';

const code = '7KQM4XRT9DWP';
const ids = ['kemensos', 'politeknik'];

const understood: readonly (readonly [string, ReturnType<typeof readOrder>])[] = [
  ['LAPOR jalan rusak', { asks: 'report', text: 'jalan rusak', institution: null }],
  ['lapor: KEMENSOS, kartu hilang', { asks: 'report', text: 'kartu hilang', institution: 'kemensos' }],
  ['Kemensos kartu hilang', { asks: 'report', text: 'kartu hilang', institution: 'kemensos' }],
  ['LAPOTR jalan rusak', { asks: 'report', text: 'jalan rusak', institution: null }],
  ['Jalan di desa kami rusak', { asks: 'report', text: 'Jalan di desa kami rusak', institution: null }],
  ['KEMENSOS', { asks: 'report', text: 'KEMENSOS', institution: null }],
  ['STATUS 7KQM-4XRT-9DWP', { asks: 'status', code }],
  ['  sttaus 7kqm 4xrt 9dwp', { asks: 'status', code }],
  ['Cek.7KQM4XRT9DWP', { asks: 'status', code }],
  ['BALAS 7KQM4XRT9DWP. Sudah saya kirim', { asks: 'reply', code, text: 'Sudah saya kirim' }],
  ['lengkapi 7KQM.4XRT.9DWP desa Galesong', { asks: 'completion', code, text: 'desa Galesong' }],
  ['NILAI 7KQM-4XRT-9DWP 4, cepat', { asks: 'rating', code, score: 4, text: 'cepat' }],
  ['nilai 7KQM-4XRT-9DWP 5', { asks: 'rating', code, score: 5, text: '' }],
  ['NILAI 7KQM-4XRT-9DWP 6', { asks: 'unclear', order: 'NILAI', lacks: 'score' }],
  ['NILAI 7KQM-4XRT-9DWP 45', { asks: 'unclear', order: 'NILAI', lacks: 'score' }],
  ['keberatn 7KQM-4XRT-9DWP belum ada', { asks: 'objection', code, text: 'belum ada' }],
  ['KEBERATAN 7KQM-4XRT-9DWP', { asks: 'unclear', order: 'KEBERATAN', lacks: 'text' }],
  ['STATUS', { asks: 'unclear', order: 'STATUS', lacks: 'code' }],
  ['STATUS 7KQM-4XR', { asks: 'unclear', order: 'STATUS', lacks: 'code' }],
  ['Berhenti!', { asks: 'stop' }],
  ['help', { asks: 'help' }],
  [' ?!', { asks: 'nothing' }],
  ['🙏', { asks: 'nothing' }],
];
for (const [typed, meant] of understood)
  test(`"${typed}" is read`, () => assert.deepEqual(readOrder(typed, ids), meant));

/** The beginning of an ordinary sentence is no order; what was written is reported whole. */
const sentences = [
  'Bantuan PKH saya berhenti sejak Agustus',
  'Status bantuan ibu saya tidak jelas',
  'Berhenti dikirim sejak bulan lalu',
  'Nilai uang yang dipotong 150 ribu',
  'Keberatan kami soal lokasi pasar',
  'Info dari desa berbeda dengan bank',
  'Balas dendam antar warga di pasar',
];
for (const text of sentences)
  test(`"${text}" reports`, () =>
    assert.deepEqual(readOrder(text, ids), { asks: 'report', text, institution: null }));

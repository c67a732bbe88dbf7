import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Reply, readReply } from './read-reply.ts';

const read: readonly (readonly [string, Reply])[] = [
  ['Desa Galesong.', { asks: 'reply', text: 'Desa Galesong.' }],
  ['NILAI 5', { asks: 'rating', score: 5, text: '' }],
  ['nilai: 4, cepat\nsekali', { asks: 'rating', score: 4, text: 'cepat\nsekali' }],
  ['Nilai 4 juta itu belum kembali', { asks: 'reply', text: 'Nilai 4 juta itu belum kembali' }],
  ['NILAI 7KQM-4XRT-9DWP 2 lambat', { asks: 'rating', score: 2, text: 'lambat' }],
  ['KEBERATAN: belum dibayar', { asks: 'objection', text: 'belum dibayar' }],
  ['Keberatan\nBelum dibayar.', { asks: 'objection', text: 'Belum dibayar.' }],
  ['Keberatan kami soal lokasi', { asks: 'reply', text: 'Keberatan kami soal lokasi' }],
  ['KEBERATAN', { asks: 'reply', text: 'KEBERATAN' }],
  ['BALAS 7KQM-4XRT-9DWP sudah', { asks: 'reply', text: 'sudah' }],
  ['Status?', { asks: 'status' }],
  [' ... ', { asks: 'nothing' }],
];
for (const [words, meant] of read)
  test(`"${words}" is ${meant.asks}`, () => assert.deepEqual(readReply(words), meant));

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDay,
  formatNumber,
  formatPlainDate,
  formatTimeElsewhere,
} from './format.ts';
import { translate } from './translate.ts';

const instant = '2026-11-26T09:00:00.000Z';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('dates are words with weekday and zone, in both languages', () => {
  assert.equal(
    plain(formatDateTime(instant, 'Asia/Jakarta', 'id')),
    'Kamis, 26 November 2026, pukul 16.00 WIB',
  );
  assert.equal(
    plain(formatDateTime(instant, 'Asia/Jayapura', 'en')),
    'Thursday, 26 November 2026, 18:00 WIT',
  );
  assert.equal(plain(formatDay(instant, 'Asia/Jakarta', 'id')), 'Kamis, 26 November');
  assert.equal(
    plain(formatTimeElsewhere(instant, 'Asia/Jakarta', 'Asia/Makassar', 'id') ?? ''),
    '17.00 WITA',
  );
  assert.equal(formatTimeElsewhere(instant, 'Asia/Jakarta', 'Asia/Jakarta', 'id'), null);
});

test('a date is not torn apart at the end of a line', () => {
  assert.match(formatDate(instant, 'Asia/Jakarta', 'id'), /26\u00a0November\u00a02026/);
});

test('partial dates, numbers and sizes', () => {
  assert.equal(plain(formatPlainDate('2026-08', 'id')), 'Agustus 2026');
  assert.equal(plain(formatPlainDate('2026-08-17', 'en')), '17 August 2026');
  assert.equal(formatPlainDate('1998', 'id'), '1998');
  assert.equal(formatNumber(1234.5, 'id', 1), '1.234,5');
  assert.equal(plain(formatBytes(1_234_567, 'id')), '1,2 MB');
  assert.equal(plain(formatBytes(288_000, 'id')), '288 kB');
});

test('texts take their slots and a key that exists nowhere is a bug', () => {
  assert.match(translate('id', 'problem.returned-too-often.detail', { limit: 2 }), /dikembalikan 2 kali/);
  assert.throws(() => translate('id', 'tidak.ada'), /tidak\.ada/);
});

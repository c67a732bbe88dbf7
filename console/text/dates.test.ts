import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clockTime, dayKey, longMoment, nextDayKey, shortDay, shortMoment } from './dates.ts';

const due = '2026-11-26T09:00:00Z';
const now = Date.parse('2026-11-24T03:20:00Z');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('dates in words', () => {
  it('names weekday, date, time and zone', () => {
    assert.equal(plain(longMoment(due, 'Asia/Jakarta', 'id')), 'Kamis, 26 November 2026, 16.00 WIB');
    assert.equal(plain(longMoment(due, 'Asia/Makassar', 'en')), 'Thursday, 26 November 2026, 17:00 WITA');
  });

  it('is short in lists, and names another year', () => {
    assert.equal(plain(shortDay(due, 'Asia/Jakarta', 'id', now)), 'Kam 26 Nov');
    assert.equal(plain(shortDay('2027-01-22T09:00:00Z', 'Asia/Jakarta', 'id', now)), '22 Jan 2027');
    assert.equal(plain(shortMoment(due, 'Asia/Jayapura', 'id', now, true)), 'Kam 26 Nov, 18.00 WIT');
    assert.equal(clockTime(due, 'Asia/Jakarta', 'en'), '16:00');
  });

  it('keeps a date on one line', () => {
    assert.equal(shortDay(due, 'Asia/Jakarta', 'id', now).includes(' '), false);
  });

  it('knows which day it is in a zone', () => {
    assert.equal(dayKey('2026-11-24T15:30:00Z', 'Asia/Jakarta'), '2026-11-24');
    assert.equal(dayKey('2026-11-24T15:30:00Z', 'Asia/Jayapura'), '2026-11-25');
    assert.equal(nextDayKey('2026-12-31'), '2027-01-01');
  });
});

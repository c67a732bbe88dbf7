import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyEntry, toSubmission } from './entry.ts';

const now = new Date('2026-11-24T03:20:30Z');

describe('taking down a submission', () => {
  it('begins with the time on the officer’s own clock', () => {
    assert.equal(emptyEntry('kemensos', now, 'Asia/Jakarta').receivedAt, '2026-11-24T10:20');
    assert.equal(emptyEntry('kemensos', now, 'Asia/Jayapura').receivedAt, '2026-11-24T12:20');
  });

  it('sends the words as they were taken down and leaves out what was left out', () => {
    const entry = {
      ...emptyEntry('', now, 'Asia/Jakarta'),
      text: '  Bu, kakek saya\nsakit ',
      channel: 'letter' as const,
    };
    assert.deepEqual(toSubmission(entry, 'Asia/Jakarta'), {
      text: '  Bu, kakek saya\nsakit ',
      channel: 'letter',
      secrecy: 'L2',
      receivedAt: '2026-11-24T03:20:00.000Z',
    });
  });

  it('sends what was given, with the contact in one piece', () => {
    const entry = {
      ...emptyEntry('kemensos', now, 'Asia/Makassar'),
      text: 'Beras berkutu',
      kind: 'complaint' as const,
      areaCode: '33.23',
      phone: ' 0812 ',
      reach: 'sms' as const,
    };
    const body = toSubmission(entry, 'Asia/Makassar');
    assert.deepEqual(body.contact, { phone: '0812', reach: 'sms' });
    assert.deepEqual([body.kind, body.areaCode, body.institution], ['complaint', '33.23', 'kemensos']);
  });
});

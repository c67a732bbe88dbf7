import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseEvent } from './events.ts';
import { withoutWords } from './without-words.ts';

const at = '2026-11-24T01:15:00.000Z';
const id = '01890000-0000-7000-8000-000000000001';
const actor = { kind: 'system' } as const;

test('What anybody wrote is gone, and what the course is computed from is as it was', () => {
  const opened: CaseEvent = {
    type: 'CaseOpened',
    seq: 1,
    at,
    actor,
    data: {
      number: '2611-00001',
      institution: 'kemensos',
      procedure: { id: 'kemensos/pengelolaan-sp4n-lapor', version: 1 },
      channel: 'web',
      receivedAt: at,
      anonymous: false,
      kind: 'complaint',
      title: 'Amplop di loket',
      categoryId: null,
      areaCode: null,
      secrecy: 'L2',
      zone: 'Asia/Jakarta',
    },
  };
  assert.deepEqual(withoutWords(opened), { ...opened, data: { ...opened.data, title: '' } });
});

test('Whom it is about keeps the id and the way to the unit, and loses the name', () => {
  const conflict: CaseEvent = {
    type: 'ConflictRecorded',
    seq: 2,
    at,
    actor,
    data: {
      conflict: id,
      person: { id, name: 'Budi' },
      unit: { id, name: 'Bagian Umum', path: 'a/b' } as never,
      source: 'officer',
      reason: 'Iparnya.',
    },
  };
  assert.deepEqual(withoutWords(conflict).data, {
    conflict: id,
    person: { id, name: '' },
    unit: { id, name: '', path: 'a/b' },
    source: 'officer',
    reason: '',
  });
});

test('A field that nobody has decided about is emptied, however deep it lies', () => {
  const later = {
    type: 'NoteWritten',
    seq: 3,
    at,
    actor,
    data: { text: 'x', of: [{ words: ['y', at, 3, null] }] },
  };
  assert.deepEqual(withoutWords(later as never).data, {
    text: '',
    of: [{ words: ['', at, 3, null] }],
  } as never);
});

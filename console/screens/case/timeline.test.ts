import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TimelineEntry } from '../../../src/features/cases/contract.ts';
import { bodyOf, filterTimeline, toneOf, valuesOf } from './timeline.ts';

const entry = (
  seq: number,
  type: string,
  kind: 'system' | 'reporter' | 'person',
  data: Record<string, unknown> = {},
): TimelineEntry => ({
  seq,
  type,
  at: '2026-11-24T03:20:00Z',
  actor: { kind, name: null, unit: null, onBehalfOf: null },
  data,
});

const entries = [
  entry(1, 'CaseOpened', 'system', { channel: 'web' }),
  entry(2, 'QuestionAsked', 'person', { text: 'Di desa mana?' }),
  entry(3, 'ReporterCompleted', 'reporter', { text: 'Kledung' }),
  entry(4, 'NoteWritten', 'person', { text: 'Sudah dihubungi' }),
];

describe('timeline', () => {
  it('shows the newest first and can be narrowed to the reporter or the notes', () => {
    const seqs = (filter: 'all' | 'reporter' | 'notes') =>
      filterTimeline(entries, filter).map((one) => one.seq);
    assert.deepEqual(seqs('all'), [4, 3, 2, 1]);
    assert.deepEqual(seqs('reporter'), [3, 2]);
    assert.deepEqual(seqs('notes'), [4]);
  });

  it('shows what people wrote and hides codes', () => {
    assert.equal(
      bodyOf(entry(5, 'CaseArchived', 'person', { reason: 'spam', explanation: 'Iklan.' })),
      'Iklan.',
    );
    assert.equal(bodyOf(entry(6, 'CaseReopened', 'system', { reason: 'objection' })), '');
    assert.equal(
      bodyOf(entry(7, 'AnswerReleased', 'person', { answer: { text: 'Sudah dikirim.' } })),
      'Sudah dikirim.',
    );
  });

  it('knows who spoke and names what the sentence needs', () => {
    assert.deepEqual(entries.map(toneOf), ['', 'out', 'in', 'note-inside']);
    const values = valuesOf(
      entry(8, 'Assigned', 'person', { unit: { name: 'Sentra' }, person: null }),
      (key) => key,
    );
    assert.equal(values.to, 'Sentra');
    const missed = (clock: string) =>
      valuesOf(entry(9, 'ClockBreached', 'system', { clock }), (key, given) =>
        `${key} ${given?.no ?? ''}`.trim(),
      ).clock;
    assert.deepEqual(['acceptance#2', 'step:3', 'assignment:x', 'overall'].map(missed), [
      'console.clock.acceptance',
      'console.clock.step 3',
      'console.clock.assignment.one',
      'console.clock.overall',
    ]);
  });
});

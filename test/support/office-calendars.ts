import assert from 'node:assert/strict';
import type {
  EntryInput,
  PreviewView,
  ReadingView,
  RevisionInput,
  RevisionView,
  YearView,
} from '../../src/features/calendars/contract.ts';
import type { Officer } from './office.ts';
import type { Answer } from './office-door.ts';

/** A decree that this office might have got; every word of it is invented. */
export const decreeOfDay: Omit<RevisionInput, 'entries'> = {
  scope: 'amendment',
  year: 2026,
  decreeNumber: 'Keputusan contoh 7/2026',
  decreeDate: '2026-08-01',
  signatories: ['Menteri contoh'],
  reason: 'Satu hari cuti bersama ditambahkan.',
  sourceName: null,
};

export const addedDay = (date: string, area: string | null = null): EntryInput => ({
  change: 'add',
  date,
  name: area === null ? 'Cuti bersama tambahan' : 'Hari jadi kota',
  kind: area === null ? 'cuti-bersama' : 'libur-daerah',
  area,
});

/** What a keeper of calendars does at the desk, over the API. */
export function calendarKeeperAtWork(officer: Officer) {
  const revisions = '/calendars/revisions';
  const triesReading = (content: string | Uint8Array, of: { scope?: string; year?: number } = {}) =>
    officer.ask<ReadingView>({
      path: '/calendars/readings',
      body: {
        scope: of.scope ?? 'amendment',
        year: of.year ?? 2026,
        content: Buffer.from(content).toString('base64'),
      },
    });
  const triesDrafting = (body: object) => officer.ask<RevisionView>({ path: revisions, body });
  const triesHandingOver = (id: string, version = 1, words = '') =>
    officer.ask<RevisionView>({ path: `${revisions}/${id}/handing-over`, body: { version, words } });
  const triesReturning = (id: string, reason: string, version = 1) =>
    officer.ask<RevisionView>({ path: `${revisions}/${id}/return`, body: { version, reason } });
  const triesApplying = (id: string, version = 1) =>
    officer.ask<RevisionView>({ path: `${revisions}/${id}/application`, body: { version } });

  return {
    officer,
    triesReading,
    triesDrafting,
    triesHandingOver,
    triesReturning,
    triesApplying,
    async reads(content: string | Uint8Array, of: { scope?: string; year?: number } = {}) {
      return done(await triesReading(content, of));
    },
    /** Writes a draft; nobody else is asked yet. */
    async writes(entries: readonly EntryInput[], given: Partial<RevisionInput> = {}) {
      return done(await triesDrafting({ ...decreeOfDay, ...given, entries }));
    },
    /** Writes a draft and hands it over. */
    async drafts(entries: readonly EntryInput[], given: Partial<RevisionInput> = {}) {
      const { id } = done(await triesDrafting({ ...decreeOfDay, ...given, entries }));
      return done(await triesHandingOver(id));
    },
    async handsOver(id: string, version = 1, words = '') {
      return done(await triesHandingOver(id, version, words));
    },
    async previews(id: string, query = '') {
      return done(await officer.ask<PreviewView>({ path: `${revisions}/${id}/preview${query}` }));
    },
    async applies(id: string, version = 1) {
      return done(await triesApplying(id, version));
    },
    async revision(id: string) {
      return done(await officer.ask<RevisionView>({ path: `${revisions}/${id}` }));
    },
    async year(year: number) {
      return done(await officer.ask<YearView>({ path: `/calendars/years/${year}` }));
    },
  };
}

function done<T>(answer: Answer<T>): T {
  assert.ok(answer.status < 300, answer.text);
  return answer.body;
}

/** Line and code of each fault of a refusal. */
export function faultsOf(answer: Answer<unknown>): readonly string[] {
  assert.equal(answer.status, 422, answer.text);
  const { code, faults } = answer.body as {
    code: string;
    faults: { line: number | null; code: string; text: string }[];
  };
  assert.equal(code, 'calendar-refused');
  assert.ok(faults.every(({ text }) => text.length > 10 && !text.includes('fault.')));
  return faults.map((fault) => `${fault.line} ${fault.code}`);
}

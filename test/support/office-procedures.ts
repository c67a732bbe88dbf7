import assert from 'node:assert/strict';
import type {
  ComparisonView,
  DraftChange,
  DraftList,
  DraftRelease,
  DraftView,
  NewDraft,
  ProcedureDocument,
  VersionListItem,
  VersionView,
} from '../../src/features/procedures/contract.ts';
import type { Officer } from './office.ts';

/** What a keeper of procedures does at the desk, over the API. */
export function keeperAtWork(officer: Officer) {
  const drafts = '/procedures/drafts';

  async function draft(id: string): Promise<DraftView> {
    const answer = await officer.ask<DraftView>({ path: `${drafts}/${id}` });
    assert.equal(answer.status, 200, answer.text);
    return answer.body;
  }

  const triesStarting = (body: NewDraft) => officer.ask<DraftView>({ path: drafts, body });
  const triesSaving = (id: string, body: DraftChange) =>
    officer.ask<DraftView>({ method: 'PUT', path: `${drafts}/${id}`, body });
  const triesReleasing = (id: string, body: Partial<DraftRelease>) =>
    officer.ask<VersionView>({ method: 'POST', path: `${drafts}/${id}/release`, body });
  const triesDiscarding = (id: string, revision: number) =>
    officer.ask<DraftView>({ method: 'DELETE', path: `${drafts}/${id}?revision=${revision}` });

  return {
    officer,
    draft,
    triesStarting,
    triesSaving,
    triesReleasing,
    triesDiscarding,
    async starts(body: NewDraft): Promise<DraftView> {
      const answer = await triesStarting(body);
      assert.equal(answer.status, 201, answer.text);
      return answer.body;
    },
    /** Changes the document as it is now and saves it. */
    async changes(
      id: string,
      change: (document: ProcedureDocument) => ProcedureDocument,
    ): Promise<DraftView> {
      const { revision, document } = await draft(id);
      const answer = await triesSaving(id, { revision, document: change(document) });
      assert.equal(answer.status, 200, answer.text);
      return answer.body;
    },
    /** With a decree that this office might have signed, against the version that new cases take now. */
    async releases(id: string, given: Partial<DraftRelease> = {}): Promise<VersionView> {
      const { revision, latestVersion } = await draft(id);
      const answer = await triesReleasing(id, { ...decree, revision, supersedes: latestVersion, ...given });
      assert.equal(answer.status, 201, answer.text);
      return answer.body;
    },
    async lists(query = ''): Promise<DraftList> {
      const answer = await officer.ask<DraftList>({ path: `${drafts}${query}` });
      assert.equal(answer.status, 200, answer.text);
      return answer.body;
    },
    async compares(id: string, version?: number): Promise<ComparisonView> {
      const query = version === undefined ? '' : `?with=${version}`;
      const answer = await officer.ask<ComparisonView>({ path: `${drafts}/${id}/comparison${query}` });
      assert.equal(answer.status, 200, answer.text);
      return answer.body;
    },
    async versions(procedureId: string): Promise<readonly VersionListItem[]> {
      const answer = await officer.ask<VersionListItem[]>({ path: `/procedures/${procedureId}/versions` });
      assert.equal(answer.status, 200, answer.text);
      return answer.body;
    },
  };
}

export const decree = {
  number: '17/SJ/HK.01/11/2026',
  date: '2026-11-23',
  signatory: 'Sekretaris Jenderal',
  legalBasis: ['Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'],
  note: 'Berlaku sejak dirilis.',
} as const satisfies Partial<DraftRelease>;

/** The document with one of its rows changed. */
export function withRow(
  document: ProcedureDocument,
  id: string,
  change: Partial<ProcedureDocument['steps'][number]>,
): ProcedureDocument {
  const steps = document.steps.map((step) => (step.id === id ? { ...step, ...change } : step));
  assert.notDeepEqual(steps, document.steps, `row ${id} is there and changes`);
  return { ...document, steps };
}

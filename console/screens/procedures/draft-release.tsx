import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DraftView, VersionView } from '../../../src/features/procedures/contract.ts';
import { load, type Problem, send } from '../../api/client.ts';
import { draftComparisonQuery } from '../../api/draft-queries.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';
import { ChangeCounts, hasEarlier } from './comparison.tsx';
import { FindingList, useCounts } from './findings.tsx';
import { LinesField } from './lines-field.tsx';
import { useSopWords } from './sop-words.ts';

interface DraftReleaseProps {
  readonly view: DraftView;
  readonly isSaved: boolean;
  readonly onReleased: (view: DraftView) => void;
}

/** What is about to come into force, what the linter says of it, and the decree; who may not is told why. */
export function DraftRelease({ view, isSaved, onReleased }: DraftReleaseProps): ReactNode {
  const { t } = useText();
  const counts = useCounts(view.findings);
  const { hindrance } = view.release;
  const grave = view.findings.filter(({ severity }) => severity !== 'note');
  return (
    <>
      <dl className="kv narrow">
        <div>
          <dt>{t('console.draft.authors')}</dt>
          <dd>{view.authors.map(({ name }) => name).join(', ')}</dd>
        </div>
        {hasEarlier(view) ? (
          <div>
            <dt>{t('console.draft.changes')}</dt>
            <dd>
              <Changes view={view} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('console.draft.part.temuan')}</dt>
          <dd>{counts === '' ? t('console.draft.findings.none') : counts}</dd>
        </div>
      </dl>
      {grave.length === 0 ? null : (
        <details className="narrow" open={hindrance === 'errors'}>
          <summary>{t('console.draft.release.findings', { count: grave.length })}</summary>
          <FindingList findings={grave} leads />
        </details>
      )}
      {hindrance === null ? (
        <ReleaseForm view={view} isSaved={isSaved} onReleased={onReleased} />
      ) : (
        <p className="hindrance">{t(`console.draft.hindrance.${hindrance}`)}</p>
      )}
    </>
  );
}

function Changes({ view }: { readonly view: DraftView }): ReactNode {
  const { t } = useText();
  const { data } = useQuery(draftComparisonQuery(view.id, view.revision));
  if (data === undefined) return '…';
  const version = data.before.version ?? 0;
  if (data.same) return t('console.draft.compare.same', { version });
  const { differences } = data;
  return (
    <>
      {t('console.draft.compare.with', { version })} <ChangeCounts differences={differences} />
    </>
  );
}

function ReleaseForm({ view, isSaved, onReleased }: DraftReleaseProps): ReactNode {
  const { t } = useText();
  const words = useSopWords();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const { decree } = view.document;
  const [number, setNumber] = useState(decree.number ?? '');
  const [date, setDate] = useState(decree.date ?? '');
  const [signatory, setSignatory] = useState(decree.signatory ?? '');
  const [legalBasis, setLegalBasis] = useState(view.document.legalBasis);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const release = async (): Promise<void> => {
    setBusy(true);
    const body = {
      revision: view.revision,
      supersedes: view.latestVersion,
      number,
      date,
      signatory,
      legalBasis,
      note,
    };
    const result = await send<VersionView>('POST', `/procedures/drafts/${view.id}/release`, { body });
    setBusy(false);
    if (!result.ok) return setProblem(result.error);
    for (const queryKey of [['procedures'], ['versions'], ['drafts', 'open']]) {
      await client.invalidateQueries({ queryKey });
    }
    announce(t('console.draft.released', { version: result.value.version }), { focus: true });
    onReleased(await load<DraftView>(`/procedures/drafts/${view.id}`));
  };
  const errors = problem?.fields ?? {};
  return (
    <form
      className="form narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void release();
      }}
    >
      <h3>{t('console.draft.release.title', { version: (view.latestVersion ?? 0) + 1 })}</h3>
      <p>{t('console.draft.release.note')}</p>
      {problem === null ? null : <ProblemNote problem={problem} kept />}
      <TextField
        label={words.field('number')}
        value={number}
        onChange={setNumber}
        maxLength={200}
        required
        error={errors.number}
      />
      <TextField
        label={words.field('date')}
        type="date"
        value={date}
        onChange={setDate}
        required
        error={errors.date}
      />
      <TextField
        label={words.field('signatory')}
        value={signatory}
        onChange={setSignatory}
        maxLength={200}
        required
        error={errors.signatory}
      />
      <LinesField
        label={words.field('legalBasis')}
        hint={t('console.draft.lines')}
        rows={3}
        value={legalBasis}
        error={errors.legalBasis}
        onChange={setLegalBasis}
      />
      <TextField
        label={t('console.draft.release.effective')}
        hint={t('console.draft.release.effective.hint')}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={setNote}
        error={errors.note}
      />
      <p className="row-acts">
        <button type="submit" className="btn primary" disabled={!isSaved || busy}>
          {t(busy ? 'console.sending' : 'console.draft.release.act')}
        </button>
      </p>
    </form>
  );
}

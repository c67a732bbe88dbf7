import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DraftView, VersionView } from '../../../src/features/procedures/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { draftComparisonQuery } from '../../api/draft-queries.ts';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';

interface DraftReleaseProps {
  readonly view: DraftView;
  readonly isSaved: boolean;
}

/** What the draft changes, and its release by a second person; who may not is told why before trying. */
export function DraftRelease({ view, isSaved }: DraftReleaseProps): ReactNode {
  const { t } = useText();
  const { hindrance } = view.release;
  return (
    <section className="pad" aria-labelledby="h-release">
      <h2 id="h-release">{t('console.draft.release')}</h2>
      {view.latestVersion === null ? null : <Changes id={view.id} revision={view.revision} />}
      {hindrance === null ? (
        <ReleaseForm view={view} isSaved={isSaved} />
      ) : (
        <p>{t(`console.draft.hindrance.${hindrance}`)}</p>
      )}
    </section>
  );
}

function Changes({ id, revision }: { readonly id: string; readonly revision: number }): ReactNode {
  const { t } = useText();
  const { data } = useQuery(draftComparisonQuery(id, revision));
  if (data === undefined) return null;
  const { steps, head } = data.differences;
  const ids = (list: readonly { readonly id: string }[]): string =>
    list.map((one) => one.id).join(', ') || '–';
  const rows: readonly (readonly [string, string])[] = [
    ['added', ids(steps.added)],
    ['removed', ids(steps.removed)],
    ['changed', ids(steps.changed)],
    ['moved', ids(steps.moved)],
    ['head', String(head.length)],
  ];
  return (
    <>
      <h3>{t('console.draft.changes', { version: data.before.version ?? 0 })}</h3>
      <dl className="kv narrow">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`console.draft.change.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function ReleaseForm({ view, isSaved }: DraftReleaseProps): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [signatory, setSignatory] = useState('');
  const [basis, setBasis] = useState(view.document.legalBasis.join('\n'));
  const [problem, setProblem] = useState<Problem | null>(null);
  const release = async (): Promise<void> => {
    const legalBasis = basis.split('\n').filter((line) => line.trim() !== '');
    const body = {
      revision: view.revision,
      supersedes: view.latestVersion,
      number,
      date,
      signatory,
      legalBasis,
      note: '',
    };
    const result = await send<VersionView>('POST', `/procedures/drafts/${view.id}/release`, { body });
    if (!result.ok) return setProblem(result.error);
    await client.invalidateQueries({ queryKey: ['procedures'] });
    await client.invalidateQueries({ queryKey: ['drafts', 'open'] });
    announce(t('console.draft.released', { version: result.value.version }));
    const [institution = '', name = ''] = view.procedureId.split('/');
    await navigate({ to: '/sop/$institution/$name', params: { institution, name } });
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void release();
      }}
    >
      <p>{t('console.draft.release.note')}</p>
      {problem === null ? null : <ProblemNote problem={problem} kept />}
      <TextField
        label={t('console.draft.number')}
        value={number}
        onChange={setNumber}
        maxLength={200}
        required
      />
      <TextField label={t('console.draft.date')} type="date" value={date} onChange={setDate} required />
      <TextField
        label={t('console.draft.signatory')}
        value={signatory}
        onChange={setSignatory}
        maxLength={200}
        required
      />
      <TextField label={t('console.draft.basis')} rows={4} value={basis} onChange={setBasis} required />
      <p className="row-acts">
        <button type="submit" className="btn primary" disabled={!isSaved}>
          {t('console.draft.release.act')}
        </button>
      </p>
    </form>
  );
}

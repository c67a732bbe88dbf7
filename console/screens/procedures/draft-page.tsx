import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DraftView, FindingView } from '../../../src/features/procedures/contract.ts';
import { draftQuery, drawingQuery } from '../../api/draft-queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { TextField } from '../../parts/fields.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { clockTime, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { DraftRelease } from './draft-release.tsx';
import { DraftRow } from './draft-rows.tsx';
import { useSavedDraft } from './use-saved-draft.ts';
import './procedure.css';

/** A draft of an SOP: its rows to write, and beside them what the linter says and how the form draws it. */
export function DraftPage(): ReactNode {
  const { t } = useText();
  const { id } = useParams({ from: '/sop/naskah/$id' });
  const { data, error, refetch } = useQuery(draftQuery(id));
  useTitle(data?.title ?? t('console.drafts.title'));
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={12} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  return <Draft key={data.id} first={data} />;
}

function Draft({ first }: { readonly first: DraftView }): ReactNode {
  const { t } = useText();
  const saved = useSavedDraft(first);
  const { view, document, change, isSaved } = saved;
  const isOpen = view.state === 'open';
  return (
    <div className="page">
      <div className="head">
        <p className="crumb">
          <Link to="/sop" className="link">
            <Icon name="back" />
            {t('console.procedures.title')}
          </Link>
        </p>
        <h1>{document.title === '' ? view.procedureId : document.title}</h1>
        <p className="facts">{view.reason}</p>
        <SavedLine {...saved} />
      </div>
      <Conflict {...saved} />
      {isOpen ? (
        <section className="pad" aria-labelledby="h-rows">
          <h2 id="h-rows">{t('console.draft.rows')}</h2>
          <TextField
            label={t('console.draft.name')}
            value={document.title}
            unmarked
            onChange={(title) => change({ ...document, title })}
          />
          <Rows document={document} change={change} />
        </section>
      ) : null}
      <Findings findings={view.findings} steps={document.steps.map(({ id }) => id)} />
      <Drawing id={view.id} revision={view.revision} />
      <DraftRelease view={view} isSaved={isSaved} />
    </div>
  );
}

type Saved = ReturnType<typeof useSavedDraft>;

function SavedLine({ view, isSaved, problem }: Saved): ReactNode {
  const { t, language } = useText();
  const time = clockTime(view.updatedAt, readerZone(), language);
  return (
    <p className="facts" role="status">
      {problem === null
        ? t(isSaved ? 'console.draft.saved' : 'console.draft.saving', { time })
        : t('console.draft.unsaved')}
    </p>
  );
}

function Conflict({ problem, saveOver, takeTheirs }: Saved): ReactNode {
  const { t } = useText();
  if (problem === null) return null;
  return (
    <div className="pad">
      <ProblemNote problem={problem} kept>
        {problem.code === 'draft-over' ? null : (
          <p className="row-acts">
            <button type="button" className="btn" onClick={() => void saveOver()}>
              {t('console.draft.save-mine')}
            </button>
            <button type="button" className="btn" onClick={() => void takeTheirs()}>
              {t('console.draft.take-theirs')}
            </button>
          </p>
        )}
      </ProblemNote>
    </div>
  );
}

function Rows({ document, change }: Pick<Saved, 'document' | 'change'>): ReactNode {
  const { t } = useText();
  const { steps } = document;
  const put = (next: typeof steps): void => change({ ...document, steps: next });
  const add = (): void =>
    put([
      ...steps,
      {
        id: String(steps.length + 1),
        activity: '',
        actors: [],
        act: 'receive',
        status: 'received',
        requires: [],
        limit: null,
        output: [],
        next: null,
      },
    ]);
  return (
    <>
      {steps.map((step, place) => (
        <DraftRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the number is being typed and may stand twice
          key={place}
          step={step}
          place={place}
          count={steps.length}
          onChange={(next) => put(steps.with(place, next))}
          onMove={(by) => put(steps.toSpliced(place, 1).toSpliced(place + by, 0, step))}
          onRemove={() => put(steps.toSpliced(place, 1))}
        />
      ))}
      <p className="row-acts">
        <button type="button" className="btn" onClick={add}>
          {t('console.draft.row.add')}
        </button>
      </p>
    </>
  );
}

function Findings({
  findings,
  steps,
}: {
  readonly findings: readonly FindingView[];
  readonly steps: readonly string[];
}): ReactNode {
  const { t } = useText();
  const open = (step: string): void => {
    const row = window.document.getElementById(`baris-${steps.indexOf(step)}`);
    if (!(row instanceof HTMLDetailsElement)) return;
    row.open = true;
    row.querySelector('summary')?.focus();
  };
  return (
    <section className="pad" aria-labelledby="h-findings">
      <h2 id="h-findings">{t('console.draft.findings', { count: findings.length })}</h2>
      <ul className="plain-list">
        {findings.map(({ code, severity, step, path, text, remedy }) => (
          <li key={`${code} ${path.join('.')} ${text}`}>
            <b>{t(`console.draft.severity.${severity}`)}</b> {text} {remedy}{' '}
            {step === null || !steps.includes(step) ? null : (
              <button type="button" className="btn" onClick={() => open(step)}>
                {t('console.draft.to-row', { no: step })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Drawing({ id, revision }: { readonly id: string; readonly revision: number }): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(drawingQuery(id, revision));
  return (
    <section className="pad" aria-labelledby="h-drawing">
      <h2 id="h-drawing">{t('console.draft.drawing')}</h2>
      {error === null ? null : <PageProblem error={error} retry={() => void refetch()} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet wider than the screen must be scrollable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('console.draft.drawing')} lang="id">
        {data?.pages
          .filter(({ kind }) => kind === 'flowchart')
          .map(({ title, svg }) => (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own painter, which escapes every word
            <div key={title} dangerouslySetInnerHTML={{ __html: svg }} />
          ))}
      </section>
    </section>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { RevisionView } from '../../../src/features/calendars/contract.ts';
import { revisionQuery } from '../../api/calendar-queries.ts';
import { send } from '../../api/client.ts';
import { useTitle } from '../../app/use-title.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { civilDay, longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { EntriesTable } from './entries-table.tsx';
import { formOf, toInput } from './entry.ts';
import { PreviewSection } from './preview-section.tsx';
import { RevisionActs } from './revision-acts.tsx';
import { RevisionForm } from './revision-form.tsx';
import { stateOf } from './revisions-section.tsx';
import './calendar.css';

/** One revision: what it changes, what it would move, and whose turn it is; once applied, what it moved. */
export function RevisionPage(): ReactNode {
  const { id } = useParams({ from: '/kalender/$id' });
  const { data, error, refetch } = useQuery(revisionQuery(id));
  useTitle(data?.decreeNumber ?? '');
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={12} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  return <Revision key={data.id} view={data} />;
}

function Revision({ view }: { readonly view: RevisionView }): ReactNode {
  const { t } = useText();
  const [changing, setChanging] = useState(false);
  return (
    <div className="page calendar">
      <Head view={view} />
      {changing ? (
        <ChangeForm view={view} onClose={() => setChanging(false)} />
      ) : (
        <>
          <Passages view={view} />
          <RevisionActs view={view} onChange={() => setChanging(true)} />
          <section className="pad block" aria-labelledby="h-entries">
            <h2 id="h-entries">{t('console.calendar.entries', { count: view.entries.length })}</h2>
            <EntriesTable entries={view.entries} />
          </section>
          {view.state === 'draft' ? <PreviewSection view={view} /> : null}
        </>
      )}
    </div>
  );
}

function Head({ view }: { readonly view: RevisionView }): ReactNode {
  const { t, language } = useText();
  return (
    <div className="head">
      <p className="crumb">
        <Link to="/kalender" search={{ tahun: view.year }} className="link">
          <Icon name="back" />
          {t('console.calendar.title')}
        </Link>
      </p>
      <h1>{view.decreeNumber}</h1>
      <p className="facts">
        <b>{t(`console.calendar.revision.${stateOf(view)}`)}</b>
      </p>
      <dl className="kv tight whole">
        <div>
          <dt>{t('console.calendar.decree-date')}</dt>
          <dd>
            {civilDay(view.decreeDate, language)}, {view.signatories.join(', ')}
          </dd>
        </div>
        <div>
          <dt>{t('console.calendar.scope')}</dt>
          <dd>
            {t(`console.calendar.scope.${view.scope}`)}, {view.year}
          </dd>
        </div>
        <div>
          <dt>{t('console.calendar.reason')}</dt>
          <dd>{view.reason}</dd>
        </div>
        {view.sourceName === null ? null : (
          <div>
            <dt>{t('console.calendar.file')}</dt>
            <dd>{view.sourceName}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** From one person to the next, and what came of it. */
function Passages({ view }: { readonly view: RevisionView }): ReactNode {
  const { t, language } = useText();
  const moment = (at: string): string => longMoment(at, readerZone(), language);
  const { recount } = view;
  return (
    <section className="pad block narrow" aria-labelledby="h-way">
      <h2 id="h-way">{t('console.calendar.way')}</h2>
      <ul className="log">
        <li>
          <span className="dim">{t('console.calendar.way.author')}</span>
          <span>{view.authors.map(({ name }) => name).join(', ')}</span>
        </li>
        {view.passages.map((passage) => (
          <li key={passage.at + passage.kind}>
            <time>{moment(passage.at)}</time>
            <span>
              <b>{passage.by.name}</b> {t(`console.calendar.way.${passage.kind}`)}
              {passage.words === '' ? null : <span className="body quote">{passage.words}</span>}
            </span>
          </li>
        ))}
        {view.appliedBy === null || view.appliedAt === null ? null : (
          <li>
            <time>{moment(view.appliedAt)}</time>
            <span>
              <b>{view.appliedBy.name}</b> {t('console.calendar.way.applied')}
            </span>
          </li>
        )}
      </ul>
      {recount === null ? null : (
        <p role="status">
          {t(recount.doneAt === null ? 'console.calendar.recounting' : 'console.calendar.recounted', {
            count: recount.movedCases,
          })}
        </p>
      )}
    </section>
  );
}

function ChangeForm({
  view,
  onClose,
}: {
  readonly view: RevisionView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  return (
    <RevisionForm
      first={formOf(view)}
      save={(form) =>
        send<RevisionView>('PUT', `/calendars/revisions/${view.id}`, {
          body: { version: view.version, ...toInput(form) },
        })
      }
      onSaved={async () => {
        await client.invalidateQueries({ queryKey: ['calendar'] });
        onClose();
        announce(t('console.calendar.saved'), { focus: true });
      }}
      onCancel={onClose}
    />
  );
}

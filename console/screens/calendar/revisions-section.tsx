import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { RevisionView } from '../../../src/features/calendars/contract.ts';
import { revisionsQuery } from '../../api/calendar-queries.ts';
import { problemOf } from '../../api/client.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { civilDay, longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** What is being written and what waits for a second person; folded below it what was decided. */
export function RevisionsSection(): ReactNode {
  const { t } = useText();
  const drafts = useQuery(revisionsQuery('draft'));
  // Held for a part of an institution the permission keeps no calendar; then there is nothing to show.
  if (drafts.error !== null) {
    return problemOf(drafts.error).code === 'not-authorized' ? null : (
      <PageProblem error={drafts.error} retry={() => void drafts.refetch()} />
    );
  }
  return (
    <section className="pad block" aria-labelledby="h-revisions">
      <h2 id="h-revisions">{t('console.calendar.revisions')}</h2>
      {drafts.data?.length === 0 ? <p className="empty">{t('console.calendar.revisions.empty')}</p> : null}
      <ul className="plain-list">
        {drafts.data?.toSorted(waitingFirst).map((one) => (
          <RevisionLine key={one.id} one={one} />
        ))}
      </ul>
      <History />
    </section>
  );
}

function waitingFirst(a: RevisionView, b: RevisionView): number {
  return Number(b.acts.includes('apply')) - Number(a.acts.includes('apply'));
}

function RevisionLine({ one }: { readonly one: RevisionView }): ReactNode {
  const { t, language } = useText();
  return (
    <li>
      <Link to="/kalender/$id" params={{ id: one.id }} className="link">
        {one.decreeNumber}
      </Link>{' '}
      <b>{t(`console.calendar.revision.${stateOf(one)}`)}</b>{' '}
      <span className="dim">
        {t('console.calendar.revision.facts', {
          year: String(one.year),
          count: one.entries.length,
          names: one.authors.map(({ name }) => name).join(', '),
          moment: longMoment(one.updatedAt, readerZone(), language),
        })}
      </span>
    </li>
  );
}

export function stateOf(one: RevisionView): string {
  if (one.state !== 'draft') return one.state;
  if (one.acts.includes('apply')) return 'for-you';
  if (one.isHandedOver) return 'handed-over';
  return one.passages.at(-1)?.kind === 'returned' ? 'returned' : 'draft';
}

function History(): ReactNode {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className="history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('console.calendar.history')}</summary>
      {open ? <HistoryLists /> : null}
    </details>
  );
}

function HistoryLists(): ReactNode {
  const { t, language } = useText();
  const applied = useQuery(revisionsQuery('applied'));
  const discarded = useQuery(revisionsQuery('discarded'));
  const isEmpty = applied.data?.length === 0 && discarded.data?.length === 0;
  return (
    <>
      {isEmpty ? <p className="empty">{t('console.calendar.history.empty')}</p> : null}
      <ul className="log">
        {applied.data?.map((one) => (
          <li key={one.id}>
            <time>{longMoment(one.appliedAt ?? '', readerZone(), language)}</time>
            <span>
              <Link to="/kalender/$id" params={{ id: one.id }} className="link">
                {one.decreeNumber}
              </Link>
              , {civilDay(one.decreeDate, language)}.{' '}
              <span className="dim">
                {t('console.calendar.history.applied', {
                  authors: one.authors.map(({ name }) => name).join(', '),
                  name: one.appliedBy?.name ?? '',
                  count: one.recount?.movedCases ?? 0,
                })}
              </span>
            </span>
          </li>
        ))}
        {discarded.data?.map((one) => (
          <li key={one.id}>
            <time>{longMoment(one.updatedAt, readerZone(), language)}</time>
            <span>
              <Link to="/kalender/$id" params={{ id: one.id }} className="link">
                {one.decreeNumber}
              </Link>{' '}
              <span className="dim">{t('console.calendar.revision.discarded')}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

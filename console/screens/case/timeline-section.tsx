import { type ReactNode, useId, useState } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useText } from '../../text/text-context.tsx';
import { ReplyForm } from './reply-form.tsx';
import { filterTimeline, type TimelineFilter } from './timeline.ts';
import { TimelineList } from './timeline-list.tsx';

const filters: readonly TimelineFilter[] = ['all', 'reporter', 'notes'];

export function TimelineSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useText();
  const heading = useId();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const entries = filterTimeline(view.timeline, filter);
  return (
    <section aria-labelledby={heading}>
      <div className="sub">
        <h2 id={heading}>{t('console.timeline.title')}</h2>
        <span className="dim">{t('console.timeline.newest')}</span>
        <span className="end">
          {filters.map((name) => (
            <button
              key={name}
              type="button"
              className="btn bare"
              aria-pressed={filter === name}
              onClick={() => setFilter(name)}
            >
              {t(`console.timeline.${name}`, { count: filterTimeline(view.timeline, name).length })}
            </button>
          ))}
        </span>
      </div>
      <ReplyForm view={view} />
      {entries.length === 0 ? (
        <p className="note">{t('console.timeline.empty')}</p>
      ) : (
        <TimelineList entries={entries} deliveries={view.deliveries} zone={view.institution.zone} />
      )}
    </section>
  );
}

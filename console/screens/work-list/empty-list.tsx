import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ListSearch } from '../../app/list-search.ts';
import { useHolds } from '../../app/session.ts';
import { useText } from '../../text/text-context.tsx';

/** An empty list says why it may be empty and what to do next. */
export function EmptyList({
  search,
  filtered,
}: {
  readonly search: ListSearch;
  readonly filtered: boolean;
}): ReactNode {
  const { t } = useText();
  const holds = useHolds();
  const queue = search.queue ?? 'mine';
  if (filtered) {
    return (
      <div className="pad empty">
        <p className="strong">{t('console.empty.filtered')}</p>
        <p>{t('console.empty.filtered.next')}</p>
        <p className="row-acts">
          <Link to="/" search={queue === 'mine' ? {} : { queue }} className="btn">
            {t('console.empty.filtered.clear')}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <div className="pad empty">
      <p className="strong">{t(queue === 'mine' ? 'console.empty.mine' : 'console.empty.queue')}</p>
      <p>{t('console.empty.next')}</p>
      <p className="row-acts">
        {holds('case.read') && queue !== 'all' ? (
          <Link to="/" search={{ queue: 'all' }} className="btn">
            {t('console.queue.all')}
          </Link>
        ) : null}
        {holds('submission.enter') ? (
          <Link to="/catat" className="btn">
            {t('console.entry.title')}
          </Link>
        ) : null}
      </p>
    </div>
  );
}

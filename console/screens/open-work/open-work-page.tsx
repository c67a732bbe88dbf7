import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { openWorkQuery } from '../../api/queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { HolderSection } from './holder-section.tsx';
import './open-work.css';

/** Open tasks by who holds them, to be handed over: all of somebody's, or those chosen. */
export function OpenWorkPage(): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(openWorkQuery);
  useTitle(t('console.work.title'));
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.work.title')}</h1>
      </div>
      <div className="pad open-work">
        <p className="note">{t('console.work.note')}</p>
        {error !== null && data === undefined ? (
          <PageProblem error={error} retry={() => void refetch()} />
        ) : null}
        {data === undefined && error === null ? <Skeleton /> : null}
        {data?.holders.length === 0 ? <p className="empty">{t('console.work.none')}</p> : null}
        {data?.holders.map((holder) => (
          <HolderSection key={holder.person.id} holder={holder} people={data.people} />
        ))}
      </div>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { casesQuery } from '../../api/queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { CaseTable } from '../work-list/case-table.tsx';
import '../work-list/work-list.css';
import '../work-list/work-list-widths.css';

/** The board of the command centre: every urgent case with what is left of its time and who has it, soonest first. */
export function UrgentPage(): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery({
    ...casesQuery({ urgent: true, sort: 'due', limit: 200 }),
    refetchInterval: 20_000,
  });
  const title = t('console.urgent.title');
  useTitle(title);
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="facts">{t('console.urgent.intro')}</p>
      </div>
      {data === undefined ? (
        error === null ? (
          <Skeleton lines={8} />
        ) : (
          <PageProblem error={error} retry={() => void refetch()} whole />
        )
      ) : data.items.length === 0 ? (
        <p className="empty pad">{t('console.urgent.none')}</p>
      ) : (
        <CaseTable
          items={data.items}
          title={title}
          search={{ sort: 'due' }}
          filtered
          onePageOfMany={data.next !== null}
        />
      )}
    </div>
  );
}

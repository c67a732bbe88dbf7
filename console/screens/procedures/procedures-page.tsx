import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { proceduresQuery } from '../../api/queries.ts';
import { useHolds } from '../../app/session.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { DraftListSection } from './draft-list.tsx';

export function ProceduresPage(): ReactNode {
  const { t } = useText();
  const holds = useHolds();
  const { data, error, refetch } = useQuery(proceduresQuery);
  useTitle(t('console.procedures.title'));
  if (data === undefined) {
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} whole />;
  }
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.procedures.title')}</h1>
        <p className="facts">{t('console.procedures.note')}</p>
      </div>
      <div className="pad">
        {data.length === 0 ? <p className="empty">{t('console.procedures.empty')}</p> : null}
        <ul className="plain-list">
          {data.map((one) => {
            const [institution = '', name = ''] = one.id.split('/');
            return (
              <li key={one.id}>
                <Link to="/sop/$institution/$name" params={{ institution, name }} className="link">
                  {one.title}
                </Link>{' '}
                <span className="dim">
                  {one.id}, {t('console.procedures.facts', { version: one.version, count: one.stepCount })}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
      {holds('procedure.manage') ? <DraftListSection procedures={data} /> : null}
    </div>
  );
}

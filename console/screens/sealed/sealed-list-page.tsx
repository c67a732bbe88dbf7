import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sealedListQuery } from '../../api/queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { CaseTable } from '../work-list/case-table.tsx';
import '../work-list/work-list.css';
import '../work-list/work-list-widths.css';

/** What came by the sealed door, for the inspectorate alone: whose turn it is first, then by deadline. */
export function SealedListPage(): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(sealedListQuery);
  const title = t('console.sealed.title');
  useTitle(title);
  if (data === undefined)
    return error === null ? (
      <Skeleton lines={10} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} />
    );
  const mine = data.items.filter(({ myTurn }) => myTurn);
  const open = data.items.filter(({ myTurn, clock }) => !myTurn && clock !== null);
  const over = data.items.filter(({ myTurn, clock }) => !myTurn && clock === null);
  const parts = [
    ['mine', mine],
    ['open', open],
    ['over', over],
  ] as const;
  return (
    <>
      <header className="head">
        <h1>{title}</h1>
        <p className="facts">{t('console.sealed.note')}</p>
      </header>
      {data.items.length === 0 ? (
        <div className="pad empty">
          <p className="strong">{t('console.sealed.empty')}</p>
          <p>{t('console.sealed.empty.next')}</p>
        </div>
      ) : null}
      {parts
        .filter(([, items]) => items.length > 0)
        .map(([part, items]) => (
          <section key={part} aria-labelledby={`h-${part}`} className="sealed-part">
            <h2 id={`h-${part}`} className="pad">
              {t(`console.sealed.${part}`)} <span className="dim">{items.length}</span>
            </h2>
            <CaseTable
              items={items}
              title={t(`console.sealed.${part}`)}
              search={part === 'over' ? { sort: '-received' } : {}}
              filtered={false}
              onePageOfMany={false}
            />
          </section>
        ))}
    </>
  );
}

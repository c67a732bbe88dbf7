import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { casesQuery } from '../../api/queries.ts';
import { useHolds } from '../../app/session.ts';
import { useNow } from '../../app/use-now.ts';
import { useText } from '../../text/text-context.tsx';
import { timeLeft } from '../work-list/due.ts';

/** Handling reports that the unit examined and its head has not closed; only for those who close. */
export function WaitingForClosing(): ReactNode {
  const { t } = useText();
  const holds = useHolds();
  const now = useNow();
  const may = holds('case.close');
  const { data } = useQuery({ ...casesQuery({ queue: 'closing', sort: 'due', limit: 20 }), enabled: may });
  if (!may) return null;
  const items = data?.items ?? [];
  return (
    <section className="pad block" aria-labelledby="h-closing">
      <h2 id="h-closing">{t('console.leader.waiting')}</h2>
      <p className="note">{t('console.leader.waiting.note')}</p>
      {data !== undefined && items.length === 0 ? (
        <p className="empty">{t('console.leader.waiting.empty')}</p>
      ) : null}
      {items.length === 0 ? null : (
        <table className="rows">
          <caption className="vh">{t('console.leader.waiting')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('console.column.left')}</th>
              <th scope="col">{t('console.column.number')}</th>
              <th scope="col">{t('console.column.words')}</th>
              <th scope="col">{t('console.column.unit')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => {
              const left = item.clock === null ? null : timeLeft(item.clock, now);
              return (
                <tr key={item.id}>
                  <td className={left === null ? 'nw' : `nw ${left.tone}`}>
                    {left === null ? '' : t(left.key, left.values)}
                  </td>
                  <td className="nw">{item.number}</td>
                  <th scope="row">
                    <Link to="/perkara/$id" params={{ id: item.id }} className="link">
                      {item.title}
                    </Link>
                  </th>
                  <td>{item.unit?.name ?? t('console.unit.none')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { casesQuery } from '../../api/queries.ts';
import { useHolds } from '../../app/session.ts';
import { useNow } from '../../app/use-now.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
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
        <Rows
          caption={t('console.leader.waiting')}
          columns={[
            t('console.column.left'),
            t('console.column.number'),
            t('console.column.subject'),
            t('console.column.unit'),
          ]}
        >
          {items.map((item) => {
            const left = item.clock === null ? null : timeLeft(item.clock, now);
            return (
              <Row key={item.id}>
                <Cell className={left === null ? 'nw' : `nw ${left.tone}`}>
                  {left === null ? '' : t(left.key, left.values)}
                </Cell>
                <Cell className="nw">{item.number}</Cell>
                <RowHead>
                  <Link to="/perkara/$id" params={{ id: item.id }} className="name">
                    {item.title}
                  </Link>
                </RowHead>
                <Cell>{item.unit?.name ?? t('console.unit.none')}</Cell>
              </Row>
            );
          })}
        </Rows>
      )}
      {data?.next == null ? null : (
        <p className="row-acts">
          <Link to="/" search={{ queue: 'closing' }} className="btn">
            {t('console.leader.waiting.all')}
          </Link>
        </p>
      )}
    </section>
  );
}

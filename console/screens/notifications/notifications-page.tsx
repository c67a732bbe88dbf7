import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { send } from '../../api/client.ts';
import { notificationsQuery } from '../../api/queries.ts';
import { useNow } from '../../app/use-now.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** What the system told this person; opening one marks it as read. */
export function NotificationsPage(): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(notificationsQuery);
  useTitle(t('console.notifications.title'));
  const read = async (id: string): Promise<void> => {
    await send('POST', `/notifications/${id}/reading`);
    await client.invalidateQueries({ queryKey: notificationsQuery.queryKey });
  };
  if (data === undefined) {
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} />;
  }
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.notifications.title')}</h1>
        <p className="facts">{t('console.notifications.unread', { count: data.unread })}</p>
      </div>
      {data.items.length === 0 ? (
        <p className="pad empty">{t('console.notifications.empty')}</p>
      ) : (
        <ol className="log pad">
          {data.items.map((one) => (
            <li key={one.id} className={one.readAt === null ? 'unread' : undefined}>
              <time dateTime={one.createdAt}>{shortMoment(one.createdAt, readerZone(), language, now)}</time>
              <div>
                <p>
                  {one.readAt === null ? <b className="vh">{t('console.notifications.new')} </b> : null}
                  <b>{one.subject}</b>
                </p>
                <p className="quote">{one.body}</p>
                <p className="row-acts">
                  <button
                    type="button"
                    className="btn"
                    onClick={() => {
                      if (one.readAt === null) void read(one.id);
                      void navigate({ to: '/perkara/$id', params: { id: one.caseId } });
                    }}
                  >
                    {t('console.notifications.open', { number: one.caseNumber })}
                  </button>
                  {one.readAt === null ? (
                    <button type="button" className="btn bare" onClick={() => void read(one.id)}>
                      {t('console.notifications.read')}
                    </button>
                  ) : null}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

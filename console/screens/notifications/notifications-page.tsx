import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { NotificationView } from '../../../src/features/notifications/contract.ts';
import { send } from '../../api/client.ts';
import { notificationsQuery, olderNotificationsQuery } from '../../api/queries.ts';
import { useNow } from '../../app/use-now.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** What the system told this person; opening one marks it as read. */
export function NotificationsPage(): ReactNode {
  const { t } = useText();
  const client = useQueryClient();
  const [trail, setTrail] = useState<readonly string[]>([]);
  const cursor = trail.at(-1);
  const { data, error, refetch } = useQuery(
    cursor === undefined ? notificationsQuery : olderNotificationsQuery(cursor),
  );
  useTitle(t('console.notifications.title'));
  const read = async (path: string, body?: object): Promise<void> => {
    await send('POST', path, body === undefined ? {} : { body });
    await client.invalidateQueries({ queryKey: ['notifications', 'own'] });
  };
  if (data === undefined) {
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} whole />;
  }
  const newest = trail.length === 0 ? data.items[0] : undefined;
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.notifications.title')}</h1>
        <p className="facts">{t('console.notifications.unread', { count: data.unread })}</p>
        {data.unread === 0 || newest === undefined ? null : (
          <p className="end">
            <button
              type="button"
              className="btn"
              onClick={() => void read('/notifications/reading', { upTo: newest.id })}
            >
              {t('console.notifications.read-all')}
            </button>
          </p>
        )}
      </div>
      {data.items.length === 0 ? (
        <p className="pad empty">{t('console.notifications.empty')}</p>
      ) : (
        <ol className="log notices pad">
          {data.items.map((one) => (
            <Notice key={one.id} one={one} onRead={() => void read(`/notifications/${one.id}/reading`)} />
          ))}
        </ol>
      )}
      {trail.length === 0 && data.next === null ? null : (
        <p className="row-acts pad">
          <button
            type="button"
            className="btn"
            disabled={trail.length === 0}
            onClick={() => setTrail(trail.slice(0, -1))}
          >
            {t('console.notifications.newer')}
          </button>
          <button
            type="button"
            className="btn"
            disabled={data.next === null}
            onClick={() => (data.next === null ? undefined : setTrail([...trail, data.next]))}
          >
            {t('console.notifications.older')}
          </button>
        </p>
      )}
    </div>
  );
}

function Notice({ one, onRead }: { readonly one: NotificationView; readonly onRead: () => void }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const fresh = one.readAt === null;
  return (
    <li className={fresh ? 'unread' : undefined}>
      <time dateTime={one.createdAt}>{shortMoment(one.createdAt, readerZone(), language, now)}</time>
      <div>
        <p>
          {fresh ? <b className="vh">{t('console.notifications.new')} </b> : null}
          <Link
            {...(one.caseId === null
              ? { to: '/akun' as const }
              : { to: '/perkara/$id' as const, params: { id: one.caseId } })}
            className="name"
            onClick={() => (fresh ? onRead() : undefined)}
          >
            {one.subject}
          </Link>
        </p>
        <p className="quote">{one.body}</p>
      </div>
      {fresh ? (
        <button type="button" className="btn bare" onClick={onRead}>
          {t('console.notifications.read')}
          <span className="vh"> {one.subject}</span>
        </button>
      ) : null}
    </li>
  );
}

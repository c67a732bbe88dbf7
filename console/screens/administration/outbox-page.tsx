import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { NotificationView } from '../../../src/features/notifications/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { outboxQuery } from '../../api/queries.ts';
import { useHolds } from '../../app/session.ts';
import { useNow } from '../../app/use-now.ts';
import { SelectField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from './admin-page.tsx';

const statuses: readonly NotificationView['status'][] = [
  'queued',
  'sent',
  'delivered',
  'failed',
  'given-up',
  'readable',
];

/** Every message that left or should have left, and those that nobody will get unless somebody looks. */
export function OutboxPage(): ReactNode {
  const { t } = useText();
  const { status = '' } = useSearch({ from: '/kotak-keluar' });
  const navigate = useNavigate();
  const [trail, setTrail] = useState<readonly string[]>([]);
  const { data, error, refetch } = useQuery(outboxQuery(status, trail.at(-1)));
  return (
    <AdminPage
      title={t('console.outbox.title')}
      note={t('console.outbox.note')}
      search={
        <SelectField
          label={t('console.outbox.status')}
          value={status}
          onChange={(next) => {
            setTrail([]);
            void navigate({ to: '/kotak-keluar', search: next === '' ? {} : { status: next } });
          }}
          empty={t('console.filter.any')}
          options={statuses.map((id) => ({ id, name: t(`console.delivery.${id}`) }))}
        />
      }
    >
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data?.items.length === 0 ? <p className="empty">{t('console.outbox.empty')}</p> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <Rows
          caption={t('console.outbox.title')}
          columns={[
            t('console.outbox.message'),
            t('console.outbox.when'),
            t('console.outbox.to'),
            t('console.outbox.status'),
          ]}
        >
          {data.items.map((one) => (
            <OutboxRow key={one.id} one={one} />
          ))}
        </Rows>
      )}
      <p className="row-acts">
        {trail.length === 0 ? null : (
          <button type="button" className="btn" onClick={() => setTrail(trail.slice(0, -1))}>
            {t('console.previous')}
          </button>
        )}
        {data?.next == null ? null : (
          <button type="button" className="btn" onClick={() => setTrail([...trail, data.next ?? ''])}>
            {t('console.next')}
          </button>
        )}
      </p>
    </AdminPage>
  );
}

function OutboxRow({ one }: { readonly one: NotificationView }): ReactNode {
  const { t, knows, language } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const now = useNow();
  const [problem, setProblem] = useState<Problem | null>(null);
  const way = `console.delivery-channel.${one.channel}`;
  const stuck = one.status === 'failed' || one.status === 'given-up';
  const retry = async (): Promise<void> => {
    const result = await send('POST', `/notifications/${one.id}/retry`);
    if (!result.ok) return setProblem(result.error);
    await client.invalidateQueries({ queryKey: ['notifications', 'outbox'] });
    announce(t('console.outbox.retried'), { focus: true });
  };
  return (
    <Row>
      <RowHead>
        {one.subject}
        <CaseOf one={one} />
        {problem === null ? null : <ProblemNote problem={problem} />}
      </RowHead>
      <Cell className="nw">{shortMoment(one.createdAt, readerZone(), language, now)}</Cell>
      <Cell name={t('console.outbox.to')}>
        {one.recipientName ?? t(`console.recipient.${one.recipientKind}`)}
        <small>{knows(way) ? t(way) : one.channel}</small>
      </Cell>
      <Cell name={t('console.outbox.status')}>
        <span className={stuck ? 'strong' : undefined}>{t(`console.delivery.${one.status}`)}</span>
        {one.attempts === 0 ? null : (
          <small>
            {t('console.outbox.attempts', { count: one.attempts })}
            {one.lastError === null ? null : `; ${one.lastError}`}
          </small>
        )}
        {stuck ? (
          <button type="button" className="btn" onClick={() => void retry()}>
            {t('console.outbox.retry')}
          </button>
        ) : null}
      </Cell>
    </Row>
  );
}

/** The case a message is of, to open for whoever reads cases; a message of a deputyship has none. */
function CaseOf({ one }: { readonly one: NotificationView }): ReactNode {
  const holds = useHolds();
  const { caseId, caseNumber } = one;
  if (caseId === null || caseNumber === null) return null;
  if (!holds('case.read')) return one.subject.includes(caseNumber) ? null : <small>{caseNumber}</small>;
  return (
    <small>
      <Link to="/perkara/$id" params={{ id: caseId }} className="link">
        {caseNumber}
      </Link>
    </small>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WebhookView } from '../../../src/features/webhooks/contract.ts';
import { webhookQuery } from '../../api/webhook-queries.ts';
import { useNow } from '../../app/use-now.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from '../administration/admin-page.tsx';
import { DeliveriesSection } from './deliveries-section.tsx';
import { StateWords } from './state-words.tsx';
import { WebhookActs } from './webhook-acts.tsx';
import './webhooks.css';

/** One receiver: how it stands, what can be done about it, and what became of every letter. */
export function WebhookPage(): ReactNode {
  const { t } = useText();
  const { id } = useParams({ from: '/webhook/$id' });
  const { data: webhook, error, refetch } = useQuery(webhookQuery(id));
  return (
    <AdminPage
      title={webhook === undefined ? t('console.webhooks.menu') : new URL(webhook.url).host}
      search={
        <p className="row-acts tight">
          <Link to="/webhook" className="btn">
            {t('console.webhooks.back')}
          </Link>
        </p>
      }
    >
      {error !== null && webhook === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {webhook === undefined && error === null ? <Skeleton /> : null}
      {webhook === undefined ? null : (
        <>
          {webhook.state === 'stopped' ? <p className="problem">{t('console.webhooks.stopped')}</p> : null}
          <Facts webhook={webhook} />
          <WebhookActs webhook={webhook} />
          <DeliveriesSection webhook={webhook} />
        </>
      )}
    </AdminPage>
  );
}

function Facts({ webhook }: { readonly webhook: WebhookView }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const moment = (at: string) => shortMoment(at, readerZone(), language, now);
  const { url, events, deliveredAt, retryAt, keys, state } = webhook;
  return (
    <dl className="kv webhook-facts">
      <div>
        <dt>{t('console.webhooks.url')}</dt>
        <dd>{url}</dd>
      </div>
      <div>
        <dt>{t('console.webhooks.events')}</dt>
        <dd>{events.map((event) => t(`console.webhooks.event.${event}`)).join('; ')}</dd>
      </div>
      <div>
        <dt>{t('console.admin.state')}</dt>
        <dd>
          <StateWords webhook={webhook} />
          {retryAt === null || state !== 'active' ? null : (
            <small>{t('console.webhooks.next-try', { moment: moment(retryAt) })}</small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('console.webhooks.last')}</dt>
        <dd>{deliveredAt === null ? t('console.webhooks.never-arrived') : moment(deliveredAt)}</dd>
      </div>
      <div>
        <dt>{t('console.webhooks.keys')}</dt>
        <dd>
          {keys.map((key) => (
            <span key={key.id} className="webhook-key">
              <code>{key.id}</code>
              <small>
                {key.expiresAt === null
                  ? t('console.webhooks.key.since', { moment: moment(key.createdAt) })
                  : t('console.webhooks.key.until', { moment: moment(key.expiresAt) })}
              </small>
            </span>
          ))}
        </dd>
      </div>
    </dl>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DeliveryView, WebhookView } from '../../../src/features/webhooks/contract.ts';
import { deliveriesQuery } from '../../api/webhook-queries.ts';
import { SelectField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { DeliveryRow } from './delivery-row.tsx';
import { ReplayForm } from './replay-form.tsx';

const states: readonly DeliveryView['state'][] = ['waiting', 'delivered', 'given-up'];

/** The log: every letter of the last thirty days, and what can be sent again. */
export function DeliveriesSection({ webhook }: { readonly webhook: WebhookView }): ReactNode {
  const { t } = useText();
  const [state, setState] = useState('');
  const [trail, setTrail] = useState<readonly string[]>([]);
  const { data, error, refetch } = useQuery(deliveriesQuery(webhook.id, state, trail.at(-1)));
  return (
    <section className="block webhook-log">
      <h2>{t('console.webhooks.log')}</h2>
      <p className="note">{t('console.webhooks.log.note')}</p>
      <div className="webhook-tools">
        <SelectField
          label={t('console.webhooks.delivery')}
          value={state}
          onChange={(next) => {
            setTrail([]);
            setState(next);
          }}
          empty={t('console.filter.any')}
          options={states.map((id) => ({ id, name: t(`console.webhooks.delivery.${id}`) }))}
        />
        <ReplayForm id={webhook.id} />
      </div>
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data?.items.length === 0 ? <p className="empty">{t('console.webhooks.log.empty')}</p> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <Rows
          caption={t('console.webhooks.log')}
          columns={[
            t('console.webhooks.told'),
            t('console.webhooks.when'),
            t('console.webhooks.delivery'),
            t('console.webhooks.again'),
          ]}
        >
          {data.items.map((one) => (
            <DeliveryRow key={one.id} webhookId={webhook.id} one={one} />
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
    </section>
  );
}

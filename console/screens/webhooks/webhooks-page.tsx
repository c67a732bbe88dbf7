import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { WebhookView, WebhookWithSecret } from '../../../src/features/webhooks/contract.ts';
import { webhooksQuery } from '../../api/webhook-queries.ts';
import { useNow } from '../../app/use-now.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from '../administration/admin-page.tsx';
import { useInstitution } from '../administration/use-institution.ts';
import { SecretShown } from './secret-shown.tsx';
import { StateWords } from './state-words.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';

/** The systems that are told what happens to cases of an institution. */
export function WebhooksPage(): ReactNode {
  const { t } = useText();
  const of = useInstitution();
  const { data, error, refetch } = useQuery(webhooksQuery(of.institution));
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<WebhookWithSecret | null>(null);
  return (
    <AdminPage
      title={t('console.webhooks.title')}
      of={of}
      addLabel={t('console.webhooks.add')}
      onAdd={() => setAdding(true)}
    >
      <p className="note">{t('console.webhooks.note')}</p>
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data?.items.length === 0 ? <p className="empty">{t('console.webhooks.none')}</p> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <Rows
          caption={t('console.webhooks.title')}
          columns={[t('console.webhooks.url'), t('console.webhooks.events'), t('console.admin.state')]}
        >
          {data.items.map((item) => (
            <WebhookRow key={item.id} item={item} />
          ))}
        </Rows>
      )}
      {adding ? (
        <WebhookDialog
          institution={of.institution}
          webhook={null}
          onClose={() => setAdding(false)}
          onAdded={setShown}
        />
      ) : null}
      {shown === null ? null : <SecretShown shown={shown} onClose={() => setShown(null)} />}
    </AdminPage>
  );
}

function WebhookRow({ item }: { readonly item: WebhookView }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  return (
    <Row className={item.state === 'paused' ? 'off' : undefined}>
      <RowHead className="wrap">
        <Link to="/webhook/$id" params={{ id: item.id }} className="link">
          {item.url}
        </Link>
        <small>
          {item.deliveredAt === null
            ? t('console.webhooks.never-arrived')
            : t('console.webhooks.arrived', {
                moment: shortMoment(item.deliveredAt, readerZone(), language, now),
              })}
        </small>
      </RowHead>
      <Cell name={t('console.webhooks.events')}>
        {item.events.map((event) => t(`console.webhooks.event.${event}`)).join('; ')}
      </Cell>
      <Cell name={t('console.admin.state')}>
        <StateWords webhook={item} />
      </Cell>
    </Row>
  );
}

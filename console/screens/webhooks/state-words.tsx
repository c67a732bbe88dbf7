import type { ReactNode } from 'react';
import type { WebhookView } from '../../../src/features/webhooks/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** How a receiver stands: whether it is told, since when nothing arrives, what waits. */
export function StateWords({ webhook }: { readonly webhook: WebhookView }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const { state, failingSince, waiting } = webhook;
  return (
    <>
      <span className={state === 'stopped' ? 'strong' : undefined}>
        {t(`console.webhooks.state.${state}`)}
      </span>
      {failingSince === null ? null : (
        <small className="strong">
          {t('console.webhooks.failing', {
            moment: shortMoment(failingSince, readerZone(), language, now),
          })}
        </small>
      )}
      {waiting === 0 ? null : <small>{t('console.webhooks.waiting', { count: waiting })}</small>}
    </>
  );
}

import type { ReactNode } from 'react';
import type { WebhookWithSecret } from '../../../src/features/webhooks/contract.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../text/text-context.tsx';

interface SecretShownProps {
  readonly shown: WebhookWithSecret;
  readonly onClose: () => void;
}

/** The secret that letters are signed with, to be handed to the receiver now: it is never shown again. */
export function SecretShown({ shown, onClose }: SecretShownProps): ReactNode {
  const { t } = useText();
  const { webhook, secret } = shown;
  const isRenewed = webhook.keys.length > 1;
  return (
    <Dialog title={t('console.webhooks.secret.title')} onClose={onClose} mustStay>
      <p>{t(isRenewed ? 'console.webhooks.secret.renewed' : 'console.webhooks.secret.note')}</p>
      <dl className="kv">
        <div>
          <dt>{t('console.webhooks.url')}</dt>
          <dd className="wrap">{webhook.url}</dd>
        </div>
        <div>
          <dt>{t('console.webhooks.secret')}</dt>
          <dd>
            <code className="secret webhook-secret">{secret}</code>
          </dd>
        </div>
      </dl>
      <p className="row-acts">
        <button type="button" className="btn primary" onClick={onClose}>
          {t('console.webhooks.secret.noted')}
        </button>
      </p>
    </Dialog>
  );
}

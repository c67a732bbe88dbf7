import { type ReactNode, useId, useState } from 'react';
import { messageTypes } from '../../../src/domain/webhooks/case-message.ts';
import type {
  WebhookInput,
  WebhookView,
  WebhookWithSecret,
} from '../../../src/features/webhooks/contract.ts';
import { CheckField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';

interface WebhookDialogProps {
  readonly institution: string;
  /** Null: a new one. */
  readonly webhook: WebhookView | null;
  readonly onClose: () => void;
  readonly onAdded?: (added: WebhookWithSecret) => void;
}

export function WebhookDialog({ institution, webhook, onClose, onAdded }: WebhookDialogProps): ReactNode {
  const { t } = useText();
  const about = useId();
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [events, setEvents] = useState<WebhookInput['events']>(webhook?.events ?? [...messageTypes]);
  const state = webhook?.state === 'paused' ? 'paused' : 'active';
  return (
    <EditDialog<WebhookWithSecret>
      title={t(webhook === null ? 'console.webhooks.add' : 'console.webhooks.change')}
      method={webhook === null ? 'POST' : 'PUT'}
      path={webhook === null ? `/institutions/${institution}/webhooks` : `/webhooks/${webhook.id}`}
      body={() => (webhook === null ? { url, events } : { url, events, state })}
      refresh={[['webhooks']]}
      said={t('console.webhooks.saved')}
      onClose={onClose}
      {...(onAdded === undefined ? {} : { onDone: onAdded })}
    >
      {(errors) => (
        <>
          <TextField
            label={t('console.webhooks.url')}
            hint={t('console.webhooks.url.hint')}
            required
            maxLength={1000}
            value={url}
            onChange={setUrl}
            error={errors.url}
          />
          <fieldset className="group" aria-describedby={about}>
            <legend>{t('console.webhooks.events')}</legend>
            {messageTypes.map((type) => (
              <CheckField
                key={type}
                label={t(`console.webhooks.event.${type}`)}
                value={events.includes(type)}
                onChange={(wanted) =>
                  setEvents(messageTypes.filter((one) => (one === type ? wanted : events.includes(one))))
                }
              />
            ))}
            <div id={about}>
              {errors.events === undefined ? null : <p className="field-error">{errors.events}</p>}
            </div>
          </fieldset>
        </>
      )}
    </EditDialog>
  );
}

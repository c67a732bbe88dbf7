import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Result } from '../../../src/domain/shared/result.ts';
import type { PingAnswer, WebhookView, WebhookWithSecret } from '../../../src/features/webhooks/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';
import { PingShown } from './ping-shown.tsx';
import { SecretShown } from './secret-shown.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';

/** What can be done about a receiver. What cannot be taken back is asked for once more. */
export function WebhookActs({ webhook }: { readonly webhook: WebhookView }): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [editing, setEditing] = useState(false);
  const [sure, setSure] = useState<'secret' | 'remove' | null>(null);
  const [answer, setAnswer] = useState<PingAnswer | null>(null);
  const [shown, setShown] = useState<WebhookWithSecret | null>(null);
  const { id, url, events, state } = webhook;

  const attempt = async <T,>(
    act: Promise<Result<T, Problem>>,
    then: (value: T) => unknown,
  ): Promise<void> => {
    setBusy(true);
    setSure(null);
    setProblem(null);
    const result = await act;
    setBusy(false);
    if (!result.ok) return setProblem(result.error);
    await then(result.value);
    await client.invalidateQueries({ queryKey: ['webhooks'] });
  };
  const turn = (next: 'active' | 'paused') =>
    attempt(send('PUT', `/webhooks/${id}`, { body: { url, events, state: next } }), () =>
      announce(t(next === 'active' ? 'console.webhooks.goes-on' : 'console.webhooks.paused'), {
        focus: true,
      }),
    );
  const ping = () => attempt(send<PingAnswer>('POST', `/webhooks/${id}/ping`), setAnswer);
  const renew = () => attempt(send<WebhookWithSecret>('POST', `/webhooks/${id}/secret`), setShown);
  const remove = () =>
    attempt(send('DELETE', `/webhooks/${id}`), () => {
      announce(t('console.webhooks.removed'), { focus: true });
      // Gone from here before anything is asked for anew.
      return navigate({ to: '/webhook' });
    });

  return (
    <>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <p className="row-acts">
        <button type="button" className="btn primary" disabled={busy} onClick={() => void ping()}>
          {t(busy ? 'console.sending' : 'console.webhooks.ping')}
        </button>
        <button type="button" className="btn" onClick={() => setEditing(true)}>
          {t('console.webhooks.change')}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => void turn(state === 'active' ? 'paused' : 'active')}
        >
          {t(state === 'active' ? 'console.webhooks.pause' : 'console.webhooks.go-on')}
        </button>
        <button type="button" className="btn" onClick={() => setSure('secret')}>
          {t('console.webhooks.renew')}
        </button>
        <button type="button" className="btn" onClick={() => setSure('remove')}>
          {t('console.webhooks.remove')}
        </button>
      </p>
      {sure === null ? null : (
        <section className="note" aria-label={t(`console.webhooks.${sure}.title`)}>
          <p>{t(`console.webhooks.${sure}.sure`)}</p>
          <p className="row-acts">
            <button
              type="button"
              className="btn"
              onClick={() => void (sure === 'secret' ? renew() : remove())}
            >
              {t(`console.webhooks.${sure}.do`)}
            </button>
            <button type="button" className="btn bare" onClick={() => setSure(null)}>
              {t('console.cancel')}
            </button>
          </p>
        </section>
      )}
      {answer === null ? null : <PingShown answer={answer} />}
      {editing ? (
        <WebhookDialog
          institution={webhook.institution}
          webhook={webhook}
          onClose={() => setEditing(false)}
        />
      ) : null}
      {shown === null ? null : <SecretShown shown={shown} onClose={() => setShown(null)} />}
    </>
  );
}

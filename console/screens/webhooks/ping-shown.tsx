import type { ReactNode } from 'react';
import type { PingAnswer } from '../../../src/features/webhooks/contract.ts';
import { useText } from '../../text/text-context.tsx';
import { useFaultWords } from './fault-words.ts';

/** What the receiver answered to a trial letter. Its own words are shown as text, and kept nowhere. */
export function PingShown({ answer }: { readonly answer: PingAnswer }): ReactNode {
  const { t } = useText();
  const faultWords = useFaultWords();
  const { status, fault, milliseconds, text } = answer;
  const arrived = status !== null && status >= 200 && status < 300;
  return (
    <section className="note webhook-answer" role="status">
      <p className="strong">
        {t(arrived ? 'console.webhooks.ping.arrived' : 'console.webhooks.ping.failed')}
      </p>
      <p>
        {faultWords(status, fault)}
        {milliseconds === null ? null : `, ${t('console.webhooks.took', { count: milliseconds })}`}
      </p>
      {text === '' ? null : (
        <>
          <p>{t('console.webhooks.ping.said')}</p>
          <pre>{text}</pre>
        </>
      )}
    </section>
  );
}

import { type ReactNode, useState } from 'react';
import type { DeliveryView } from '../../../src/features/webhooks/contract.ts';
import type { Problem } from '../../api/client.ts';
import { useNow } from '../../app/use-now.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Cell, Row, RowHead } from '../../parts/rows.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { useFaultWords } from './fault-words.ts';
import { useReplay } from './use-replay.ts';

interface DeliveryRowProps {
  readonly webhookId: string;
  readonly one: DeliveryView;
}

/** One letter: of which case, what it told, and what became of it. */
export function DeliveryRow({ webhookId, one }: DeliveryRowProps): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const faultWords = useFaultWords();
  const replay = useReplay(webhookId);
  const [problem, setProblem] = useState<Problem | null>(null);
  const moment = (at: string) => shortMoment(at, readerZone(), language, now);
  const { caseNumber, type, at, state, tries, triedAt, nextTryAt, status, fault } = one;
  return (
    <Row>
      <RowHead>
        {t(`console.webhooks.event.${type}`)}
        <small>{caseNumber}</small>
        {problem === null ? null : <ProblemNote problem={problem} />}
      </RowHead>
      <Cell className="nw" name={t('console.webhooks.when')}>
        {moment(at)}
      </Cell>
      <Cell name={t('console.webhooks.delivery')}>
        <span className={state === 'given-up' ? 'strong' : undefined}>
          {t(`console.webhooks.delivery.${state}`)}
        </span>
        {triedAt === null || tries === 0 ? null : (
          <small>
            {faultWords(status, fault)};{' '}
            {t('console.webhooks.tried', { count: tries, moment: moment(triedAt) })}
          </small>
        )}
        {nextTryAt === null || tries === 0 || Date.parse(nextTryAt) <= now ? null : (
          <small>{t('console.webhooks.next-try', { moment: moment(nextTryAt) })}</small>
        )}
      </Cell>
      <Cell>
        {state === 'waiting' ? null : (
          <button
            type="button"
            className="btn"
            aria-label={t('console.webhooks.again.of', { number: caseNumber })}
            onClick={() => void replay({ delivery: one.id }).then(setProblem)}
          >
            {t('console.webhooks.again')}
          </button>
        )}
      </Cell>
    </Row>
  );
}

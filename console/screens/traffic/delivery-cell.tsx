import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isPending, isStuck } from '../../../src/domain/delivery/states.ts';
import type { OutgoingLine } from '../../../src/features/traffic/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { useNow } from '../../app/use-now.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

interface Props {
  readonly line: OutgoingLine;
  readonly onGiveUp: () => void;
}

/** How far something has come that goes out, why it did not go, and what can be done about it. */
export function DeliveryCell({ line, onGiveUp }: Props): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const { id, state } = line;
  const retry = async (): Promise<void> => {
    const result = await send('POST', `/traffic/out/${id}/retry`);
    if (!result.ok) return setProblem(result.error);
    await client.invalidateQueries({ queryKey: ['traffic'] });
    announce(t('console.traffic.retried'), { focus: true });
  };
  return (
    <>
      <span className={isStuck(state) ? 'strong' : undefined}>{t(`console.delivery.${state}`)}</span>
      <Facts line={line} />
      {problem === null ? null : <ProblemNote problem={problem} />}
      {isStuck(state) || isPending(state) ? (
        <span className="row-acts tight">
          {isStuck(state) ? (
            <button type="button" className="btn" onClick={() => void retry()}>
              {t('console.traffic.retry')}
            </button>
          ) : null}
          {isPending(state) ? (
            <button type="button" className="btn" onClick={onGiveUp}>
              {t('console.traffic.give-up.act')}
            </button>
          ) : null}
        </span>
      ) : null}
    </>
  );
}

/** How often it was tried, what came of it, and when it is tried next; nothing where all went well at once. */
function Facts({ line }: { readonly line: OutgoingLine }): ReactNode {
  const { t, knows, language } = useText();
  const now = useNow();
  const { attempts, lastError, nextAt, givenUpAs } = line;
  const error = `console.delivery-error.${(lastError ?? '').replaceAll(' ', '-')}`;
  const facts = [
    ...(attempts < 2 && lastError === null ? [] : [t('console.traffic.attempts', { count: attempts })]),
    ...(lastError === null ? [] : [knows(error) ? t(error) : lastError]),
    ...(givenUpAs === null ? [] : [t(`console.traffic.give-up.${givenUpAs}`)]),
    ...(nextAt === null
      ? []
      : [t('console.traffic.next', { at: shortMoment(nextAt, readerZone(), language, now) })]),
  ];
  return facts.length === 0 ? null : <small>{facts.join('; ')}</small>;
}

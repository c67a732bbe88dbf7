import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { discardReasons } from '../../../src/domain/delivery/states.ts';
import type { OpenedMessage } from '../../../src/features/traffic/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { openedMessageQuery } from '../../api/traffic-queries.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** One message that was set aside, read and decided about; that it was opened is written down. */
export function MessageDialog({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const [isDiscarding, setDiscarding] = useState(false);
  const { data, error, refetch } = useQuery(openedMessageQuery(id));
  if (isDiscarding)
    return (
      <ReasonDialog
        title={t('console.traffic.discard')}
        note={t('console.traffic.discard.note')}
        path={`/traffic/in/${id}/discard`}
        act={t('console.traffic.discard')}
        said={t('console.traffic.discarded')}
        reasons={discardReasons.map((one) => ({ id: one, name: t(`console.traffic.discard.${one}`) }))}
        onClose={onClose}
      />
    );
  return (
    <Dialog title={t('console.traffic.message')} onClose={onClose}>
      {data === undefined && error === null ? <Skeleton lines={4} /> : null}
      {data === undefined && error !== null ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined ? null : (
        <Opened message={data} onDiscard={() => setDiscarding(true)} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface OpenedProps {
  readonly message: OpenedMessage;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

function Opened({ message, onDiscard, onClose }: OpenedProps): ReactNode {
  const { t, language } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { id, state, takenAs, isSealed, isAllowed } = message;
  const decide = async (path: string, body: object, said: string): Promise<void> => {
    setBusy(true);
    const result = await send('POST', `/traffic/in/${id}/${path}`, { body });
    setBusy(false);
    if (!result.ok) return setProblem(result.error);
    await client.invalidateQueries({ queryKey: ['traffic'] });
    announce(t(said), { focus: true });
    onClose();
  };
  const mark = message.senderMark;
  return (
    <>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <p className="note">
        {t('console.traffic.message.from', {
          sender: message.sender === '' ? t('console.traffic.sender', { mark }) : message.sender,
          channel: t(`console.delivery-channel.${message.channel}`),
          at: longMoment(message.receivedAt, readerZone(), language),
        })}
      </p>
      {isSealed ? (
        <p className="empty">{t('console.traffic.message.sealed')}</p>
      ) : (
        <blockquote className="traffic-words">{message.text}</blockquote>
      )}
      <p className="note">
        {t(`console.traffic.taken.${takenAs ?? 'nothing'}.help`)} {t('console.traffic.message.logged')}
      </p>
      <div className="row-acts">
        {isSealed ? null : (
          <button
            type="button"
            className="btn primary"
            disabled={isBusy}
            onClick={() => void decide('reading', { as: 'report' }, 'console.traffic.taken-in')}
          >
            {t('console.traffic.take-in')}
          </button>
        )}
        {isSealed ? null : (
          <button
            type="button"
            className="btn"
            disabled={isBusy}
            onClick={() => void decide('reading', { as: 'itself' }, 'console.traffic.read-again.done')}
          >
            {t('console.traffic.read-again')}
          </button>
        )}
        {state === 'discarded' ? null : (
          <button type="button" className="btn" disabled={isBusy} onClick={onDiscard}>
            {t('console.traffic.discard')}
          </button>
        )}
        {isAllowed ? (
          <button
            type="button"
            className="btn"
            disabled={isBusy}
            onClick={() => void decide('sender', { allowed: false }, 'console.traffic.disallowed')}
          >
            {t('console.traffic.disallow')}
          </button>
        ) : (
          <button
            type="button"
            className="btn"
            disabled={isBusy}
            onClick={() => void decide('sender', { allowed: true }, 'console.traffic.allow.done')}
          >
            {t('console.traffic.allow')}
          </button>
        )}
      </div>
    </>
  );
}

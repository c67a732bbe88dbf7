import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { IncomingLine, IncomingState } from '../../../src/features/traffic/contract.ts';
import { incomingQuery } from '../../api/traffic-queries.ts';
import { spanStart, type TrafficSearch } from '../../app/traffic-search.ts';
import { useNow } from '../../app/use-now.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { PageTurn } from '../../parts/page-turn.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { CaseNumber } from './case-number.tsx';
import { MessageDialog } from './message-dialog.tsx';

interface Props {
  readonly search: TrafficSearch;
  readonly mayOpen: boolean;
}

/** What came in; at first what was set aside and waits for somebody to decide. */
export function IncomingPart({ search, mayOpen }: Props): ReactNode {
  const { t } = useText();
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string | null>(null);
  const [from] = useState(spanStart(search.sejak, useNow()));
  const { instansi: institution, kanal: channel, keadaan } = search;
  const state = (keadaan ?? 'set-aside') as IncomingState;
  const cursor = trail.at(-1);
  const { data, error, refetch } = useQuery(
    incomingQuery({
      state,
      ...(institution === undefined ? {} : { institution }),
      ...(channel === undefined ? {} : { channel }),
      ...(from === undefined ? {} : { from }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
  );
  if (data === undefined)
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} />;
  if (data.items.length === 0) return <p className="empty">{t(`console.traffic.in.empty.${state}`)}</p>;
  return (
    <>
      <Rows
        className="traffic-list"
        caption={t('console.traffic.part.masuk')}
        columns={[
          t(`console.traffic.in.why.${state}`),
          t('console.traffic.when'),
          t('console.traffic.from'),
          ...(mayOpen && state !== 'read' ? [t('console.traffic.act')] : []),
        ]}
      >
        {data.items.map((line) => (
          <IncomingRow key={line.id} line={line} onOpen={mayOpen ? () => setOpened(line.id) : null} />
        ))}
      </Rows>
      <PageTurn trail={trail} next={data.next} onTurn={setTrail} />
      {opened === null ? null : <MessageDialog id={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function IncomingRow({
  line,
  onOpen,
}: {
  readonly line: IncomingLine;
  readonly onOpen: (() => void) | null;
}): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const { state, takenAs, discardedAs, caseId, caseNumber, channel, account, senderMark } = line;
  return (
    <Row>
      <RowHead>
        {t(`console.traffic.taken.${takenAs ?? 'nothing'}`)}
        {discardedAs === null ? null : <small>{t(`console.traffic.discard.${discardedAs}`)}</small>}
        <CaseNumber id={caseId} number={caseNumber} />
      </RowHead>
      <Cell className="nw">{shortMoment(line.receivedAt, readerZone(), language, now)}</Cell>
      <Cell name={t('console.traffic.from')}>
        {t('console.traffic.sender', { mark: senderMark })}
        {line.isAllowed ? `, ${t('console.traffic.allowed')}` : null}
        <small>
          {t(`console.delivery-channel.${channel}`)} · {account}
        </small>
      </Cell>
      {onOpen === null || state === 'read' ? null : (
        <Cell>
          <button type="button" className="btn" onClick={onOpen}>
            {t('console.traffic.open')}
          </button>
        </Cell>
      )}
    </Row>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type DeliveryState, givenUpReasons } from '../../../src/domain/delivery/states.ts';
import type { OutgoingLine } from '../../../src/features/traffic/contract.ts';
import { outgoingQuery } from '../../api/traffic-queries.ts';
import { spanStart, type TrafficSearch } from '../../app/traffic-search.ts';
import { useNow } from '../../app/use-now.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { PageTurn } from '../../parts/page-turn.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { CaseNumber } from './case-number.tsx';
import { DeliveryCell } from './delivery-cell.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** Answers and notices in one list, and what became of each. */
export function OutgoingPart({ search }: { readonly search: TrafficSearch }): ReactNode {
  const { t } = useText();
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [givenUp, setGivenUp] = useState<string | null>(null);
  const [from] = useState(spanStart(search.sejak, useNow()));
  const { instansi: institution, kanal: channel, keadaan } = search;
  const cursor = trail.at(-1);
  const { data, error, refetch } = useQuery(
    outgoingQuery({
      ...(keadaan === undefined ? {} : { state: keadaan as DeliveryState }),
      ...(institution === undefined ? {} : { institution }),
      ...(channel === undefined ? {} : { channel }),
      ...(from === undefined ? {} : { from }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
  );
  if (data === undefined)
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} />;
  if (data.items.length === 0) return <p className="empty">{t('console.traffic.out.empty')}</p>;
  return (
    <>
      <Rows
        className="traffic-list"
        caption={t('console.traffic.part.keluar')}
        columns={[
          t('console.traffic.about'),
          t('console.traffic.when'),
          t('console.traffic.to'),
          t('console.traffic.state'),
        ]}
      >
        {data.items.map((line) => (
          <OutgoingRow key={line.id} line={line} onGiveUp={() => setGivenUp(line.id)} />
        ))}
      </Rows>
      <PageTurn trail={trail} next={data.next} onTurn={setTrail} />
      {givenUp === null ? null : (
        <ReasonDialog
          title={t('console.traffic.give-up')}
          note={t('console.traffic.give-up.note')}
          path={`/traffic/out/${givenUp}/giving-up`}
          act={t('console.traffic.give-up.act')}
          said={t('console.traffic.given-up')}
          reasons={givenUpReasons.map((id) => ({ id, name: t(`console.traffic.give-up.${id}`) }))}
          onClose={() => setGivenUp(null)}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly line: OutgoingLine;
  readonly onGiveUp: () => void;
}

function OutgoingRow({ line, onGiveUp }: RowProps): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const { kind, about, caseId, caseNumber, channel, toReporter, recipientName } = line;
  return (
    <Row>
      <RowHead>
        {kind === 'answer' ? t(`console.traffic.answer.${about === '' ? 'nothing' : about}`) : about}
        <CaseNumber id={caseId} number={caseNumber} />
      </RowHead>
      <Cell className="nw">{shortMoment(line.at, readerZone(), language, now)}</Cell>
      <Cell name={t('console.traffic.to')}>
        {recipientName ?? t(`console.recipient.${toReporter ? 'reporter' : 'person'}`)}
        {`, ${t(`console.delivery-channel.${channel}`)}`}
      </Cell>
      <Cell name={t('console.traffic.state')}>
        <DeliveryCell line={line} onGiveUp={onGiveUp} />
      </Cell>
    </Row>
  );
}

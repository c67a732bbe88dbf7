import type { ReactNode } from 'react';
import type { TrafficSummary } from '../../../src/features/traffic/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** Whether each line to an operator does its work, and what waits at it. */
export function LinesSection({ summary }: { readonly summary: TrafficSummary }): ReactNode {
  const { t } = useText();
  const { lines } = summary;
  return (
    <section aria-labelledby="h-lines">
      <h2 id="h-lines">{t('console.traffic.lines')}</h2>
      {lines.length === 0 ? <p className="empty">{t('console.traffic.lines.none')}</p> : null}
      {lines.length === 0 ? null : (
        <Rows
          caption={t('console.traffic.lines')}
          columns={[
            t('console.traffic.line'),
            t('console.traffic.line.state'),
            t('console.traffic.line.heard'),
            t('console.traffic.line.message'),
            t('console.traffic.line.day'),
          ]}
        >
          {lines.map((line) => (
            <LineRow key={`${line.channel} ${line.account}`} line={line} />
          ))}
        </Rows>
      )}
      <Waiting summary={summary} />
    </section>
  );
}

function LineRow({ line }: { readonly line: TrafficSummary['lines'][number] }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const { channel, account, source, state, heardAt, messageAt, accepted, delivered, failed } = line;
  const moment = (at: string | null): string =>
    at === null ? t('console.traffic.never') : shortMoment(at, readerZone(), language, now);
  return (
    <Row>
      <RowHead>
        {account}
        <small>
          {t('console.traffic.line.source', { channel: t(`console.delivery-channel.${channel}`), source })}
        </small>
      </RowHead>
      <Cell name={t('console.traffic.line.state')}>
        <span className={state === 'up' ? undefined : 'strong traffic-trouble'}>
          {t(`console.traffic.line.${state}`)}
        </span>
        {state === 'up' ? null : <small>{t(`console.traffic.line.${state}.help`)}</small>}
      </Cell>
      <Cell name={t('console.traffic.line.heard')} className="nw">
        {moment(heardAt)}
      </Cell>
      <Cell name={t('console.traffic.line.message')} className="nw">
        {moment(messageAt)}
      </Cell>
      <Cell name={t('console.traffic.line.day')}>
        {t('console.traffic.line.parts', { accepted, delivered, failed })}
      </Cell>
    </Row>
  );
}

/** How much waits to be sent and to be read, and since when the oldest of it does. */
function Waiting({ summary: { toSend, toRead } }: { readonly summary: TrafficSummary }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const all = [
    ...toSend.map((one) => ({ ...one, what: 'send' })),
    ...toRead.map((one) => ({ ...one, what: 'read' })),
  ];
  if (all.length === 0) return <p className="note">{t('console.traffic.waiting.none')}</p>;
  return (
    <ul className="note traffic-waiting">
      {all.map(({ what, channel, count, oldest }) => (
        <li key={`${what} ${channel}`}>
          {t(`console.traffic.waiting.${what}`, {
            channel: t(`console.delivery-channel.${channel}`),
            count,
            since: oldest === null ? '' : shortMoment(oldest, readerZone(), language, now),
          })}
        </li>
      ))}
    </ul>
  );
}

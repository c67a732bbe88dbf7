import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { deliveryStates } from '../../../src/domain/delivery/states.ts';
import type { TrafficSummary } from '../../../src/features/traffic/contract.ts';
import { incomingStates, readTrafficSearch, type TrafficSearch } from '../../app/traffic-search.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { useText } from '../../text/text-context.tsx';

interface Props {
  readonly summary: TrafficSummary;
  readonly search: TrafficSearch;
}

/** The last days in figures, by channel and state; each leads to its list. */
export function CountsSection({ summary, search }: Props): ReactNode {
  const { t } = useText();
  const { incoming, outgoing, days } = summary;
  const shared = { search };
  return (
    <section aria-labelledby="h-counts">
      <h2 id="h-counts">{t('console.traffic.counts', { days })}</h2>
      {incoming.length + outgoing.length === 0 ? (
        <p className="empty">{t('console.traffic.counts.none')}</p>
      ) : (
        <div className="traffic-counts">
          <Counts
            {...shared}
            part="masuk"
            counts={incoming}
            states={incomingStates}
            words="console.traffic.in"
          />
          <Counts
            {...shared}
            part="keluar"
            counts={outgoing}
            states={deliveryStates}
            words="console.delivery"
          />
        </div>
      )}
    </section>
  );
}

interface CountsProps {
  readonly search: TrafficSearch;
  readonly part: 'masuk' | 'keluar';
  readonly counts: TrafficSummary['incoming'];
  readonly states: readonly string[];
  readonly words: string;
}

function Counts({ search, part, counts, states, words }: CountsProps): ReactNode {
  const { t, language } = useText();
  const channels = [...new Set(counts.map(({ channel }) => channel))];
  if (channels.length === 0) return null;
  const title = t(`console.traffic.part.${part}`);
  return (
    <Rows
      caption={title}
      columns={[
        t('console.traffic.channel'),
        ...states.map((state) => ({ name: t(`${words}.${state}`), figures: true as const })),
      ]}
    >
      {channels.map((channel) => (
        <Row key={channel}>
          <RowHead>
            {t(`console.traffic.counts.${part}`, { channel: t(`console.delivery-channel.${channel}`) })}
          </RowHead>
          {states.map((state) => {
            const count = counts.find((one) => one.channel === channel && one.state === state)?.count ?? 0;
            const to = readTrafficSearch({
              ...search,
              bagian: part,
              kanal: channel,
              keadaan: state,
              sejak: 'minggu',
            });
            return (
              <Cell key={state} name={t(`${words}.${state}`)} className="num">
                {count === 0 ? (
                  <span className="zero">0</span>
                ) : (
                  <Link to="/lalu-lintas" search={to} className="link" resetScroll={false}>
                    {count.toLocaleString(language)}
                  </Link>
                )}
              </Cell>
            );
          })}
        </Row>
      ))}
    </Rows>
  );
}

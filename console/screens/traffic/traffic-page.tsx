import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { deliveryChannels, deliveryStates } from '../../../src/domain/delivery/states.ts';
import type { TrafficSummary } from '../../../src/features/traffic/contract.ts';
import { trafficQuery } from '../../api/traffic-queries.ts';
import { incomingStates, type TrafficSearch, trafficParts, trafficSpans } from '../../app/traffic-search.ts';
import { useTitle } from '../../app/use-title.ts';
import { SelectField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { CountsSection } from './counts-section.tsx';
import { IncomingPart } from './incoming-part.tsx';
import { LinesSection } from './lines-section.tsx';
import { OutgoingPart } from './outgoing-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import './traffic.css';

/** What came in by channels of messages and was set aside, and everything that goes out. */
export function TrafficPage(): ReactNode {
  const { t } = useText();
  const search = useSearch({ from: '/lalu-lintas' });
  const { data, error, refetch } = useQuery(trafficQuery(search.instansi));
  useTitle(t('console.traffic.title'));
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.traffic.title')}</h1>
        <p className="facts">{t(`console.traffic.note.${data?.mayOpen === true ? 'opens' : 'closed'}`)}</p>
      </div>
      {data === undefined && error === null ? <Skeleton /> : null}
      {data === undefined && error !== null ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined ? null : <Traffic summary={data} search={search} />}
    </div>
  );
}

interface Shown {
  readonly summary: TrafficSummary;
  readonly search: TrafficSearch;
}

function Traffic({ summary, search }: Shown): ReactNode {
  const { t } = useText();
  const { bagian: part = 'masuk' } = search;
  // A new list begins at its first page.
  const key = JSON.stringify(search);
  return (
    <div className="pad traffic">
      <LinesSection summary={summary} />
      <CountsSection summary={summary} search={search} />
      <section aria-label={t(`console.traffic.part.${part}`)}>
        <nav className="page-parts" aria-label={t('console.traffic.parts')}>
          {trafficParts.map((one) => (
            <Link
              key={one}
              to="/lalu-lintas"
              search={{ ...without(search), bagian: one }}
              {...(one === part ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`console.traffic.part.${one}`)}
            </Link>
          ))}
        </nav>
        {part === 'setelan' ? <SettingsPart /> : <Filters summary={summary} search={search} />}
        {part === 'masuk' ? <IncomingPart key={key} search={search} mayOpen={summary.mayOpen} /> : null}
        {part === 'keluar' ? <OutgoingPart key={key} search={search} /> : null}
      </section>
    </div>
  );
}

/** The states of one list are not those of the other. */
function without({ keadaan: _state, ...rest }: TrafficSearch): TrafficSearch {
  return rest;
}

function Filters({ summary, search }: Shown): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { bagian: part = 'masuk' } = search;
  const choose = (name: keyof TrafficSearch, value: string): void => {
    const { [name]: _before, ...rest } = search;
    void navigate({
      to: '/lalu-lintas',
      search: value === '' ? rest : { ...rest, [name]: value },
      resetScroll: false,
    });
  };
  const states = part === 'masuk' ? incomingStates : deliveryStates;
  const stateName = part === 'masuk' ? 'console.traffic.in' : 'console.delivery';
  return (
    <div className="traffic-filters">
      {summary.institutions.length < 2 ? null : (
        <SelectField
          label={t('console.institution')}
          value={search.instansi ?? ''}
          empty={t('console.filter.any')}
          options={summary.institutions}
          onChange={(value) => choose('instansi', value)}
        />
      )}
      <SelectField
        label={t('console.traffic.state')}
        value={search.keadaan ?? (part === 'masuk' ? 'set-aside' : '')}
        {...(part === 'masuk' ? {} : { empty: t('console.filter.any') })}
        options={states.map((id) => ({ id, name: t(`${stateName}.${id}`) }))}
        onChange={(value) => choose('keadaan', value)}
      />
      <SelectField
        label={t('console.traffic.channel')}
        value={search.kanal ?? ''}
        empty={t('console.filter.any')}
        options={deliveryChannels.map((id) => ({ id, name: t(`console.delivery-channel.${id}`) }))}
        onChange={(value) => choose('kanal', value)}
      />
      <SelectField
        label={t('console.traffic.since')}
        value={search.sejak ?? ''}
        empty={t('console.traffic.since.any')}
        options={trafficSpans.map((id) => ({ id, name: t(`console.traffic.since.${id}`) }))}
        onChange={(value) => choose('sejak', value)}
      />
    </div>
  );
}

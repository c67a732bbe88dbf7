import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Compliance } from '../../../src/features/compliance/contract.ts';
import { problemOf } from '../../api/client.ts';
import { complianceQuery } from '../../api/queries.ts';
import { type ComplianceSearch, toComplianceQuery } from '../../app/compliance-search.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { longDay, longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { Breakdown } from './breakdown.tsx';
import { CsvButton } from './csv-button.tsx';
import { Filters } from './filters.tsx';
import { Meanings } from './meanings.tsx';
import { Months } from './months.tsx';
import { StepsTable } from './steps-table.tsx';
import { Cases, Indicator, Whole } from './summary.tsx';
import { type ShownSop, useShownSop } from './use-shown-sop.ts';
import '../leader/leader.css';
import './compliance.css';

/** How far an SOP was kept: the indicator, step by step, where cases wait, as known on any day. */
export function CompliancePage(): ReactNode {
  const { t } = useText();
  const search = useSearch({ from: '/kepatuhan' });
  const shown = useShownSop(search);
  useTitle(t('console.compliance.title'));
  if (shown === undefined) return <Skeleton lines={12} />;
  if (shown.sop === '') return <Nothing />;
  return <Shown shown={shown} search={search} />;
}

function Nothing(): ReactNode {
  const { t } = useText();
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.compliance.title')}</h1>
      </div>
      <p className="pad empty">{t('console.compliance.none')}</p>
    </div>
  );
}

function Shown({
  shown,
  search,
}: {
  readonly shown: ShownSop;
  readonly search: ComplianceSearch;
}): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const asked = { ...search, institution: shown.institution };
  const query = toComplianceQuery(asked, shown.sop);
  const { data, error, refetch } = useQuery(complianceQuery(query));
  const change = (next: ComplianceSearch) => void navigate({ to: '/kepatuhan', search: next, replace: true });
  return (
    <div className="page compliance">
      <div className="head">
        <h1>{t('console.compliance.title')}</h1>
        {data === undefined ? null : <Facts data={data} />}
        {data === undefined ? null : (
          <div className="end">
            <CsvButton query={query} />
          </div>
        )}
        <p className="note whole">{t('console.compliance.lede')}</p>
      </div>
      <Filters
        search={search}
        sop={shown.sop}
        procedures={shown.procedures}
        institutions={shown.institutions}
        institution={shown.institution}
        versions={data?.versions ?? []}
        days={data ?? { from: '', to: '' }}
        faults={error === null ? {} : problemOf(error).fields}
        onChange={change}
      />
      {data === undefined ? (
        error === null ? (
          <Skeleton lines={10} />
        ) : (
          <PageProblem error={error} retry={() => void refetch()} />
        )
      ) : (
        <Figures data={data} search={{ ...asked, sop: shown.sop }} />
      )}
    </div>
  );
}

function Facts({ data }: { readonly data: Compliance }): ReactNode {
  const { t, language } = useText();
  const day = (date: string) => longDay(`${date}T05:00:00.000Z`, 'Asia/Jakarta', language);
  return (
    <p className="facts">
      {t('console.compliance.period', { from: day(data.from), to: day(data.to) })};{' '}
      {t('console.compliance.as-of', { moment: longMoment(data.asOf, readerZone(), language) })}
    </p>
  );
}

interface FiguresProps {
  readonly data: Compliance;
  readonly search: ComplianceSearch;
}

function Figures({ data, search }: FiguresProps): ReactNode {
  const { t } = useText();
  const busy = data.cases.received > 0 || data.steps.some((step) => step.ran > 0 || step.waiting.count > 0);
  if (!busy) return <p className="pad empty">{t('console.compliance.empty')}</p>;
  return (
    <>
      <div className="pad board">
        <Indicator data={data} search={search} />
        <Whole data={data} search={search} />
        <Cases data={data} search={search} />
      </div>
      <Steps data={data} search={search} />
      {data.months.length === 0 ? null : <Months data={data} search={search} />}
      <div className="pad block side-by-side">
        <section aria-labelledby="h-actors">
          <h2 id="h-actors">{t('console.compliance.actors')}</h2>
          <Breakdown
            caption={t('console.compliance.actors')}
            column={t('console.compliance.actor')}
            lines={data.actors.map((one) => ({
              ...one,
              key: one.ids.join(),
              name: one.actors.join(', '),
              list: { ...search, actors: one.ids.join() },
            }))}
          />
        </section>
        <section aria-labelledby="h-units">
          <h2 id="h-units">{t('console.compliance.units')}</h2>
          <Breakdown
            caption={t('console.compliance.units')}
            column={t('console.compliance.unit')}
            lines={data.units.map((one) => ({
              ...one,
              key: one.unitId ?? '',
              list: { ...search, holder: one.unitId ?? 'none' },
              name: one.unitName === '' ? t('console.compliance.units.none') : one.unitName,
            }))}
          />
        </section>
      </div>
      <Meanings />
    </>
  );
}

/** One table for each version that has something to show, the newest first. */
function Steps({ data, search }: FiguresProps): ReactNode {
  const { t } = useText();
  const versions = [...new Set(data.steps.map(({ version }) => version))];
  return versions.map((version) => {
    const title =
      versions.length === 1
        ? t('console.compliance.steps')
        : t('console.compliance.steps.version', { version });
    return (
      <section className="pad block" aria-labelledby={`h-steps-${version}`} key={version}>
        <h2 id={`h-steps-${version}`}>{title}</h2>
        <p className="note">{t('console.compliance.steps.note')}</p>
        <StepsTable
          caption={title}
          steps={data.steps.filter((step) => step.version === version)}
          search={search}
        />
      </section>
    );
  });
}

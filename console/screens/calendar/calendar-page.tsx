import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { YearView } from '../../../src/features/calendars/contract.ts';
import { calendarYearQuery } from '../../api/calendar-queries.ts';
import { serverNow } from '../../api/client.ts';
import { useHolds } from '../../app/session.ts';
import { useTitle } from '../../app/use-title.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { dayKey, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { DaysTable } from './days-table.tsx';
import { HoursSection } from './hours-section.tsx';
import { RevisionsSection } from './revisions-section.tsx';
import { YearPicture } from './year-picture.tsx';
import './calendar.css';

/** The year by which every deadline is counted, and for who keeps it what waits and what was changed. */
export function CalendarPage(): ReactNode {
  const { t } = useText();
  const { tahun } = useSearch({ from: '/kalender' });
  const year = tahun ?? Number(dayKey(serverNow(), readerZone()).slice(0, 4));
  const keeps = useHolds()('calendar.manage');
  const { data, error, refetch } = useQuery(calendarYearQuery(year));
  useTitle(`${t('console.calendar.title')} ${year}`);
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={12} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  return (
    <div className="page calendar">
      <div className="head">
        <h1>
          {t('console.calendar.title')} {data.year}
        </h1>
        <YearFacts view={data} />
        {keeps ? (
          <Link to="/kalender/baru" className="btn primary end">
            <Icon name="plus" />
            {t('console.calendar.new')}
          </Link>
        ) : null}
        <Years view={data} />
      </div>
      {keeps ? <RevisionsSection /> : null}
      {data.state === 'undecreed' ? (
        <p className="pad empty">{t('console.calendar.undecreed', { year: String(data.year) })}</p>
      ) : (
        <div className="pad block year">
          <YearPicture view={data} />
          <DaysTable title={t('console.calendar.national')} days={data.holidays} decree={data.decree} />
        </div>
      )}
      <LocalDays view={data} />
      <HoursSection view={data} />
    </div>
  );
}

function YearFacts({ view }: { readonly view: YearView }): ReactNode {
  const { t } = useText();
  if (view.decree === null) return <p className="facts">{t('console.calendar.state.undecreed')}</p>;
  return (
    <p className="facts">
      {view.workingDays === null ? null : (
        <b>{t('console.calendar.working-days', { count: view.workingDays })}</b>
      )}{' '}
      {t('console.calendar.by', { decree: view.decree })}{' '}
      {t(view.verified ? 'console.calendar.verified' : 'console.calendar.unverified')}
      {view.state === 'provisional' ? <b> {t('console.calendar.state.provisional')}</b> : null}
    </p>
  );
}

/** The years that a decree covers, and the one after them: there the next decree is missed first. */
function Years({ view }: { readonly view: YearView }): ReactNode {
  const { t } = useText();
  const next = (view.years.at(-1) ?? view.year) + 1;
  const all = [...new Set([...view.years, next, view.year])].toSorted((a, b) => a - b);
  return (
    <nav className="years" aria-label={t('console.calendar.years')}>
      {all.map((year) => (
        <Link
          key={year}
          to="/kalender"
          search={{ tahun: year }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={year === view.year ? 'page' : undefined}
        >
          {year}
        </Link>
      ))}
    </nav>
  );
}

/** Only offices that lie there are shut. */
function LocalDays({ view }: { readonly view: YearView }): ReactNode {
  const { t } = useText();
  return (
    <section className="pad block" aria-labelledby="h-local">
      <h2 id="h-local">{t('console.calendar.local')}</h2>
      <p className="note">{t('console.calendar.local.note')}</p>
      {view.localHolidays.length === 0 ? (
        <p className="empty">{t('console.calendar.local.empty')}</p>
      ) : (
        <DaysTable title={t('console.calendar.local')} days={view.localHolidays} decree={null} areas />
      )}
    </section>
  );
}

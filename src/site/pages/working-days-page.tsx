import type { YearView } from '../../features/calendars/contract.ts';
import type { Reader } from '../parts/reader.ts';
import { Scroll } from '../parts/scroll.tsx';
import { Shell } from '../parts/shell.tsx';

export interface WorkingDaysPageProps {
  readonly reader: Reader;
  readonly view: YearView;
}

/** How working days are counted, and the days of the year on which offices are shut, each with its decree. */
export function WorkingDaysPage({ reader, view }: WorkingDaysPageProps) {
  const { t } = reader;
  const closes = hourWords(reader, view.officeHours?.deadlinesFallAt ?? '');
  return (
    <Shell reader={reader} title={t('site.days.title')}>
      <div className="heading">
        <h1>{t('site.days.title')}</h1>
        <p className="lead">{t('site.days.lead')}</p>
      </div>
      <section className="sec" aria-labelledby="aturan">
        <h2 id="aturan">{t('site.days.rules.title')}</h2>
        <ul className="bullets prose">
          {(['dayZero', 'due', 'zone', 'shut', 'paused', 'revised'] as const).map((rule) => (
            <li key={rule}>{t(`site.days.rules.${rule}`, { closes })}</li>
          ))}
        </ul>
      </section>
      <YearOfHolidays reader={reader} view={view} />
      <LocalHolidays reader={reader} view={view} />
      <OtherHours reader={reader} view={view} />
    </Shell>
  );
}

function YearOfHolidays({ reader, view }: WorkingDaysPageProps) {
  const { t } = reader;
  const title = t('site.days.year', { year: String(view.year) });
  return (
    <section className="sec" aria-labelledby="libur">
      <div className="side">
        <h2 id="libur">{title}</h2>
        {view.decree === null ? (
          <p className="small">{t('site.days.noDecree')}</p>
        ) : (
          <>
            <p className="small">{view.decree}</p>
            <p className="small">
              {t(view.verified ? 'site.days.verified' : 'site.days.unverified')}
              {view.state === 'provisional' && ` ${t('site.days.provisional')}`}
            </p>
          </>
        )}
        <Years reader={reader} view={view} />
      </div>
      <Days reader={reader} title={title} days={view.holidays} decree={view.decree} />
    </section>
  );
}

/** Only where a decree of an area was applied: those of other areas go on counting these days. */
function LocalHolidays({ reader, view }: WorkingDaysPageProps) {
  const { t } = reader;
  if (view.localHolidays.length === 0) return null;
  const title = t('site.days.local', { year: String(view.year) });
  return (
    <section className="sec" aria-labelledby="daerah">
      <div className="side">
        <h2 id="daerah">{title}</h2>
        <p className="small">{t('site.days.localAbout')}</p>
      </div>
      <Days reader={reader} title={title} days={view.localHolidays} decree={null} />
    </section>
  );
}

interface DaysProps {
  readonly reader: Reader;
  readonly title: string;
  readonly days: YearView['holidays'];
  /** The year's own; another one is said beside the day. */
  readonly decree: string | null;
}

function Days({ reader, title, days, decree }: DaysProps) {
  const { t } = reader;
  if (days.length === 0) return null;
  return (
    <Scroll label={t('site.table', { name: title })}>
      <table>
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('site.days.date')}</th>
            <th scope="col">{t('site.days.name')}</th>
            <th scope="col">{t('site.days.kind')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={`${day.date} ${day.area?.code ?? ''}`}>
              <th scope="row">
                <DayWords reader={reader} date={day.date} />
              </th>
              <td lang="id">
                {day.name}
                {day.area !== null && `, ${day.area.name}`}
                {day.decree !== decree && <span className="soft"> ({day.decree})</span>}
              </td>
              <td>{t(`calendar.kind.${day.kind}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Seasons of other hours, and units that serve on other days; nothing where there are none. */
function OtherHours({ reader, view }: WorkingDaysPageProps) {
  const { t } = reader;
  if (view.seasons.length + view.unitWeeks.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="jam-kantor">
      <h2 id="jam-kantor">{t('site.days.hours')}</h2>
      <ul className="bullets prose">
        {view.seasons.map((season) => (
          <li key={season.from}>
            <span lang="id">{season.name}</span>: <DayWords reader={reader} date={season.from} /> –{' '}
            <DayWords reader={reader} date={season.to} />.{' '}
            {t('site.days.season', {
              opens: hourWords(reader, season.mondayToThursday.opens),
              closes: hourWords(reader, season.mondayToThursday.closes),
              friday: hourWords(reader, season.friday.closes),
              due: hourWords(reader, season.deadlinesFallAt),
            })}{' '}
            <span className="soft">({season.decree})</span>
          </li>
        ))}
        {view.unitWeeks.map((week) => (
          <li key={`${week.unitName} ${week.from}`}>
            <span lang="id">{week.unitName}</span>:{' '}
            {t('site.days.week', {
              days: week.weekdays.map((day) => t(`site.days.weekday.${day}`)).join(', '),
              holidays: week.worksOnHolidays ? 'open' : 'shut',
            })}{' '}
            <span className="soft">({week.decree})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Years({ reader: { t }, view }: WorkingDaysPageProps) {
  return (
    <nav aria-label={t('site.days.years')}>
      <ul role="list" className="inline">
        {view.years.map((one) => (
          <li key={one}>
            <a href={`/hari-kerja?tahun=${one}`} aria-current={one === view.year ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function DayWords({ reader, date }: { readonly reader: Reader; readonly date: string }) {
  return <time dateTime={date}>{reader.date(`${date}T05:00:00Z`, 'Asia/Jakarta')}</time>;
}

/** `16.00` in Indonesian, `16:00` in English. */
function hourWords({ locale }: Reader, time: string): string {
  return locale === 'id' ? time.replace(':', '.') : time;
}

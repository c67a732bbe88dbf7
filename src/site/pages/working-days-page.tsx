import type { Calendar } from '../../domain/clocks/calendar.ts';
import type { Reader } from '../parts/reader.ts';
import { Scroll } from '../parts/scroll.tsx';
import { Shell } from '../parts/shell.tsx';

export interface WorkingDaysPageProps {
  readonly reader: Reader;
  readonly calendar: Calendar;
  /** One that the calendar covers, or the page says that it does not. */
  readonly year: number;
}

/** How working days are counted, and the days of the year on which offices are shut, each with its decree. */
export function WorkingDaysPage({ reader, calendar, year }: WorkingDaysPageProps) {
  const { t } = reader;
  const closes = reader.locale === 'id' ? calendar.officeCloses.replace(':', '.') : calendar.officeCloses;
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
      <YearOfHolidays reader={reader} calendar={calendar} year={year} />
    </Shell>
  );
}

function YearOfHolidays({ reader, calendar, year }: WorkingDaysPageProps) {
  const { t } = reader;
  const covered = calendar.years.get(year);
  const days = [...calendar.holidays.values()]
    .filter(({ date }) => date.startsWith(`${year}-`))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  return (
    <section className="sec" aria-labelledby="libur">
      <div className="side">
        <h2 id="libur">{t('site.days.year', { year: String(year) })}</h2>
        {covered === undefined ? (
          <p className="small">{t('site.days.noDecree')}</p>
        ) : (
          <>
            <p className="small">{covered.decree}</p>
            <p className="small">
              {t(covered.verified ? 'site.days.verified' : 'site.days.unverified')}
              {covered.provisional && ` ${t('site.days.provisional')}`}
            </p>
          </>
        )}
        <Years reader={reader} calendar={calendar} year={year} />
      </div>
      <Scroll label={t('site.table', { name: t('site.days.year', { year: String(year) }) })}>
        <table>
          <caption className="vh">{t('site.days.year', { year: String(year) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('site.days.date')}</th>
              <th scope="col">{t('site.days.name')}</th>
              <th scope="col">{t('site.days.kind')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date}>
                <th scope="row">
                  <time dateTime={day.date}>{reader.date(`${day.date}T05:00:00Z`, 'Asia/Jakarta')}</time>
                </th>
                <td lang="id">
                  {day.name}
                  {covered !== undefined && day.decree !== covered.decree && (
                    <span className="soft"> ({day.decree})</span>
                  )}
                </td>
                <td>{t(`calendar.kind.${day.kind}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Years({ reader: { t }, calendar, year }: WorkingDaysPageProps) {
  return (
    <nav aria-label={t('site.days.years')}>
      <ul role="list" className="inline">
        {[...calendar.years.keys()].toSorted().map((one) => (
          <li key={one}>
            <a href={`/hari-kerja?tahun=${one}`} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

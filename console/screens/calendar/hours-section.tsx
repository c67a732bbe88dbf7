import type { ReactNode } from 'react';
import type { YearView } from '../../../src/features/calendars/contract.ts';
import { civilDay, civilTime, clockTime, readerZone, zoneName } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { zones } from '../administration/zones.ts';
import { useWeekdays } from './weekdays.ts';

type Hours = NonNullable<YearView['officeHours']>;

/** When offices are open, the seasons in which they are not as long, and units that keep other days. */
export function HoursSection({ view }: { readonly view: YearView }): ReactNode {
  const { t } = useText();
  return (
    <>
      <section className="pad block" aria-labelledby="h-hours">
        <h2 id="h-hours">{t('console.calendar.hours')}</h2>
        {view.officeHours === null ? (
          <p className="empty">{t('console.calendar.hours.empty')}</p>
        ) : (
          <div className="hours">
            <OpenHours title={t('console.calendar.hours.usual')} hours={view.officeHours} />
            {view.seasons.map((season) => (
              <Season key={season.from} season={season} />
            ))}
            <Zones due={view.officeHours.deadlinesFallAt} year={view.year} />
          </div>
        )}
        {view.seasons.length === 0 ? (
          <p className="note">{t('console.calendar.seasons.empty', { year: String(view.year) })}</p>
        ) : null}
      </section>
      <UnitWeeks view={view} />
    </>
  );
}

function Season({ season }: { readonly season: YearView['seasons'][number] }): ReactNode {
  const { t, language } = useText();
  const { name, from, to, decree } = season;
  return (
    <OpenHours title={name} hours={season}>
      <p className="note">
        {t('console.calendar.period', { from: civilDay(from, language), to: civilDay(to, language) })},{' '}
        {decree}
      </p>
    </OpenHours>
  );
}

function OpenHours({
  title,
  hours,
  children,
}: {
  readonly title: string;
  readonly hours: Hours;
  readonly children?: ReactNode;
}): ReactNode {
  const { t, language } = useText();
  const range = ({ opens, closes }: Hours['friday']): string =>
    `${civilTime(opens, language)}–${civilTime(closes, language)}`;
  return (
    <div>
      <h3>{title}</h3>
      {children}
      <dl className="kv tight">
        <div>
          <dt>{t('console.calendar.monday-to-thursday')}</dt>
          <dd>{range(hours.mondayToThursday)}</dd>
        </div>
        <div>
          <dt>{t('console.calendar.friday')}</dt>
          <dd>{range(hours.friday)}</dd>
        </div>
        <div>
          <dt>{t('console.calendar.deadlines')}</dt>
          <dd>{civilTime(hours.deadlinesFallAt, language)}</dd>
        </div>
      </dl>
    </div>
  );
}

/** One local time is three moments; here as the reader's own clock shows them. */
function Zones({ due, year }: { readonly due: string; readonly year: number }): ReactNode {
  const { t, language } = useText();
  const own = readerZone();
  const hoursAhead = { 'Asia/Jakarta': '+07:00', 'Asia/Makassar': '+08:00', 'Asia/Jayapura': '+09:00' };
  const local = civilTime(due, language);
  return (
    <div>
      <h3>{t('console.calendar.zones', { time: local })}</h3>
      <p className="note">{t('console.calendar.zones.note', { zone: zoneName(own) })}</p>
      <dl className="kv tight">
        {zones.map((zone) => (
          <div key={zone}>
            <dt>
              {local} {zoneName(zone)}
            </dt>
            <dd>
              {clockTime(new Date(`${year}-01-15T${due}:00${hoursAhead[zone]}`).toISOString(), own, language)}{' '}
              {zoneName(own)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function UnitWeeks({ view }: { readonly view: YearView }): ReactNode {
  const { t, language } = useText();
  const weekdays = useWeekdays();
  return (
    <section className="pad block" aria-labelledby="h-weeks">
      <h2 id="h-weeks">{t('console.calendar.weeks')}</h2>
      <p className="note">{t('console.calendar.weeks.note')}</p>
      {view.unitWeeks.length === 0 ? (
        <p className="empty">{t('console.calendar.weeks.empty')}</p>
      ) : (
        <ul className="plain-list">
          {view.unitWeeks.map((week) => (
            <li key={`${week.unitName} ${week.from}`}>
              <b>{week.unitName}</b>: {weekdays(week.weekdays)}
              {week.worksOnHolidays ? `, ${t('console.calendar.weeks.holidays')}` : ''}.{' '}
              <span className="dim">
                {week.to === null
                  ? t('console.calendar.since', { from: civilDay(week.from, language) })
                  : t('console.calendar.period', {
                      from: civilDay(week.from, language),
                      to: civilDay(week.to, language),
                    })}
                , {week.decree}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

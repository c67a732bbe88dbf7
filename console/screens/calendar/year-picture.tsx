import type { ReactNode } from 'react';
import type { YearView } from '../../../src/features/calendars/contract.ts';
import { useText } from '../../text/text-context.tsx';
import { type DayOfMonth, monthsOf } from './months-of.ts';

/** The year at a glance. The table beside it says the same in words, so for a screen reader this is one picture. */
export function YearPicture({ view }: { readonly view: YearView }): ReactNode {
  const { t, language } = useText();
  const months = monthsOf(view);
  const name = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  const has = (test: (day: DayOfMonth) => boolean): boolean =>
    months.flat().some((day) => day !== null && test(day));
  const legend = [
    ['national', has(({ kind }) => kind !== null && kind !== 'cuti-bersama')],
    ['leave', has(({ kind }) => kind === 'cuti-bersama')],
    ['local', has(({ isLocal }) => isLocal)],
    ['season', has(({ isSeason }) => isSeason)],
  ] as const;
  return (
    <figure className="year-picture">
      <div
        className="months"
        role="img"
        aria-label={t('console.calendar.picture', { year: String(view.year), count: view.holidays.length })}
      >
        {months.map((days, month) => (
          <div className="month" key={name.format(new Date(Date.UTC(view.year, month, 15)))}>
            <b>{name.format(new Date(Date.UTC(view.year, month, 15)))}</b>
            <div className="days">
              {days.map((day, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a day's place in its month is what it is
                <span key={index} className={classOf(day)}>
                  {day?.day}
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
      <figcaption>
        {legend
          .filter(([, isShown]) => isShown)
          .map(([id]) => (
            <span key={id}>
              <i className={`d ${id}`} aria-hidden="true" />
              {t(`console.calendar.legend.${id}`)}
            </span>
          ))}
      </figcaption>
    </figure>
  );
}

function classOf(day: DayOfMonth | null): string {
  if (day === null) return '';
  const { isWeekend, kind, isLocal, isSeason } = day;
  const national = kind === 'cuti-bersama' ? 'leave' : 'national';
  return [
    'd',
    isWeekend ? 'weekend' : '',
    kind === null ? '' : national,
    isLocal ? 'local' : '',
    isSeason ? 'season' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

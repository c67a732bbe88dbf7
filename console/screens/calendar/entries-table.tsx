import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { areaQuery } from '../../api/queries.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { civilDay, civilTime } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { dateOf, type Entry, type SeasonEntry } from './entry.ts';
import { useWeekdays } from './weekdays.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly atFault?: readonly number[];
  readonly edit?: { readonly open: (place: number) => void; readonly remove: (place: number) => void };
}

/** The lines of a decree in words, numbered as a refusal counts them. */
export function EntriesTable({ entries, atFault = [], edit }: Props): ReactNode {
  const { t, language } = useText();
  return (
    <Rows
      caption={t('console.calendar.entries', { count: entries.length })}
      className="entries"
      columns={[
        t('console.calendar.column.no'),
        t('console.calendar.column.date'),
        t('console.calendar.column.change'),
        t('console.calendar.column.what'),
        ...(edit === undefined ? [] : [t('console.calendar.column.acts')]),
      ]}
    >
      {entries.map((entry, place) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice until it is refused
          key={place}
          className={atFault.includes(place + 1) ? 'at-fault' : undefined}
        >
          <Cell className="dim" name={t('console.calendar.column.no')}>
            {place + 1}
          </Cell>
          <RowHead>
            <When entry={entry} />
          </RowHead>
          <Cell>{t(`console.calendar.change.${entry.change}.done`)}</Cell>
          <Cell>
            <What entry={entry} />
          </Cell>
          {edit === undefined ? null : (
            <Cell>
              <span className="row-acts tight">
                <button
                  type="button"
                  className="btn"
                  aria-label={t('console.calendar.entry.change-one', {
                    no: String(place + 1),
                    date: civilDay(dateOf(entry), language),
                  })}
                  onClick={() => edit.open(place)}
                >
                  {t('console.calendar.entry.change')}
                </button>
                <button
                  type="button"
                  className="btn"
                  aria-label={t('console.calendar.entry.remove-one', {
                    no: String(place + 1),
                    date: civilDay(dateOf(entry), language),
                  })}
                  onClick={() => edit.remove(place)}
                >
                  {t('console.calendar.entry.remove')}
                </button>
              </span>
            </Cell>
          )}
        </Row>
      ))}
    </Rows>
  );
}

function When({ entry }: { readonly entry: Entry }): ReactNode {
  const { t, language } = useText();
  if ('date' in entry) return civilDay(entry.date, language);
  const from = civilDay(entry.from, language);
  if (entry.to === null) return t('console.calendar.since', { from });
  return t('console.calendar.period', { from, to: civilDay(entry.to, language) });
}

function What({ entry }: { readonly entry: Entry }): ReactNode {
  const { t, language } = useText();
  const weekdays = useWeekdays();
  if (entry.change === 'hours') return <HoursWords entry={entry} />;
  if (entry.change === 'week') {
    return (
      <>
        <span lang="id">{entry.unitName}</span>: {weekdays(entry.weekdays)}
        {entry.worksOnHolidays ? `, ${t('console.calendar.weeks.holidays')}` : ''}
      </>
    );
  }
  return (
    <>
      {entry.change === 'add' ? <span lang="id">{entry.name}, </span> : null}
      {entry.change === 'withdraw'
        ? t('console.calendar.withdrawn')
        : lower(t(`console.calendar.kind.${entry.kind}`), language)}
      {entry.area === null ? null : (
        <>
          , <AreaName code={entry.area} />
        </>
      )}
    </>
  );
}

function lower(words: string, language: string): string {
  return words.charAt(0).toLocaleLowerCase(language) + words.slice(1);
}

function HoursWords({ entry }: { readonly entry: SeasonEntry }): ReactNode {
  const { t, language } = useText();
  const time = (text: string): string => civilTime(text, language);
  return (
    <>
      <span lang="id">{entry.name}</span>:{' '}
      {t('console.calendar.hours.words', {
        opens: time(entry.mondayToThursday.opens),
        closes: time(entry.mondayToThursday.closes),
        opensFriday: time(entry.friday.opens),
        closesFriday: time(entry.friday.closes),
        due: time(entry.deadlinesFallAt),
      })}
    </>
  );
}

function AreaName({ code }: { readonly code: string }): ReactNode {
  const { data } = useQuery(areaQuery(code));
  return <span lang="id">{data?.fullName ?? code}</span>;
}

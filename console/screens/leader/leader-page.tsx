import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { LeaderPage as LeaderData } from '../../../src/features/statistics/contract.ts';
import { institutionsQuery, leaderQuery } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { useTitle } from '../../app/use-title.ts';
import { SelectField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { longMoment, readerZone } from '../../text/dates.ts';
import { oneDecimal, wholeNumber } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';
import { type Figure, figures, hasFigures, totalOf } from './figures.ts';
import { WaitingForClosing } from './waiting-for-closing.tsx';
import './leader.css';

type Row = LeaderData['rows'][number];

/** How the office stands, unit by unit; every figure leads to its list and says what it counts. */
export function LeaderPage(): ReactNode {
  const { t, language } = useText();
  const { person } = useSession();
  const institutions = useQuery({ ...institutionsQuery, enabled: person.institution === null });
  const [chosen, setChosen] = useState('');
  const institution = person.institution?.id ?? (chosen === '' ? (institutions.data?.[0]?.id ?? '') : chosen);
  const { data, error, refetch } = useQuery({ ...leaderQuery(institution), enabled: institution !== '' });
  useTitle(t('console.leader.title'));
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={12} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  const total = totalOf(data.rows);
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.leader.title')}</h1>
        <p className="facts">
          {t('console.leader.at', { moment: longMoment(data.at, readerZone(), language) })}
        </p>
        <p className="lede">
          <b>{t('console.leader.open', { count: total.open })}</b>;{' '}
          <span className={total.late === 0 ? undefined : 'late'}>
            {t('console.leader.late', { count: total.late })}
          </span>
          ;{' '}
          <span className={total.dueToday === 0 ? undefined : 'soon'}>
            {t('console.leader.today', { count: total.dueToday })}
          </span>
          . {t('console.leader.closing', { count: total.waitingForClosing })}
        </p>
      </div>
      {person.institution === null && institutions.data !== undefined ? (
        <div className="pad narrow">
          <SelectField
            label={t('console.institution')}
            value={institution}
            onChange={setChosen}
            options={institutions.data.map(({ id, name }) => ({ id, name }))}
          />
        </div>
      ) : null}
      <section className="pad" aria-labelledby="h-units">
        <h2 id="h-units">{t('console.leader.units')}</h2>
        {data.rows.length === 0 ? (
          <p className="empty">{t('console.leader.empty')}</p>
        ) : (
          <Units rows={data.rows} />
        )}
      </section>
      <WaitingForClosing />
      <Definitions />
    </div>
  );
}

function Definitions(): ReactNode {
  const { t } = useText();
  return (
    <section className="pad block" aria-labelledby="h-meanings">
      <h2 id="h-meanings">{t('console.leader.meanings')}</h2>
      <dl className="definitions">
        {figures.map(({ name }) => (
          <div key={name}>
            <dt>{t(`console.figure.${name}`)}</dt>
            <dd>{t(`console.figure.${name}.meaning`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The units that have something to show, with those above them; the others on demand. */
function Units({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const busy = rows.filter(hasFigures);
  const empty = rows.length - busy.length;
  const few = empty === 0 || busy.length === 0;
  return (
    <>
      <UnitTable rows={all || few ? rows : busy} />
      {few ? null : (
        <p className="row-acts">
          <button type="button" className="btn" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('console.leader.hide-empty') : t('console.leader.show-empty', { count: empty })}
          </button>
        </p>
      )}
    </>
  );
}

function UnitTable({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const { t, language } = useText();
  const top = Math.min(...rows.map((row) => row.depth));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must be scrollable by keyboard
    <section className="scroll" tabIndex={0} aria-label={t('console.leader.scroll')}>
      <table className="rows grid-n">
        <caption className="vh">{t('console.leader.units')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.column.unit')}</th>
            {figures.map(({ name }) => (
              <th scope="col" className="num" key={name} title={t(`console.figure.${name}.meaning`)}>
                {t(`console.figure.${name}`)}
              </th>
            ))}
            <th scope="col" className="num">
              {t('console.figure.rating')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unitId ?? 'none'} className={`l${Math.min(row.depth - top, 3)}`}>
              <th scope="row">{row.unitName === '' ? t('console.unit.none') : row.unitName}</th>
              {figures.map((figure) => (
                <Cell key={figure.name} row={row} figure={figure} />
              ))}
              <td className="num">{row.meanRating === null ? '–' : oneDecimal(row.meanRating, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ row, figure }: { readonly row: Row; readonly figure: Figure }): ReactNode {
  const { t, language } = useText();
  const count = row[figure.name];
  const tone = count > 0 ? figure.tone : '';
  if (count === 0) return <td className="num zero">0</td>;
  // What no unit has yet is a part of every list and no list of its own.
  if (row.unitId === null) return <td className={`num ${tone}`}>{wholeNumber(count, language)}</td>;
  return (
    <td className={`num ${tone}`}>
      <Link
        to="/"
        search={{ ...figure.list, unit: row.unitId }}
        className="figure"
        aria-label={t('console.leader.to-list', {
          count,
          figure: t(`console.figure.${figure.name}`),
          unit: row.unitName,
        })}
      >
        {wholeNumber(count, language)}
      </Link>
    </td>
  );
}

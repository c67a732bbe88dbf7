import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { Compliance } from '../../../src/features/compliance/contract.ts';
import type { ComplianceSearch } from '../../app/compliance-search.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { useText } from '../../text/text-context.tsx';
import { FigureLink } from './figure-link.tsx';
import { shareWords } from './figure-words.ts';

// The library that draws is larger than the rest of the console: loaded where a chart is shown, and only then.
const MonthsChart = lazy(() => import('./months-chart.tsx').then((part) => ({ default: part.MonthsChart })));

interface Props {
  readonly data: Compliance;
  readonly search: ComplianceSearch;
}

/** How the indicator went from month to month: drawn, and in words beside it. */
export function Months({ data, search }: Props): ReactNode {
  const { months } = data;
  const { t, language } = useText();
  const rows = useMemo(
    () => months.map((month) => ({ ...month, name: monthName(month.month, language) })),
    [months, language],
  );
  const columns = (['kept', 'missed', 'unjudged'] as const).map((figure) => ({
    figure,
    name: t(`console.compliance.figure.${figure}`),
  }));
  return (
    <section className="pad block" aria-labelledby="h-months">
      <h2 id="h-months">{t('console.compliance.chart')}</h2>
      <p className="note">{t('console.compliance.chart.note')}</p>
      <div className="side-by-side">
        <Suspense fallback={<div className="chart" />}>
          <MonthsChart
            label={t('console.compliance.chart')}
            months={rows}
            kept={t('console.compliance.figure.kept')}
            missed={t('console.compliance.figure.missed')}
          />
        </Suspense>
        <Rows
          caption={t('console.compliance.chart')}
          className="tree"
          columns={[
            t('console.compliance.chart.month'),
            ...columns.map(({ name }) => ({ name, figures: true as const })),
            { name: '%', figures: true },
          ]}
        >
          {rows.map((month) => (
            <Row key={month.month}>
              <RowHead className="nw">{month.name}</RowHead>
              {columns.map(({ figure, name }) => (
                <Cell key={figure} name={name} className="num">
                  <FigureLink
                    count={month[figure]}
                    figure={name}
                    search={{ ...search, ...daysIn(month.month, data), measure: figure }}
                    tone={figure === 'missed' ? 'late' : ''}
                  />
                </Cell>
              ))}
              <Cell name="%" className="num">
                {month.share === null ? '–' : shareWords(month.share, language)}
              </Cell>
            </Row>
          ))}
        </Rows>
      </div>
    </section>
  );
}

/** The days of a month that lie in the period. */
function daysIn(month: string, { from, to }: Pick<Compliance, 'from' | 'to'>) {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0))
    .toISOString()
    .slice(0, 10);
  return { from: from > `${month}-01` ? from : `${month}-01`, to: to < last ? to : last };
}

function monthName(month: string, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-15T00:00:00Z`));
}

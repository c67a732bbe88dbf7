import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { Compliance } from '../../../src/features/compliance/contract.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { wholeNumber } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';
import { shareWords } from './figure-words.ts';

// The library that draws is larger than the rest of the console: loaded where a chart is shown, and only then.
const MonthsChart = lazy(() => import('./months-chart.tsx').then((part) => ({ default: part.MonthsChart })));

/** How the indicator went from month to month: drawn, and in words beside it. */
export function Months({ months }: { readonly months: Compliance['months'] }): ReactNode {
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
                  {wholeNumber(month[figure], language)}
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

function monthName(month: string, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-15T00:00:00Z`));
}

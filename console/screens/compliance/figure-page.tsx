import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CasesOfFigure } from '../../../src/features/compliance/contract.ts';
import { casesOfFigureQuery, procedureQuery } from '../../api/queries.ts';
import { type FigureSearch, toComplianceQuery } from '../../app/compliance-search.ts';
import { useNow } from '../../app/use-now.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { longMoment, readerZone, shortMoment } from '../../text/dates.ts';
import { type Translate, useText } from '../../text/text-context.tsx';
import { branchWords, endingWords } from './figure-words.ts';
import './compliance.css';

/** The cases behind one figure: those that the person may read, and how many more were counted. */
export function FigurePage(): ReactNode {
  const { t, language } = useText();
  const search = useSearch({ from: '/kepatuhan/perkara' });
  const { step, measure, ending, exit, next, actors, holder, cursor, ...page } = search;
  const asked = { measure, ending, exit, next, actors, holder, cursor };
  const ofRuns = step !== undefined || actors !== undefined || holder !== undefined;
  const query = {
    ...toComplianceQuery(page, page.sop ?? ''),
    ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
  };
  const { data, error, refetch } = useQuery(casesOfFigureQuery(partOf(step, ofRuns), query));
  const figure = figureName(search, t);
  useTitle(figure);
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={12} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  const { cursor: _cursor, ...first } = search;
  return (
    <div className="page">
      <div className="head">
        <p className="crumb">
          <Link to="/kepatuhan" search={page} className="link">
            {t('console.compliance.list.back')}
          </Link>
        </p>
        <h1>
          {t(`console.compliance.list.${ofRuns ? 'title' : 'cases'}`, {
            figure,
            count: data.total,
          })}
        </h1>
        <p className="facts">
          {t('console.compliance.as-of', { moment: longMoment(data.asOf, readerZone(), language) })}
        </p>
        {step === undefined ? null : <StepLine sop={page.sop ?? ''} step={step} />}
      </div>
      <div className="pad">
        {data.hidden === 0 ? null : (
          <p className="note">{t('console.compliance.list.hidden', { count: data.hidden })}</p>
        )}
        {data.items.length === 0 ? (
          <p className="empty">{t('console.compliance.list.empty')}</p>
        ) : (
          <Lines data={data} ofStep={ofRuns} caption={figure} />
        )}
        <p className="row-acts">
          {cursor === undefined ? null : (
            <Link to="/kepatuhan/perkara" search={first} className="btn">
              {t('console.compliance.list.first')}
            </Link>
          )}
          {data.next === null ? null : (
            <Link to="/kepatuhan/perkara" search={{ ...first, cursor: data.next }} className="btn">
              {t('console.compliance.list.more')}
            </Link>
          )}
        </p>
      </div>
    </div>
  );
}

function partOf(step: string | undefined, ofRuns: boolean): string {
  if (step !== undefined) return `steps/${encodeURIComponent(step)}/cases`;
  return ofRuns ? 'runs' : 'cases';
}

function figureName({ measure = 'ran', step, ending, exit, next }: FigureSearch, t: Translate): string {
  if (ending !== undefined) return endingWords(ending, t);
  if (exit !== undefined) {
    const kind = next === '' || next === undefined ? 'ended' : exit === 'none' ? 'onward' : exit;
    return branchWords({ kind, next: next === '' ? null : (next ?? null) }, t);
  }
  if (step === undefined && measure.startsWith('overall-')) {
    return `${t('console.compliance.whole')}: ${t(`console.compliance.outcome.${measure.slice(8)}`)}`;
  }
  return t(`console.compliance.figure.${measure}`);
}

function StepLine({ sop, step }: { readonly sop: string; readonly step: string }): ReactNode {
  const { t } = useText();
  const [institution = '', name = ''] = sop.split('/');
  const { data } = useQuery(procedureQuery(institution, name));
  const activity = data?.rows.find((one) => one.no === step)?.activity;
  return activity === undefined ? null : (
    <p className="facts whole">{t('console.compliance.list.step', { step, activity })}</p>
  );
}

type Item = CasesOfFigure['items'][number];

function Lines({
  data,
  ofStep,
  caption,
}: {
  readonly data: CasesOfFigure;
  readonly ofStep: boolean;
  readonly caption: string;
}): ReactNode {
  const { t } = useText();
  const times = ofStep
    ? [
        t('console.compliance.list.from'),
        t('console.compliance.list.until'),
        t('console.compliance.list.due'),
        t('console.compliance.list.used'),
      ]
    : [t('console.compliance.list.received')];
  return (
    <Rows
      caption={caption}
      className="figure-cases"
      columns={[
        t('console.column.number'),
        t('console.column.subject'),
        t('console.column.unit'),
        ...times,
        t('console.compliance.list.outcome'),
      ]}
    >
      {data.items.map((item) => (
        <Line key={`${item.id} ${item.from}`} item={item} ofStep={ofStep} />
      ))}
    </Rows>
  );
}

function Line({ item, ofStep }: { readonly item: Item; readonly ofStep: boolean }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const moment = (instant: string) => shortMoment(instant, item.zone, language, now, true);
  return (
    <Row>
      <Cell className="nw">{item.number}</Cell>
      <RowHead>
        <Link to="/perkara/$id" params={{ id: item.id }} className="name">
          {item.title}
        </Link>
      </RowHead>
      <Cell>{item.unit ?? t('console.unit.none')}</Cell>
      <Cell name={t(`console.compliance.list.${ofStep ? 'from' : 'received'}`)} className="nw">
        {moment(item.from)}
      </Cell>
      {ofStep ? <Times item={item} moment={moment} /> : null}
      <Cell className={item.outcome === 'late' ? 'nw late' : 'nw'}>
        {item.outcome === null ? '–' : t(`console.compliance.outcome.${item.outcome}`)}
      </Cell>
    </Row>
  );
}

function Times({
  item,
  moment,
}: {
  readonly item: Item;
  readonly moment: (instant: string) => string;
}): ReactNode {
  const { t } = useText();
  const { until, due, used, usedUnit } = item;
  return (
    <>
      <Cell name={t('console.compliance.list.until')} className="nw">
        {until === null ? t('console.compliance.list.open') : moment(until)}
      </Cell>
      <Cell name={t('console.compliance.list.due')} className="nw">
        {due === null ? '–' : moment(due)}
      </Cell>
      <Cell name={t('console.compliance.list.used')} className="nw">
        {used === null || usedUnit === null ? '–' : t(`console.compliance.used.${usedUnit}`, { count: used })}
      </Cell>
    </>
  );
}

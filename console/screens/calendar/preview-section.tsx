import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  type MoveOutcome,
  moveOutcomes,
  type PreviewView,
  type RevisionView,
} from '../../../src/features/calendars/contract.ts';
import { previewQuery, previewRows } from '../../api/calendar-queries.ts';
import { problemOf } from '../../api/client.ts';
import { useNow } from '../../app/use-now.ts';
import { SelectField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { elsewhere, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { FaultList } from './fault-list.tsx';

/** Every open deadline that applying would touch: what was promised, what it becomes, and why it may stay. */
export function PreviewSection({ view }: { readonly view: RevisionView }): ReactNode {
  const { t } = useText();
  const [outcome, setOutcome] = useState<MoveOutcome | ''>('');
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery(previewQuery(view.id, view.version, outcome, offset));
  return (
    <section className="pad block" aria-labelledby="h-preview">
      <h2 id="h-preview">{t('console.calendar.preview')}</h2>
      {error === null ? null : <PreviewProblem error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data === undefined || error !== null ? null : (
        <>
          <Summary data={data} />
          {data.units.length === 0 ? null : (
            <div className="preview-filter">
              <SelectField
                label={t('console.calendar.preview.show')}
                value={outcome}
                empty={t('console.calendar.preview.all')}
                options={moveOutcomes.map((id) => ({
                  id,
                  name: `${t(`console.calendar.outcome.${id}`)} (${data.counts[id]})`,
                }))}
                onChange={(chosen) => {
                  setOffset(0);
                  setOutcome(moveOutcomes.find((one) => one === chosen) ?? '');
                }}
              />
            </div>
          )}
          <Moves data={data} />
          <Pages offset={offset} total={data.total} onMove={setOffset} />
        </>
      )}
    </section>
  );
}

/** A draft that something applied since has overtaken says which of its lines no longer fit. */
function PreviewProblem({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => void;
}): ReactNode {
  const problem = problemOf(error);
  if (problem.faults.length === 0) return <PageProblem error={error} retry={retry} />;
  return (
    <ProblemNote problem={problem}>
      <FaultList faults={problem.faults} line="console.calendar.fault.entry" />
    </ProblemNote>
  );
}

function Summary({ data }: { readonly data: PreviewView }): ReactNode {
  const { t } = useText();
  const { counts, examined, elsewhere: others } = data;
  const isQuiet = moveOutcomes.every((outcome) => counts[outcome] === 0) && others === 0;
  return (
    <>
      <p>
        {isQuiet
          ? t('console.calendar.preview.none', { examined })
          : t('console.calendar.preview.summary', { examined, later: counts.later, kept: counts.kept })}{' '}
        {others === 0 ? null : t('console.calendar.preview.elsewhere', { count: others })}
      </p>
      <p className="note">{t('console.calendar.preview.note')}</p>
      {data.units.length < 2 ? null : (
        <details className="note">
          <summary>{t('console.calendar.preview.units')}</summary>
          <ul className="by-unit">
            {data.units.map((one) => (
              <li key={one.unit ?? ''}>
                {one.unit ?? t('console.calendar.no-unit')}:{' '}
                {moveOutcomes
                  .filter((outcome) => one[outcome] > 0)
                  .map((outcome) => `${one[outcome]} ${t(`console.calendar.outcome.${outcome}`)}`)
                  .join(', ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Moves({ data }: { readonly data: PreviewView }): ReactNode {
  const { t } = useText();
  if (data.rows.length === 0) return null;
  const column = (name: string): string => t(`console.calendar.column.${name}`);
  return (
    <Rows
      caption={t('console.calendar.preview')}
      className="moves"
      columns={[
        column('case'),
        column('clock'),
        column('unit'),
        column('old'),
        column('new'),
        column('outcome'),
      ]}
    >
      {data.rows.map((row) => (
        <Move key={`${row.number} ${row.rule} ${row.oldDue}`} row={row} />
      ))}
    </Rows>
  );
}

function Move({ row }: { readonly row: PreviewView['rows'][number] }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const rule = useRuleName();
  const due = (at: string | null): string =>
    at === null
      ? t('console.calendar.undated')
      : `${shortMoment(at, row.zone, language, now, true)}${elsewhere(at, row.zone, language)}`;
  return (
    <Row>
      <RowHead>
        {row.caseId === null ? (
          row.number
        ) : (
          <Link to="/perkara/$id" params={{ id: row.caseId }} className="link">
            {row.number}
          </Link>
        )}
      </RowHead>
      <Cell>{rule(row.rule)}</Cell>
      <Cell>{row.unit ?? <span className="dim">{t('console.calendar.no-unit')}</span>}</Cell>
      <Cell name={t('console.calendar.column.old')}>{due(row.oldDue)}</Cell>
      <Cell name={t('console.calendar.column.new')}>
        {row.outcome === 'later' ? <b>{due(row.newDue)}</b> : due(row.newDue)}
        {row.outcome === 'kept' ? (
          <small>{t('console.calendar.counted', { date: due(row.counted) })}</small>
        ) : null}
      </Cell>
      <Cell>{t(`console.calendar.outcome.${row.outcome}`)}</Cell>
    </Row>
  );
}

/** As on the case's own page; whose task an assignment is, is said there. */
function useRuleName(): (rule: string) => string {
  const { t, knows } = useText();
  return (rule) => {
    if (rule.startsWith('step:')) return t('console.clock.step', { no: rule.slice(5) });
    if (rule === 'assignment') return t('console.clock.assignment.one');
    return knows(`console.clock.${rule}`) ? t(`console.clock.${rule}`) : rule;
  };
}

function Pages({
  offset,
  total,
  onMove,
}: {
  readonly offset: number;
  readonly total: number;
  readonly onMove: (offset: number) => void;
}): ReactNode {
  const { t } = useText();
  if (total <= previewRows) return null;
  return (
    <p className="row-acts">
      <button
        type="button"
        className="btn"
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - previewRows))}
      >
        {t('console.previous')}
      </button>
      <span className="dim">
        {t('console.calendar.preview.rows', {
          from: offset + 1,
          to: Math.min(offset + previewRows, total),
          total,
        })}
      </span>
      <button
        type="button"
        className="btn"
        disabled={offset + previewRows >= total}
        onClick={() => onMove(offset + previewRows)}
      >
        {t('console.next')}
      </button>
    </p>
  );
}

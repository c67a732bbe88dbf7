import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProcedureRow, ProcedureView } from '../../../src/features/procedures/contract.ts';
import { procedureQuery } from '../../api/queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import './procedure.css';

/** The SOP in the columns of the official form; to read, not to change. */
export function ProcedurePage(): ReactNode {
  const { t } = useText();
  const { institution, name } = useParams({ from: '/sop/$institution/$name' });
  const { data, error, refetch } = useQuery(procedureQuery(institution, name));
  useTitle(data?.title ?? '');
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={12} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  return (
    <div className="page">
      <div className="head">
        <p className="crumb">
          <Link to="/sop" className="link">
            <Icon name="back" />
            {t('console.procedures.title')}
          </Link>
        </p>
        <h1>{data.title}</h1>
        <p className="facts">
          {t('console.procedures.facts', { version: data.version, count: data.stepCount })}
        </p>
      </div>
      <Facts procedure={data} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must be scrollable by keyboard */}
      <section className="scroll pad" tabIndex={0} aria-label={t('console.leader.scroll')}>
        <table className="sop">
          <caption className="vh">{data.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('console.sop.no')}</th>
              <th scope="col">{t('console.sop.activity')}</th>
              <th scope="col">{t('console.sop.actors')}</th>
              <th scope="col">{t('console.sop.requires')}</th>
              <th scope="col">{t('console.sop.limit')}</th>
              <th scope="col">{t('console.sop.output')}</th>
              <th scope="col">{t('console.sop.next')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <Row key={row.no} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      {data.notes.length === 0 ? null : (
        <section className="pad" aria-labelledby="h-notes">
          <h2 id="h-notes">{t('console.sop.notes')}</h2>
          <ul className="plain-list">
            {data.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Facts({ procedure }: { readonly procedure: ProcedureView }): ReactNode {
  const { t } = useText();
  const { overall } = procedure.time;
  const facts: readonly (readonly [string, string | null])[] = [
    ['decree', procedure.decree.number],
    ['overall', overall === null ? null : t(`console.limit.${overall.unit}`, { count: overall.amount })],
    ['fee', procedure.fee],
    ['requirements', procedure.requirements.map((one) => one.title).join('; ')],
    ['channels', procedure.channels.join(', ')],
    ['indicator', procedure.indicator],
    ['basis', procedure.legalBasis.join('; ')],
  ];
  return (
    <dl className="kv pad narrow">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{t(`console.sop.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Row({ row }: { readonly row: ProcedureRow }): ReactNode {
  const { t } = useText();
  return (
    <tr>
      <th scope="row">{row.no}</th>
      <td>
        {row.activity}
        {row.question === null ? null : <small>{row.question}</small>}
        {row.note === null ? null : <small>{row.note}</small>}
      </td>
      <td>{row.actors.join(', ')}</td>
      <td>{row.requires.join('; ')}</td>
      <td className="nw">
        {row.limit === null ? '–' : t(`console.limit.${row.limit.unit}`, { count: row.limit.amount })}
      </td>
      <td>{row.output.join('; ')}</td>
      <td>
        {row.exits === null
          ? (row.next ?? t('console.sop.end'))
          : t('console.sop.exits', { yes: row.exits.ya, no: row.exits.tidak })}
        {row.returnsTo === null ? null : <small>{t('console.sop.returns', { no: row.returnsTo })}</small>}
      </td>
    </tr>
  );
}

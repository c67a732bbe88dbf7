import type { ReactNode } from 'react';
import type { ProcedureRow, ProcedureView } from '../../../src/features/procedures/contract.ts';
import { useText } from '../../text/text-context.tsx';
import { decreeDate } from './decree-date.ts';

/** The SOP in the columns of the official form, with its identity above and the notes on its source below. */
export function ProcedureTable({ procedure }: { readonly procedure: ProcedureView }): ReactNode {
  const { t } = useText();
  return (
    <>
      <Facts procedure={procedure} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must be scrollable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t('console.leader.scroll')}>
        <table className="sop">
          <caption className="vh">{procedure.title}</caption>
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
            {procedure.rows.map((row) => (
              <Row key={row.no} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      {procedure.notes.length === 0 ? null : (
        <section aria-labelledby="h-notes">
          <h3 id="h-notes">{t('console.sop.notes')}</h3>
          <ul className="plain-list" lang="id">
            {procedure.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Facts({ procedure }: { readonly procedure: ProcedureView }): ReactNode {
  const { t, language } = useText();
  const { overall } = procedure.time;
  const { number, signatory } = procedure.decree;
  const date = decreeDate(procedure.decree.date, language);
  const facts: readonly (readonly [string, string | null])[] = [
    ['decree', [number, date, signatory].filter((part) => part !== null && part !== '').join('; ')],
    ['overall', overall === null ? null : t(`console.limit.${overall.unit}`, { count: overall.amount })],
    ['fee', procedure.fee],
    ['requirements', procedure.requirements.map((one) => one.title).join('; ')],
    ['channels', procedure.channels.join(', ')],
    ['indicator', procedure.indicator],
    ['basis', procedure.legalBasis.join('; ')],
  ];
  return (
    <dl className="kv narrow">
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

import type { ProcedureRow, ProcedureView } from '../../features/procedures/contract.ts';
import type { Reader } from '../parts/reader.ts';

interface SopTableProps {
  readonly reader: Reader;
  readonly procedure: ProcedureView;
}

/** The columns of PermenPANRB 35/2012: No, Uraian Kegiatan, Pelaksana, Mutu Baku; and where it goes on. */
export function SopTable({ reader, procedure }: SopTableProps) {
  const { t } = reader;
  return (
    // The roles keep it a table where the style sheet turns rows into blocks.
    <table className="form-table gap-s" role="table">
      <caption className="vh">{procedure.title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <Head className="no" name={t('sop.table.no')} />
          <Head className="what" name={t('sop.table.activity')} />
          <Head name={t('sop.table.actor')} />
          <Head name={t('sop.table.requires')} />
          <Head className="time" name={t('sop.table.limit')} />
          <Head name={t('sop.table.output')} />
          <Head name={t('sop.table.next')} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {procedure.rows.map((row) => (
          <Row key={row.no} reader={reader} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Head({ name, className }: { name: string; className?: string }) {
  return (
    <th scope="col" role="columnheader" className={className}>
      {name}
    </th>
  );
}

function Row({ reader, row }: { reader: Reader; row: ProcedureRow }) {
  const { t } = reader;
  const { limit } = row;
  return (
    <tr role="row" id={`langkah-${row.no}`}>
      <th scope="row" role="rowheader">
        {row.no}
      </th>
      <td role="cell" className="what" lang="id">
        {row.activity}
        {row.question !== null && <small>{row.question}</small>}
        {row.isOptional && <small lang={reader.locale}>{t('sop.table.optional')}</small>}
      </td>
      <Cell name={t('sop.table.actor')} items={row.actors} />
      <Cell name={t('sop.table.requires')} items={row.requires} />
      <td role="cell" data-name={t('sop.table.limit')}>
        {limit !== null && t(`limit.${limit.unit}`, { amount: limit.amount })}
      </td>
      <Cell name={t('sop.table.output')} items={row.output} />
      <td role="cell" data-name={t('sop.table.next')}>
        {nextWords(reader, row).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </td>
    </tr>
  );
}

/** The office's own words, one or several. */
function Cell({ name, items }: { name: string; items: readonly string[] }) {
  return (
    <td role="cell" lang="id" data-name={name}>
      {items.length > 1 ? (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ) : (
        items[0]
      )}
    </td>
  );
}

function nextWords({ t }: Reader, row: ProcedureRow): readonly string[] {
  const { exits, next, returnsTo, copies } = row;
  const onward =
    exits === null
      ? [next === null ? t('sop.table.end') : t('sop.table.then', { no: next })]
      : [t('sop.table.yes', { no: exits.ya }), t('sop.table.no-exit', { no: exits.tidak })];
  return [
    ...onward,
    ...(returnsTo === null ? [] : [t('sop.table.returns', { no: returnsTo })]),
    ...(copies.length === 0 ? [] : [t('sop.table.copies', { actors: copies.join(', ') })]),
  ];
}

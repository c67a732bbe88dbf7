import { Fragment, type ReactNode, useId, useState } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { placeAssignments } from './assignment-tree.ts';
import { ReportText } from './report-section.tsx';

type Assignment = CaseView['assignments'][number];

/** Who works on it, under whom, until when, and what they reported. */
export function AssignmentSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useText();
  const heading = useId();
  if (view.assignments.length === 0 && view.copies.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <div className="sub">
        <h2 id={heading}>{t('console.assignments.title')}</h2>
        <span className="dim">{t('console.assignments.note')}</span>
      </div>
      {view.assignments.length === 0 ? null : (
        <table className="rows stack-sm" role="table">
          <caption className="vh">{t('console.assignments.caption', { number: view.number })}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {t('console.assignments.who')}
              </th>
              <th scope="col" role="columnheader">
                {t('console.assignments.task')}
              </th>
              <th scope="col" role="columnheader">
                {t('console.column.due')}
              </th>
              <th scope="col" role="columnheader">
                {t('console.assignments.state')}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {placeAssignments(view.assignments).map(({ assignment, depth }) => (
              <Row key={assignment.id} one={assignment} depth={depth} zone={view.institution.zone} />
            ))}
          </tbody>
        </table>
      )}
      {view.copies.length === 0 ? null : (
        <p className="note">
          {t('console.assignments.copies', { units: view.copies.map((unit) => unit.name).join(', ') })}
        </p>
      )}
    </section>
  );
}

function Row({
  one,
  depth,
  zone,
}: {
  readonly one: Assignment;
  readonly depth: number;
  readonly zone: string;
}): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const tone =
    one.state === 'open' ? { late: 'late', soon: 'soon', paused: 'held' }[one.colour as string] : undefined;
  const report = one.reports.at(-1);
  return (
    <Fragment>
      <tr role="row" className={depth === 0 ? undefined : `l${Math.min(depth, 2)}`}>
        <th scope="row" role="rowheader">
          {one.person?.name ?? one.unit?.name}
          {one.mine ? <b> {t('console.assignments.mine')}</b> : null}
          <small>
            {one.person === null
              ? t('console.assignments.by', { name: one.assignedBy.name })
              : one.unit?.name}
          </small>
        </th>
        <td role="cell">{one.task}</td>
        <td role="cell">{one.due === null ? '' : shortMoment(one.due, zone, language, now)}</td>
        <td role="cell" className={tone}>
          {t(`console.assignments.${one.state}`)}
          {report === undefined ? null : (
            <>
              {' '}
              <button
                type="button"
                className="btn bare link"
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                {t(open ? 'console.assignments.hide' : 'console.assignments.read')}
              </button>
            </>
          )}
        </td>
      </tr>
      {open && report !== undefined ? (
        <tr role="row">
          <td colSpan={4} role="cell" className="wide">
            <ReportText version={report} against={one.reports.at(-2)} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

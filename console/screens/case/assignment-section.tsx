import { Fragment, type ReactNode, useId, useState } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
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
        <Rows
          caption={t('console.assignments.caption', { number: view.number })}
          columns={[
            t('console.assignments.who'),
            t('console.assignments.task'),
            t('console.column.due'),
            t('console.assignments.state'),
          ]}
        >
          {placeAssignments(view.assignments).map(({ assignment, depth }) => (
            <OneAssignment key={assignment.id} one={assignment} depth={depth} view={view} />
          ))}
        </Rows>
      )}
      {view.copies.length === 0 ? null : (
        <p className="note">
          {t('console.assignments.copies', { units: view.copies.map((unit) => unit.name).join(', ') })}
        </p>
      )}
    </section>
  );
}

function OneAssignment({
  one,
  depth,
  view,
}: {
  readonly one: Assignment;
  readonly depth: number;
  readonly view: CaseView;
}): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const [open, setOpen] = useState(false);
  // The task ends by the wall clock of whoever works on it.
  const here = view.institution.zone;
  const zone = view.clocks.find((clock) => clock.id === `assignment:${one.id}`)?.zone ?? here;
  const tone =
    one.state === 'open' ? { late: 'late', soon: 'soon', paused: 'held' }[one.colour as string] : undefined;
  const report = one.reports.at(-1);
  return (
    <Fragment>
      <Row className={depth === 0 ? undefined : `l${Math.min(depth, 2)}`}>
        <RowHead>
          {one.person?.name ?? one.unit?.name}
          {one.mine ? <b> {t('console.assignments.mine')}</b> : null}
          <small>
            {one.person === null
              ? t('console.assignments.by', { name: one.assignedBy.name })
              : one.unit?.name}
          </small>
        </RowHead>
        <Cell>{one.task}</Cell>
        <Cell name={t('console.column.due')}>
          {one.due === null ? '' : shortMoment(one.due, zone, language, now, zone !== here)}
        </Cell>
        <Cell className={tone}>
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
        </Cell>
      </Row>
      {open && report !== undefined ? (
        <Row>
          <Cell className="wide" columns={4}>
            <ReportText version={report} against={one.reports.at(-2)} />
          </Cell>
        </Row>
      ) : null}
    </Fragment>
  );
}

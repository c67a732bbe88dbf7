import { clockName } from '../../features/cases/index.ts';
import { isYourTurn, lateClocks, upcomingClock } from './track-clocks.ts';
import { Fork } from './track-fork.tsx';
import type { Tracked } from './track-forms.ts';
import { type PrintedStep, printedSteps, type SkippedSteps, type StepRow } from './track-steps.ts';
import { DueHour, shortDate, Use, When } from './track-when.tsx';

interface StepProps {
  readonly page: Tracked;
  readonly step: PrintedStep;
}

/** The living SOP: the institution's own steps, with what is done, where the case stands, and what follows. */
export function Sop({ page }: { page: Tracked }) {
  const { reader, view, now } = page;
  const { t } = reader;
  const { procedure, institution } = view;
  // What would have followed is done with the other report.
  const shown = printedSteps(view).filter(
    (step) => !view.merged || step.kind !== 'step' || step.state !== 'next',
  );
  return (
    <section aria-labelledby="sop">
      <h2 id="sop">{t('track.sop.title')}</h2>
      <p className="small">
        {t('track.sop.intro', {
          title: procedure.title,
          institution: institution.name,
          count: procedure.printedSteps,
        })}{' '}
        <a href={`/sop/${procedure.id}?versi=${procedure.version}`}>{t('track.sop.link')}</a>
      </p>
      <ol className="sop" role="list">
        {shown.map((step) =>
          step.kind === 'skipped' ? (
            <Skipped key={step.from} page={page} step={step} />
          ) : (
            <Step key={step.no} page={page} step={step} />
          ),
        )}
        {view.status === 'answered' && view.steps.every((row) => row.state !== 'here') && (
          <YourTurn page={page} />
        )}
        {view.merged && (
          <li className="skipped">
            <p>{t('track.sop.merged')}</p>
          </li>
        )}
        <End page={page} />
      </ol>
      <p className="small asof">
        {t('track.sop.as-of')} <When page={page} at={now} />
      </p>
    </section>
  );
}

function Skipped({ page: { reader }, step: { from, to } }: { page: Tracked; step: SkippedSteps }) {
  const { t } = reader;
  return (
    <li className="skipped">
      <p>
        {from === to ? t('track.sop.skipped-one', { no: from }) : t('track.sop.skipped-many', { from, to })}
      </p>
    </li>
  );
}

function Step({ page, step }: StepProps) {
  const { t } = page.reader;
  const isLate = step.state === 'done' && step.clock?.outcome === 'late';
  return (
    <li
      className={[step.state, shapeOf(step), isLate ? 'over' : ''].filter((name) => name !== '').join(' ')}
      aria-current={step.state === 'here' ? 'step' : undefined}
    >
      <span className="no" aria-hidden="true">
        {step.no}
      </span>
      <h3>
        <span className="vh">
          {t(`track.sop.state.${isLate ? 'done-late' : step.state}`, { no: step.no })}{' '}
        </span>
        {titleOf(page, step)}
      </h3>
      {step.state !== 'next' && <Happened page={page} step={step} />}
      {step.state === 'done' && step.clock !== null && <Use reader={page.reader} clock={step.clock} />}
      {step.state === 'here' && <Overdue page={page} step={step} />}
      {step.state === 'here' && <Due page={page} />}
      {step.assignments.length > 0 && <Fork page={page} assignments={step.assignments} />}
      <Note page={page} step={step} />
      <OtherRows page={page} rows={step.others} />
    </li>
  );
}

/** The shapes of the flowchart: capsule begins and ends, diamond decides, box works. */
function shapeOf({ row }: PrintedStep): '' | 'cap' | 'dec' {
  if (['submit', 'rate', 'receive'].includes(row.act)) return 'cap';
  return row.question === null ? '' : 'dec';
}

function titleOf(page: Tracked, { row, state, assignments }: PrintedStep): string {
  const { t } = page.reader;
  if (state === 'here' && page.view.merged) return t('track.sop.merged-here');
  const open = assignments.filter((one) => one.state === 'open').length;
  if (open > 0) return open === 1 ? t('track.fork.one') : t('track.fork.many', { count: open });
  if (assignments.length > 0) return t('track.fork.done');
  return rowTitle(page, row, state);
}

function rowTitle({ reader: { t }, view }: Tracked, row: StepRow, state: PrintedStep['state']): string {
  if (row.act === 'rate' && view.closure?.kind === 'no-response') return t('track.step.silent');
  return t(`track.step.${row.act}.${state === 'also' ? 'here' : state}`);
}

/** Who had it and when, and what was decided there. */
function Happened({ page, step: { row, clock, state } }: StepProps) {
  const { t } = page.reader;
  return (
    <p>
      <Who page={page} row={row} />
      {row.question !== null && row.exit !== null && (
        <>
          {' '}
          <span lang="id">{row.question}</span>{' '}
          <b>{t(row.exit === 'ya' ? 'track.sop.yes' : 'track.sop.no')}</b>
        </>
      )}
      {row.act === 'accept' && <Copies page={page} />}
      {state === 'done' && clock?.outcome === 'late' && clock.due !== null && (
        <> {t('track.sop.missed', { date: shortDate(page, clock.due, clock.zone) })}</>
      )}
    </p>
  );
}

function Who({ page, row }: { page: Tracked; row: StepRow }) {
  const { reader, view } = page;
  const { t } = reader;
  if (row.act === 'submit')
    return (
      <>
        <When page={page} at={view.receivedAt} />, {t(`channel-via.${view.channel}`)}.
      </>
    );
  if (row.act === 'record')
    return t(enteredByOfficer.includes(view.channel) ? 'track.step-note.entered' : 'track.step-note.record');
  const at = row.endedAt ?? row.startedAt;
  if (at === null) return null;
  const date = shortDate(page, at, view.zone);
  const since = row.endedAt === null ? t('track.sop.since', { date }) : date;
  const by = ['rate', 'receive'].includes(row.act) ? null : row.by;
  return by === null ? `${since.charAt(0).toUpperCase()}${since.slice(1)}.` : `${by}, ${since}.`;
}

const enteredByOfficer: readonly string[] = ['counter', 'letter', 'phone'];

/** Whoever was told of the case without having to act on it (tembusan). */
function Copies({ page: { reader, view } }: { page: Tracked }) {
  const units = view.timeline.flatMap(({ type, data }) => (type === 'CopySent' ? [String(data.unit)] : []));
  return units.length === 0 ? null : (
    <> {reader.t('track.sop.copies', { units: [...new Set(units)].join(', ') })}</>
  );
}

/** Where the form ends with the answer, the reporter's judgement still follows. */
function YourTurn({ page }: { page: Tracked }) {
  return (
    <li className="here cap" aria-current="step">
      <span className="no" aria-hidden="true" />
      <h3>{page.reader.t('track.step.rate.here')}</h3>
      <Due page={page} />
    </li>
  );
}

/** The step's own time, where it has run out and another date comes next. */
function Overdue({ page: { reader, view }, step: { clock } }: StepProps) {
  if (clock === null || clock.colour !== 'late' || clock.owner === 'reporter') return null;
  if (upcomingClock(view) === undefined) return null;
  return <Use reader={reader} clock={clock} name={clockName(reader, clock.rule)} />;
}

/** The date that the reporter came for, where the case stands. */
function Due({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  const upcoming = upcomingClock(view);
  const clock = upcoming ?? (isYourTurn(view) ? undefined : lateClocks(view)[0]);
  const isPaused = view.status === 'awaiting-reporter';
  if (clock?.due == null) return isPaused ? <p>{t('track.sop.waiting')}</p> : null;
  const kind = clock.owner === 'reporter' ? 'yours' : upcoming === undefined ? 'late' : 'other';
  return (
    <>
      {isPaused && <p>{t('track.sop.waiting')}</p>}
      <div className="due">
        <p>{t(`track.due-block.${kind}`, { clock: clockName(reader, clock.rule) })}</p>
        <p>
          <strong>{reader.date(clock.due, clock.zone)}</strong>{' '}
          <DueHour page={page} clock={clock} due={clock.due} />
          {clock.provisional && ` (${t('clock-state.provisional')})`}
        </p>
        <Use reader={reader} clock={clock} />
      </div>
    </>
  );
}

/** What the step means for the reporter, while it is to come or going on. */
function Note({ page: { reader }, step }: StepProps) {
  if (step.state === 'done') return null;
  const acts = [step.row, ...step.others].map((row) => row.act);
  const act = noted.find((one) => acts.includes(one));
  return act === undefined ? null : <p className="small">{reader.t(`track.step-note.${act}`)}</p>;
}

const noted = ['review', 'rate', 'receive'] as const;

/** The lettered rows of the same number: 8a, 8b. */
function OtherRows({ page, rows }: { page: Tracked; rows: readonly StepRow[] }) {
  const { reader, view } = page;
  const { t } = reader;
  if (rows.length === 0) return null;
  return (
    <ul className="rows" role="list">
      {rows.map((row) => (
        <li key={row.no}>
          <b>
            <span className="vh">{t(`track.sop.state.${row.state}`, { no: row.no })}</span>
            <span aria-hidden="true">{row.no}</span>
          </b>{' '}
          {rowTitle(page, row, row.state === 'skipped' ? 'next' : row.state)}
          {row.state === 'done' && row.endedAt !== null && `, ${shortDate(page, row.endedAt, view.zone)}`}
        </li>
      ))}
    </ul>
  );
}

/** The square at the end: solid only where the reporter has confirmed. */
function End({ page: { reader, view } }: { page: Tracked }) {
  const { t } = reader;
  const { closure, status } = view;
  if (closure?.kind === 'confirmed')
    return (
      <li className="end solid">
        {t('track.sop.end.confirmed', { date: reader.date(closure.at, view.zone) })}
      </li>
    );
  const words =
    closure !== null
      ? t('track.sop.end.other', { date: reader.date(closure.at, view.zone) })
      : ['referred', 'archived', 'sealed'].includes(status)
        ? t('track.sop.end.stopped')
        : t('track.sop.end');
  return <li className="end">{words}</li>;
}

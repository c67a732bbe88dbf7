import type { ClockView } from '../../features/cases/contract.ts';
import { clockAbout, clockName, dueWords, isOpen, stateWords, stepOf } from '../../features/cases/index.ts';
import { limitWords } from '../../platform/i18n/index.ts';
import { byDue, lateClocks, upcomingClock } from './track-clocks.ts';
import type { Tracked } from './track-forms.ts';
import { DueHour, shortDate } from './track-when.tsx';

/** Every date that was promised, by the law and by the SOP, how it stands, and how it was counted. */
export function Dates({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  const clocks = view.clocks.toSorted(byDue);
  const shown = clocks.filter((clock) => clock.outcome !== 'cancelled');
  const ofSop = (clock: ClockView): boolean => clock.rule === 'overall' || stepOf(clock.rule) !== null;
  return (
    <section className="dates" aria-labelledby="batas">
      <h2 id="batas">{t('track.dates.title')}</h2>
      {shown.length === 0 ? (
        <p>{t('track.dates.none')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('track.dates.limit')}</th>
              <th scope="col">{t('track.dates.due')}</th>
            </tr>
          </thead>
          <Group page={page} title={t('track.dates.law')} clocks={shown.filter((clock) => !ofSop(clock))} />
          <Group
            page={page}
            title={t('track.dates.sop')}
            clocks={shown.filter(ofSop).toSorted(byStep(view))}
          />
        </table>
      )}
      <p className="small">
        {t('track.dates.holidays')} <a href="/hari-kerja">{t('track.dates.calendar')}</a>
      </p>
      {shown.some((clock) => clock.provisional) && <p className="small">{t('track.provisional')}</p>}
      <Sums page={page} clocks={clocks} />
      <LateNotice page={page} />
    </section>
  );
}

/** Steps stand in the order of the form, the whole behind them. */
function byStep(view: Tracked['view']): (a: ClockView, b: ClockView) => number {
  const place = ({ rule }: ClockView): number => {
    const index = view.steps.findIndex(({ no }) => no === stepOf(rule));
    return index === -1 ? view.steps.length : index;
  };
  return (a, b) => place(a) - place(b) || a.startedAt.localeCompare(b.startedAt);
}

function Group(props: { page: Tracked; title: string; clocks: readonly ClockView[] }) {
  const { page, title, clocks } = props;
  if (clocks.length === 0) return null;
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={2}>
          {title}
        </th>
      </tr>
      {clocks.map((clock) => (
        <Row key={clock.id} page={page} clock={clock} />
      ))}
    </tbody>
  );
}

function Row({ page, clock }: { page: Tracked; clock: ClockView }) {
  const { reader, view } = page;
  const { tone, words } = stateWords(reader, clock);
  const isNext = upcomingClock(view)?.id === clock.id;
  return (
    <tr className={isNext ? 'cur' : undefined}>
      <th scope="row">
        {clockName(reader, clock.rule)}{' '}
        <small>
          {stepName(page, clock)}
          {limitWords(reader, clock.limit)}
        </small>
      </th>
      <td>
        <DueDate page={page} clock={clock} /> <small className={tone}>{words}</small>
      </td>
    </tr>
  );
}

/** What the numbered step is, since its number alone says nothing. */
function stepName({ reader, view }: Tracked, clock: ClockView): string {
  const row = view.steps.find(({ no }) => no === stepOf(clock.rule));
  return row === undefined ? '' : `${reader.t(`track.step.${row.act}.done`)}, `;
}

/** A paused clock has no date until it counts again. */
function DueDate({ page, clock }: { page: Tracked; clock: ClockView }) {
  const { t } = page.reader;
  if (clock.outcome === 'paused') return null;
  if (clock.due === null) return t('clock-state.undated');
  return (
    <time dateTime={clock.due}>
      {shortDate(page, clock.due, clock.zone)}
      {clock.provisional && ` (${t('clock-state.provisional')})`}
      {isOpen(clock) && (
        <small>
          <DueHour page={page} clock={clock} due={clock.due} />
        </small>
      )}
    </time>
  );
}

/** The arithmetic, date by date, as anybody can do it again on paper; tasks included. */
function Sums({ page, clocks }: { page: Tracked; clocks: readonly ClockView[] }) {
  const { reader, view } = page;
  const { t } = reader;
  const tasks = view.assignments.flatMap(({ to, clock }) => (clock === null ? [] : [{ to, clock }]));
  if (clocks.length + tasks.length === 0) return null;
  return (
    <details className="sums">
      <summary>{t('track.dates.sums')}</summary>
      <p className="small">{t('track.dates.short')}</p>
      <dl>
        {clocks.map((clock) => (
          <div key={clock.id}>
            <dt>{clockName(reader, clock.rule)}</dt>
            <dd>
              {clockAbout(reader, clock.rule)} {clock.explanation}
            </dd>
          </div>
        ))}
        {tasks.map(({ to, clock }) => (
          <div key={clock.id}>
            <dt>
              {clockName(reader, clock.rule)}: {to}
            </dt>
            <dd>{clock.explanation}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What was missed, said plainly, and whom else one may go to. */
function LateNotice({ page: { reader, view } }: { page: Tracked }) {
  const { t } = reader;
  const late = lateClocks(view);
  if (late.length === 0) return null;
  return (
    <aside className="missed" aria-labelledby="terlambat">
      <h3 id="terlambat">{t('track.late.title')}</h3>
      <ul role="list">
        {late.map((clock) => (
          <li key={clock.id}>
            {t('track.late.item', {
              clock: clockName(reader, clock.rule),
              date: dueWords(reader, clock, 'day'),
            })}
          </li>
        ))}
      </ul>
      <p>{t('track.late.hint')}</p>
    </aside>
  );
}

import type { Tracked } from './track-forms.ts';
import { DueHour, shortDate, Use } from './track-when.tsx';

type Assignment = Tracked['view']['assignments'][number];

/** Tasks that run side by side, each with a deadline of its own. */
export function Fork({ page, assignments }: { page: Tracked; assignments: readonly Assignment[] }) {
  return (
    <ul className="fork" role="list">
      {assignments.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tasks have no name of their own, and keep their order
        <li key={index} className={one.state}>
          <Task page={page} task={one} />
        </li>
      ))}
    </ul>
  );
}

function Task({ page, task: { to, person, task, state, clock } }: { page: Tracked; task: Assignment }) {
  const { reader } = page;
  const { t } = reader;
  return (
    <>
      <h4>{person ? [t('track.fork.somebody'), to].filter((name) => name !== '').join(', ') : to}</h4>
      <p>
        <bdi>{task}</bdi>
      </p>
      {clock?.due != null && state === 'open' && (
        <p className="soft">
          {t('track.fork.due', { date: shortDate(page, clock.due, clock.zone) })},{' '}
          <DueHour page={page} clock={clock} due={clock.due} />
        </p>
      )}
      {state === 'reported' && <p className="use">{t('track.fork.reported')}</p>}
      {clock !== null && <Use reader={reader} clock={clock} />}
    </>
  );
}

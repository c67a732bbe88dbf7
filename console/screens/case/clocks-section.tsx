import { type ReactNode, useId } from 'react';
import type { CaseView, ClockView } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { elsewhere, shortMoment } from '../../text/dates.ts';
import { type Translate, useText } from '../../text/text-context.tsx';
import { timeLeft } from '../work-list/due.ts';

/** Every deadline with its arithmetic; those that were kept folded away, those missed never. */
export function ClocksSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useText();
  const heading = useId();
  const running = view.clocks.filter((clock) => clock.outcome === 'running' || clock.outcome === 'paused');
  const missed = view.clocks.filter((clock) => clock.outcome === 'late');
  const ended = view.clocks.filter((clock) => clock.outcome === 'met' || clock.outcome === 'cancelled');
  if (view.clocks.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <div className="sub">
        <h2 id={heading}>{t('console.clocks.title')}</h2>
        <span className="dim">
          {t('console.clocks.count', { running: running.length, missed: missed.length })}
        </span>
      </div>
      {[...running, ...missed].map((clock) => (
        <Clock key={clock.id} clock={clock} view={view} />
      ))}
      {ended.length === 0 ? null : (
        <details className="met-list">
          <summary>{t('console.clocks.met', { count: ended.length })}</summary>
          {ended.map((clock) => (
            <Clock key={clock.id} clock={clock} view={view} />
          ))}
        </details>
      )}
    </section>
  );
}

function Clock({ clock, view }: { readonly clock: ClockView; readonly view: CaseView }): ReactNode {
  const { t, knows, language } = useText();
  const now = useNow();
  return (
    <div className="clock">
      <p>
        <b>{nameOf(clock, view, t, knows)}</b>
        <Left clock={clock} now={now} />
      </p>
      {clock.due === null ? null : (
        <p className="due">
          {t('console.clocks.due')} {shortMoment(clock.due, clock.zone, language, now, true)}
          {elsewhere(clock.due, clock.zone, language)}
          {clock.provisional ? <span className="note"> {t('console.clocks.provisional')}</span> : null}
        </p>
      )}
      <details className="note">
        <summary>{t('console.clocks.arithmetic')}</summary>
        <p>{clock.explanation}</p>
      </details>
    </div>
  );
}

function Left({ clock, now }: { readonly clock: ClockView; readonly now: number }): ReactNode {
  const { t } = useText();
  if (clock.outcome !== 'running' && clock.outcome !== 'paused') {
    return (
      <span className={clock.outcome === 'late' ? 'late' : 'met'}>
        {t(`console.clocks.outcome.${clock.outcome}`)}
      </span>
    );
  }
  if (clock.due === null) return <span className="held">{t('console.left.paused')}</span>;
  const left = timeLeft(
    { rule: clock.rule, due: clock.due, zone: clock.zone, colour: clock.colour, daysLeft: clock.daysLeft },
    now,
  );
  return <span className={left.tone}>{t(left.key, left.values)}</span>;
}

/** A rule's name; a step's own promise by its number, an assignment's by who has it. */
function nameOf(clock: ClockView, view: CaseView, t: Translate, knows: (key: string) => boolean): string {
  if (clock.rule.startsWith('step:')) return t('console.clock.step', { no: clock.rule.slice(5) });
  if (clock.rule === 'assignment') {
    const one = view.assignments.find((assignment) => `assignment:${assignment.id}` === clock.id);
    return t('console.clock.assignment', { who: one?.person?.name ?? one?.unit?.name ?? '' });
  }
  const key = `console.clock.${clock.rule}`;
  return knows(key) ? t(key) : clock.rule;
}

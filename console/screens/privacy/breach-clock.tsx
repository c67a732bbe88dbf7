import type { ReactNode } from 'react';
import type { BreachListItem } from '../../../src/features/breaches/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { longMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** By when both notices must be out, and how that stands; colour speaks of time only. */
export function BreachClock({ clock }: Pick<BreachListItem, 'clock'>): ReactNode {
  const { t, language } = useText();
  const now = new Date(useNow()).toISOString();
  const passed = clock.outcome === 'running' && clock.due !== null && clock.due < now;
  const outcome = passed ? 'passed' : clock.outcome;
  const late = passed || clock.outcome === 'late';
  return (
    <>
      {clock.due === null ? null : (
        <time dateTime={clock.due}>{longMoment(clock.due, clock.zone, language)}</time>
      )}
      <small className={late ? 'late' : undefined}>{t(`console.breach.outcome.${outcome}`)}</small>
    </>
  );
}

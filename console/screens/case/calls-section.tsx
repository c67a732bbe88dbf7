import { type ReactNode, useId } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { clockTime, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** The call in which it was told: when, how long, by which number of the telephone system, and what came of it. */
export function CallsSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const heading = useId();
  if (view.calls.length === 0) return null;
  const { zone } = view.institution;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t('console.call.title')}</h2>
      {view.calls.map((call) => (
        <p key={`${call.beganAt} ${call.sourceId}`}>
          {t('console.call.from', {
            moment: shortMoment(call.beganAt, zone, language, now),
            until: call.endedAt === null ? '' : clockTime(call.endedAt, zone, language),
            ended: call.endedAt === null ? 'no' : 'yes',
          })}
          {call.seconds === null
            ? null
            : ` ${t('console.call.long', { minutes: Math.floor(call.seconds / 60), seconds: call.seconds % 60 })}`}{' '}
          {call.agent === null ? null : t('console.call.agent', { name: call.agent })}{' '}
          {call.wrapUp === null ? null : `${t(`console.call.${call.wrapUp}`)}. `}
          <span className="dim">
            {call.sourceId === null ? t('console.call.by-hand') : t('console.call.id', { id: call.sourceId })}
          </span>
        </p>
      ))}
    </section>
  );
}

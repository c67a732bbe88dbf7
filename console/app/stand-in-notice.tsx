import type { ReactNode } from 'react';
import { civilDay } from '../text/dates.ts';
import { useText } from '../text/text-context.tsx';
import { useSession } from './session.ts';

/** Tells a deputy for whom they act and until when, and somebody who is absent that somebody stands in. */
export function StandInNotice(): ReactNode {
  const { t, language } = useText();
  const { standsInFor, deputy } = useSession();
  if (standsInFor.length === 0 && deputy === null) return null;
  const day = (until: string): string => civilDay(until, language);
  return (
    <div className="stand-in">
      {standsInFor.map(({ name, until }) => (
        <p key={name}>{t('console.stand-in.deputy', { name, until: day(until) })}</p>
      ))}
      {deputy === null ? null : (
        <p>{t('console.stand-in.absent', { name: deputy.name, until: day(deputy.until) })}</p>
      )}
    </div>
  );
}

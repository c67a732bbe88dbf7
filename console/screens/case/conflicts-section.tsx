import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { CaseView, OfficerAct } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { ActButtons } from './acts/act-buttons.tsx';
import { isSealed } from './case-address.ts';

interface ConflictsSectionProps {
  readonly view: CaseView;
  readonly open: OfficerAct | null;
  readonly onOpen: (act: OfficerAct) => void;
}

/** Whom the case is about, why they are kept out of it, and the two acts that change the list. */
export function ConflictsSection({ view, open, onOpen }: ConflictsSectionProps): ReactNode {
  const { t } = useText();
  const heading = useId();
  const acts = (['conflict', 'conflict-lifting'] as const).filter((act) => view.acts.includes(act));
  if (view.conflicts.length === 0 && acts.length === 0 && !view.wholeCase) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t('console.conflicts.title')}</h2>
      {view.conflicts.length === 0 ? (
        <p className="note">{t('console.conflicts.none')}</p>
      ) : (
        <>
          <p className="note">{t('console.conflicts.meaning')}</p>
          <ul className="conflicts">
            {view.conflicts.map((one) => (
              <Entry key={one.id} entry={one} zone={view.institution.zone} />
            ))}
          </ul>
        </>
      )}
      {view.wholeCase && !isSealed(view) ? (
        <p>
          <Link to="/perkara/$id/hak" params={{ id: view.id }} className="link">
            {t('console.conflicts.who')}
          </Link>
        </p>
      ) : null}
      <ActButtons acts={acts} open={open} onOpen={onOpen} />
    </section>
  );
}

function Entry({
  entry,
  zone,
}: {
  readonly entry: CaseView['conflicts'][number];
  readonly zone: string;
}): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const { person, unit, source, reason, by, at } = entry;
  return (
    <li>
      <b>{person?.name ?? unit?.name}</b>
      {unit === null ? null : <span className="dim"> {t('console.conflicts.unit')}</span>}
      <p>{t(`console.conflicts.source.${source}`, { reason })}</p>
      <p className="note">
        {source === 'officer' ? `${by.name}, ` : ''}
        {shortMoment(at, zone, language, now)}
      </p>
    </li>
  );
}

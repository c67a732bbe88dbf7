import { type ReactNode, useId } from 'react';
import type { CaseView, OfficerAct } from '../../../../src/features/cases/contract.ts';
import { useText } from '../../../text/text-context.tsx';
import { arrangeActs } from './acts.ts';

interface ActsPanelProps {
  readonly view: CaseView;
  readonly open: OfficerAct | null;
  /** Acts that the open form asks about already. */
  readonly covered: readonly OfficerAct[];
  readonly onOpen: (act: OfficerAct) => void;
}

/** Exactly what the server says may be done: what this step waits for on top, the rest quietly below. */
export function ActsPanel({ view, open, covered, onOpen }: ActsPanelProps): ReactNode {
  const { t, knows } = useText();
  const heading = useId();
  const { primary, others: all } = arrangeActs(view);
  const others = all.filter((act) => !covered.includes(act));
  if (primary === null && others.length === 0) {
    return (
      <section className="acts" aria-labelledby={heading}>
        <h2 id={heading}>{t('console.acts.none')}</h2>
        <p className="note">{t(`console.acts.none.${view.queue === 'reporter' ? 'reporter' : 'others'}`)}</p>
      </section>
    );
  }
  return (
    <section className="acts" aria-labelledby={heading}>
      <h2 id={heading}>{t(primary === null ? 'console.acts.also' : 'console.acts.title')}</h2>
      {primary === null ? null : (
        <>
          <button
            type="button"
            className="btn primary wide"
            aria-expanded={open === primary}
            onClick={() => onOpen(primary)}
          >
            {t(`console.act.${primary}`)} <kbd>A</kbd>
          </button>
          {knows(`console.act.${primary}.note`) ? (
            <p className="note">{t(`console.act.${primary}.note`)}</p>
          ) : null}
        </>
      )}
      {others.length === 0 ? null : (
        <div className="quiet">
          {others.map((act) => (
            <button
              key={act}
              type="button"
              className="btn"
              aria-expanded={open === act}
              onClick={() => onOpen(act)}
            >
              {t(`console.act.${act}`)}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

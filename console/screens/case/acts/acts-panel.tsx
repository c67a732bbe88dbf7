import { type ReactNode, useId } from 'react';
import type { CaseView, OfficerAct } from '../../../../src/features/cases/contract.ts';
import { useText } from '../../../text/text-context.tsx';
import { ActButtons } from './act-buttons.tsx';
import { arrangeActs } from './acts.ts';

interface ActsPanelProps {
  readonly view: CaseView;
  readonly open: OfficerAct | null;
  /** Acts that the verifier's questions, where they are open, ask about already. */
  readonly covered: readonly OfficerAct[];
  readonly onOpen: (act: OfficerAct) => void;
}

/** Exactly what the server says may be done: what this step waits for on top, the rest quietly below. */
export function ActsPanel({ view, open, covered, onOpen }: ActsPanelProps): ReactNode {
  const { t } = useText();
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
        <Primary act={primary} open={covered.includes(primary) ? primary : open} onOpen={onOpen} />
      )}
      <ActButtons acts={others} open={open} onOpen={onOpen} />
    </section>
  );
}

/** One primary act on the screen: once a form is open, its own button is the one. */
function Primary({
  act,
  open,
  onOpen,
}: {
  readonly act: OfficerAct;
  readonly open: OfficerAct | null;
  readonly onOpen: (act: OfficerAct) => void;
}): ReactNode {
  const { t, knows } = useText();
  if (open === act) {
    return (
      <p className="opened">
        <b>{t(`console.act.${act}`)}</b> {t('console.acts.open')} <kbd>A</kbd>
      </p>
    );
  }
  const note = `console.act.${act}.note`;
  return (
    <>
      <button
        type="button"
        className={open === null ? 'btn primary wide' : 'btn wide'}
        aria-expanded={false}
        onClick={() => onOpen(act)}
      >
        {t(`console.act.${act}`)} <kbd>A</kbd>
      </button>
      {knows(note) ? <p className="note">{t(note)}</p> : null}
    </>
  );
}

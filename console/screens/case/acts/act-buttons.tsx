import type { ReactNode } from 'react';
import type { OfficerAct } from '../../../../src/features/cases/contract.ts';
import { useText } from '../../../text/text-context.tsx';

interface ActButtonsProps {
  readonly acts: readonly OfficerAct[];
  /** The act whose form is open. */
  readonly open: OfficerAct | null;
  readonly onOpen: (act: OfficerAct) => void;
}

/** Acts that may be done, each a quiet button that opens its form. */
export function ActButtons({ acts, open, onOpen }: ActButtonsProps): ReactNode {
  const { t } = useText();
  if (acts.length === 0) return null;
  return (
    <div className="quiet">
      {acts.map((act) => (
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
  );
}

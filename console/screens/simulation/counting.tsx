import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../../text/text-context.tsx';

/** How far a count is, by what such counts usually take; it may be left or stopped. */
export function Counting({
  seconds,
  onStop,
}: {
  readonly seconds: number;
  readonly onStop: () => void;
}): ReactNode {
  const { t } = useText();
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => setPassed((before) => before + 1), 1000);
    return () => clearInterval(ticking);
  }, []);
  // Never quite full: the server may be busy with others.
  const share = Math.min(0.95, passed / seconds);
  return (
    <div className="counting">
      <p role="status">{t('console.simulation.counting', { seconds })}</p>
      <progress aria-label={t('console.simulation.progress')} value={share} max={1} />
      <p className="note">{t('console.simulation.may-leave')}</p>
      <p className="row-acts">
        <button type="button" className="btn" onClick={onStop}>
          {t('console.simulation.stop')}
        </button>
      </p>
    </div>
  );
}

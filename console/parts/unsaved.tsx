import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';

/** The question of whoever is about to leave what they typed. */
export function Unsaved({
  onDiscard,
  onStay,
}: {
  readonly onDiscard: () => void;
  readonly onStay: () => void;
}): ReactNode {
  const { t } = useText();
  return (
    <div className="problem" role="alert">
      <p>
        <b>{t('console.unsaved.title')}</b> {t('console.unsaved.detail')}
      </p>
      <p className="row-acts">
        {/* biome-ignore lint/a11y/noAutofocus: the question appears on a key or a click and wants its answer */}
        <button type="button" className="btn" onClick={onStay} autoFocus>
          {t('console.unsaved.stay')}
        </button>
        <button type="button" className="btn" onClick={onDiscard}>
          {t('console.unsaved.discard')}
        </button>
      </p>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';

/** Back and forth through a list that goes on by a cursor. */
export function PageTurn({
  trail,
  next,
  onTurn,
}: {
  readonly trail: readonly string[];
  readonly next: string | null;
  readonly onTurn: (trail: readonly string[]) => void;
}): ReactNode {
  const { t } = useText();
  if (trail.length === 0 && next === null) return null;
  return (
    <p className="row-acts">
      {trail.length === 0 ? null : (
        <button type="button" className="btn" onClick={() => onTurn(trail.slice(0, -1))}>
          {t('console.previous')}
        </button>
      )}
      {next === null ? null : (
        <button type="button" className="btn" onClick={() => onTurn([...trail, next])}>
          {t('console.next')}
        </button>
      )}
    </p>
  );
}

import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';

/** Quiet lines where text will stand; nothing moves and nothing jumps when it comes. */
export function Skeleton({ lines = 8 }: { readonly lines?: number }): ReactNode {
  const { t } = useText();
  return (
    <div className="skeleton-block" aria-busy="true">
      <p className="vh">{t('console.loading')}</p>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never change places
        <span className="skeleton" key={line} />
      ))}
    </div>
  );
}

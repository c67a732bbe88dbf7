import { createContext, type ReactNode, use } from 'react';
import type { FindingView } from '../../../src/features/procedures/contract.ts';

/** Keys and indexes from the top of the document, as the linter names a place. */
export type Path = FindingView['path'];

/** Leads to a place of the draft: opens its part of the page and its row, and puts the keyboard there. */
export const GoToContext = createContext<(path: Path) => void>(() => {});

export function useGoTo(): (path: Path) => void {
  return use(GoToContext);
}

/** A field that findings can lead to. */
export function Field({
  path,
  className,
  children,
}: {
  readonly path: Path;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div data-place={path.join('.')} className={className}>
      {children}
    </div>
  );
}

/** Puts the keyboard into the field of a path, or of the nearest part above that is on the page. */
export function focusPlace(path: Path): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const place = CSS.escape(path.slice(0, length).join('.'));
    const found = document.querySelector(`[data-place="${place}"]`);
    if (found === null) continue;
    const inside = found.matches('button') ? found : found.querySelector('input, select, textarea, button');
    if (!(inside instanceof HTMLElement)) return false;
    const folded = found.closest('details');
    if (folded !== null) folded.open = true;
    inside.focus();
    found.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}

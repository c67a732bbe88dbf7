import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 1100px)');
const wide = window.matchMedia('(min-width: 1200px)');

/** Whether columns stand one under the other, as in `case.css`: what comes first is then a question of order. */
export function useNarrow(): boolean {
  return useMatches(narrow);
}

/** Whether the flowchart of a procedure can be read on this screen. */
export function useWide(): boolean {
  return useMatches(wide);
}

function useMatches(list: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => list.matches,
  );
}

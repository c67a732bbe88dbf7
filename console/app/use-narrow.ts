import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 1100px)');

/** Whether columns stand one under the other, as in `case.css`: what comes first is then a question of order. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => narrow.matches);
}

function listen(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

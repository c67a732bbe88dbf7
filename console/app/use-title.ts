import { useEffect } from 'react';

/** The window's title, so that a tab and its history entry can be told from the others. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Tuntas' : `${title} · Tuntas`;
  }, [title]);
}

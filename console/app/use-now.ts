import { useSyncExternalStore } from 'react';
import { serverNow } from '../api/client.ts';

const step = 30_000;

/** The server's time, renewed every half minute; in ms. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => Math.floor(serverNow() / step) * step);
}

function listen(changed: () => void): () => void {
  const timer = window.setInterval(changed, step / 3);
  return () => window.clearInterval(timer);
}

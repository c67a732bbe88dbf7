import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../platform/log/log.ts';

export interface Repeating {
  /** Waits for the round that is under way. */
  stop(): Promise<void>;
}

/**
 * Does something every so many seconds until it is stopped, never twice at once. What fails is logged as `failure`
 * with the name of its error: without a database nothing else is done either, and the next round tries again.
 */
export function repeat(seconds: number, round: () => Promise<unknown>, log: Log, failure: string): Repeating {
  const stopping = new AbortController();
  const going = go();

  async function go(): Promise<void> {
    while (await waited()) {
      await round().catch((error: unknown) => {
        log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, failure);
      });
    }
  }

  function waited(): Promise<boolean> {
    return delay(seconds * 1000, undefined, { signal: stopping.signal }).then(
      () => true,
      () => false,
    );
  }

  return {
    async stop() {
      stopping.abort();
      await going;
    },
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../platform/log/log.ts';

/** Something that works until it is stopped, or gives up. */
interface Runner {
  /** Settles when it has ended, whoever ended it; rejects where it gave up with an error. */
  readonly promise: Promise<void>;
  stop(): Promise<void>;
}

export interface Kept {
  stop(): Promise<void>;
}

/**
 * Keeps the queue running: where it gives up because the database went away, it is begun anew, once a second
 * until it holds. Without it one lost connection at the wrong moment would leave a server without a queue.
 * Throws only where it cannot be begun the first time.
 */
export async function keepRunning(
  begin: () => Promise<Runner>,
  log: Pick<Log, 'warn'>,
  pauseMs = 1000,
): Promise<Kept> {
  const ending = new AbortController();
  let runner = await begin();

  async function watch(): Promise<void> {
    for (;;) {
      const reason = await runner.promise.then(() => 'it ended', messageOf);
      if (ending.signal.aborted) return;
      log.warn({ reason }, 'the queue gave up and is begun anew');
      const next = await beginAgain();
      if (next === null) return;
      runner = next;
      // Asked to stop while it was being begun: whoever asked could only stop the one before.
      if (ending.signal.aborted) await stopped(runner);
    }
  }

  async function beginAgain(): Promise<Runner | null> {
    while (!ending.signal.aborted) {
      const begun = await begin().catch(() => null);
      if (begun !== null) return begun;
      await delay(pauseMs, undefined, { signal: ending.signal }).catch(() => {});
    }
    return null;
  }

  const watched = watch();
  return {
    async stop() {
      ending.abort();
      await stopped(runner);
      await watched;
    },
  };
}

/** One that has ended by itself refuses to be stopped. */
function stopped(runner: Runner): Promise<void> {
  return runner.stop().catch(() => {});
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

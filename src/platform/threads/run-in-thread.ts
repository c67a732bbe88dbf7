import { Worker } from 'node:worker_threads';

const entry = new URL('../../../bin/thread.mjs', import.meta.url);

export class ThreadStopped extends Error {
  override readonly name = 'ThreadStopped';
  readonly reason: 'aborted' | 'timeout';

  constructor(reason: ThreadStopped['reason']) {
    super(`a thread was stopped: ${reason}`);
    this.reason = reason;
  }
}

export interface ThreadLimits {
  readonly signal?: AbortSignal;
  readonly timeoutMs: number;
  /** A thread that would take more ends with an error, and nothing else does. */
  readonly heapMb?: number;
}

/**
 * Calls the export `run` of a module in a thread of its own with `input` and gives its result, both copied as
 * structured clones; the event loop stays free. The thread ends with the call, with the signal, or after
 * `timeoutMs`; then `ThreadStopped` is thrown.
 */
export async function runInThread<I, O>(
  module: URL,
  input: I,
  { signal, timeoutMs, heapMb }: ThreadLimits,
): Promise<O> {
  if (signal?.aborted === true) throw new ThreadStopped('aborted');
  const thread = new Worker(entry, {
    workerData: { module: module.href, input },
    execArgv: [],
    ...(heapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } }),
  });
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  try {
    return await new Promise<O>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => reject(new Error('a thread ended without an answer')));
      timer = setTimeout(() => reject(new ThreadStopped('timeout')), timeoutMs);
      onAbort = () => reject(new ThreadStopped('aborted'));
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  } finally {
    clearTimeout(timer);
    if (onAbort !== undefined) signal?.removeEventListener('abort', onAbort);
    await thread.terminate();
  }
}

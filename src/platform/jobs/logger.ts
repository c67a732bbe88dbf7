import { Logger } from 'graphile-worker';
import type { Log } from '../log/log.ts';

/** The queue's own messages in our log; payloads are never written. */
export function queueLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error({ part: 'queue' }, message.split('\n', 1)[0] ?? '');
    else if (level === 'warning') log.warn({ part: 'queue' }, message.split('\n', 1)[0] ?? '');
  });
}

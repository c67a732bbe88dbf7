import type { NewJob } from '../../platform/jobs/enqueue.ts';

/**
 * One job for each sender, so that their messages are read one after the other; `later` waits for a part. `runAt` is ISO
 * 8601 UTC.
 */
export function readingJob(channel: string, sender: string, runAt: string, later = false): NewJob {
  return {
    task: 'read-messages',
    payload: { channel, sender },
    key: `read:${channel}:${sender}${later ? ':later' : ''}`,
    runAt,
  };
}

/** The job that sends the answer to a message. How often and when it is tried again, `domain/delivery` says. */
export function replyJob(id: string, runAt: string): NewJob {
  return { task: 'send-reply', payload: { id }, key: `reply:${id}`, runAt };
}

/** The same for a notice. */
export function deliveryJob(id: string, runAt: string): NewJob {
  return { task: 'deliver-notification', payload: { id }, key: `deliver:${id}`, runAt };
}

/** The job that tells the reporter in another way what a notice could not. */
export function otherWayJob(id: string, runAt: string): NewJob {
  return { task: 'tell-another-way', payload: { id }, key: `other-way:${id}`, runAt };
}

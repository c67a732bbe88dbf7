import type { NewJob } from '../../../platform/jobs/enqueue.ts';

/** When whoever has to do with a deputyship is told of it. */
export type DeputyMoment = 'set' | 'begins' | 'ends' | 'withdrawn';

/** Six in the morning in Jakarta: a mail at midnight helps nobody. */
const morning = 'T06:00:00+07:00';
const day = 24 * 60 * 60 * 1000;

/**
 * Tells of a deputyship now that it is set, on the morning of its first day unless that has begun, and on the morning
 * after its last. Days are `YYYY-MM-DD` by the clock of Jakarta.
 */
export function jobsOfNaming(
  id: string,
  { from, until }: { readonly from: string; readonly until: string },
  now: string,
): readonly NewJob[] {
  const begins = new Date(`${from}${morning}`).toISOString();
  const ends = new Date(Date.parse(`${until}${morning}`) + day).toISOString();
  return [
    jobOf(id, 'set', now),
    ...(begins > now ? [jobOf(id, 'begins', begins)] : []),
    jobOf(id, 'ends', ends),
  ];
}

export function jobOf(id: string, moment: DeputyMoment, runAt: string): NewJob {
  return { task: 'tell-of-deputyship', payload: { id, moment }, runAt };
}

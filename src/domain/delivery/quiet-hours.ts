import { formatInstant, instantOf, localDay, localMinutes, parseInstant } from '../clocks/instant.ts';

// From nine in the evening to seven in the morning where the reader lives nothing rings that can wait.
const [evening, morning] = [21 * 60, 7 * 60];

/** The end of the quiet hours that `at` falls into, in the zone of whoever is told; null in the daytime. ISO 8601 UTC. */
export function quietUntil(at: string, zone: string): string | null {
  const ms = parseInstant(at);
  const minutes = localMinutes(ms, zone);
  if (minutes >= morning && minutes < evening) return null;
  const day = localDay(ms, zone) + (minutes >= evening ? 1 : 0);
  return formatInstant(instantOf(day, '07:00', zone));
}

/**
 * Whether a notice to a reporter may wait for the morning. What answers something that they did themselves goes at once,
 * and so does everything while a deadline of theirs ends on the day to which the notice would wait.
 */
export function mayWait(
  isAnswer: boolean,
  ownDeadlines: readonly string[],
  { now, zone }: { readonly now: string; readonly zone: string },
): boolean {
  const until = quietUntil(now, zone);
  if (isAnswer || until === null) return !isAnswer;
  const day = localDay(parseInstant(until), zone);
  return ownDeadlines.every((due) => localDay(parseInstant(due), zone) > day);
}

/** When something that may or may not wait goes out: at `at`, or in the morning after. ISO 8601 UTC. */
export function outsideQuietHours(at: string, canWait: boolean, zone: string): string {
  return (canWait ? quietUntil(at, zone) : null) ?? at;
}

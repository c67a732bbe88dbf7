/** How long a session lasts and how many wrong passwords are borne; one place, so that they can be argued about. */
export const signInLimits = {
  /** Without a request for this long a session ends: office computers stand in counters. */
  idleMinutes: 60,
  /** However busy, one signs in again once a working day. */
  sessionHours: 12,
  /** `last_seen_at` is written no more often than this. */
  touchSeconds: 60,
  /** A right password opens the second step for so long, and nothing else. */
  stepMinutes: 10,
  /** Wrong passwords and wrong codes count together. */
  wrongPasswords: 5,
  lockMinutes: 15,
} as const;

/** ISO 8601 UTC, so many minutes after `now` (before it, where negative). */
export function minutesFrom(now: string, minutes: number): string {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString();
}

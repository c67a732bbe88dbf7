/** How long codes and sessions of citizens last, and how often they may be tried; in one place, to be argued about. */
export const accountLimits = {
  /** With five tries a code of eight digits is guessed once in twenty million. */
  codeDigits: 8,
  codeTries: 5,
  codeMinutes: 10,
  /** For one address, whoever asks: a mailbox is not flooded, and guessing stays hopeless. */
  codesPerHour: 5,
  /** Telephones and computers are shared in a family, and the code of a case opens it all the same. */
  idleHours: 24,
  sessionDays: 14,
  /** `last_seen_at` is written no more often than this. */
  touchMinutes: 10,
} as const;

/** ISO 8601 UTC, so many minutes after `now` (before it, where negative). */
export function minutesFrom(now: string, minutes: number): string {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString();
}

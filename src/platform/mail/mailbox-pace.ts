/** How patient we are with a mail server, in milliseconds. */
export interface MailboxPace {
  /** So long an answer may take. */
  readonly patienceMs: number;
  /** With nothing new it is looked all the same, which also shows whether the server is still there. */
  readonly lookAgainMs: number;
  /** Before the next session: the first time, and at most; doubled each time. */
  readonly lost: readonly [number, number];
  /** The same after a refusal: servers lock accounts that are tried too often. */
  readonly refused: readonly [number, number];
}

export const ordinaryPace: MailboxPace = {
  patienceMs: 60_000,
  lookAgainMs: 4 * 60_000,
  lost: [1_000, 60_000],
  refused: [60_000, 15 * 60_000],
};

/** How long to wait after so many failures in a row. */
export function pauseAfter(pace: MailboxPace, state: string, failures: number): number {
  const [first, most] = state === 'refused' ? pace.refused : pace.lost;
  return Math.min(most, first * 2 ** Math.min(failures, 20));
}

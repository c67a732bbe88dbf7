import type { CaseKind } from '../cases/words.ts';
import type { ClockOutcome } from '../clocks/clock.ts';
import type { Pause } from '../clocks/pauses.ts';

/** One stay of a real case in a row. Instants are ISO 8601 UTC. */
export interface PastVisit {
  readonly step: string;
  readonly startedAt: string;
  /** Null: it stands there still. */
  readonly endedAt: string | null;
  readonly exit: 'ya' | 'tidak' | null;
  /** Who ended it, as a number that means nothing outside this reading; null: nobody, the system, the reporter. */
  readonly by: number | null;
}

/** What a simulation may know of a real case: when, which way, how long. No name, no number, no word of it. */
export interface PastCase {
  readonly version: number;
  readonly kind: CaseKind;
  readonly receivedAt: string;
  /** IANA zone of the unit that had it. */
  readonly zone: string;
  readonly visits: readonly PastVisit[];
  /** While the reporter was asked to complete. */
  readonly pauses: readonly Pause[];
  readonly clocks: readonly { readonly rule: string; readonly outcome: ClockOutcome }[];
  /** When the answer went out, or the case ended without one; null: neither yet. */
  readonly endedAt: string | null;
}

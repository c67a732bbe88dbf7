import { formatInstant, parseInstant } from '../clocks/instant.ts';

/** How patiently a channel is tried. Every channel that sends has one; adding a channel is adding a line. */
interface Policy {
  /** Minutes after each failed attempt; the last one from then on. */
  readonly pauses: readonly number[];
  /** So often it is tried, and for so many hours from when it was queued: whichever comes first gives it up. */
  readonly attempts: number;
  readonly hours: number;
  /** So often it is handed over where the other side takes it and then tells that it did not arrive: each costs. */
  readonly handedOver: number;
}

const policies: Readonly<Record<string, Policy>> = {
  sms: { pauses: [1, 2, 5, 15, 30, 60, 120, 180], attempts: 20, hours: 48, handedOver: 2 },
  email: { pauses: [1, 5, 15, 30, 60, 120, 240], attempts: 22, hours: 72, handedOver: 2 },
};
const ordinary: Policy = { pauses: [1, 5, 15, 60, 240], attempts: 12, hours: 48, handedOver: 2 };

/** How often and for how many hours something is tried on a channel; for whoever looks at its settings. */
export function patienceOf(channel: string): { readonly attempts: number; readonly hours: number } {
  const { attempts, hours } = policies[channel] ?? ordinary;
  return { attempts, hours };
}

export interface Attempted {
  readonly channel: string;
  /** How often it was tried, this time included. */
  readonly attempts: number;
  /** ISO 8601 UTC, both. */
  readonly queuedAt: string;
  readonly now: string;
}

export type AfterFailure =
  | { readonly state: 'failed'; readonly nextAt: string }
  | { readonly state: 'given-up'; readonly nextAt: null };

/**
 * What becomes of something that did not go out: tried again after a pause that grows, or given up. `failure` says how
 * it failed: `passing` (later it may go), `permanent` (never), `not-delivered` (taken, and told later that it did not
 * arrive).
 */
export function afterFailure(
  { channel, attempts, queuedAt, now }: Attempted,
  failure: 'passing' | 'permanent' | 'not-delivered',
): AfterFailure {
  const policy = policies[channel] ?? ordinary;
  const most = failure === 'not-delivered' ? policy.handedOver : policy.attempts;
  // Where the telephone was off an hour ago, a minute changes little.
  const least = failure === 'not-delivered' ? 60 : 0;
  const pause = policy.pauses[Math.min(attempts, policy.pauses.length) - 1] ?? 0;
  const next = parseInstant(now) + Math.max(pause, least) * 60_000;
  const until = parseInstant(queuedAt) + policy.hours * 3_600_000;
  if (failure === 'permanent' || attempts >= most || next > until) return { state: 'given-up', nextAt: null };
  return { state: 'failed', nextAt: formatInstant(next) };
}

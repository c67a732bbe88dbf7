import { Temporal } from 'temporal-polyfill';
import type { CaseState } from '../cases/case.ts';
import type { Period } from './processing.ts';

/** When a case ended, ISO 8601 UTC; null while somebody works on it. The retention of who reported runs from here. */
export function endOf(state: CaseState): string | null {
  if (!['closed', 'referred', 'archived'].includes(state.status)) return null;
  return state.closure?.at ?? state.visits.at(-1)?.endedAt ?? null;
}

/** The moment at which data that are kept for a period from `from` have been kept long enough; by the civil calendar of the zone. */
export function periodEnd(from: string, period: Period, zone: string): string {
  return move(from, period, zone, 1);
}

/** What ended before this moment has been kept long enough now. */
export function periodStart(now: string, period: Period, zone: string): string {
  return move(now, period, zone, -1);
}

function move(from: string, { amount, unit }: Period, zone: string, sign: 1 | -1): string {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(zone);
  const end = start.add({ [`${unit}s`]: sign * amount });
  return end.toInstant().toString({ fractionalSecondDigits: 3 });
}

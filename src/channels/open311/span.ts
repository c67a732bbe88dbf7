import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Fault } from './answer.ts';
import { given } from './fields.ts';
import type { OfAnyone } from './ways.ts';
import { momentOf } from './zoned-time.ts';

/** ISO 8601 UTC; the second is not included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const days = 90 * 86_400_000;

/** `start_date` to `end_date`; where one is missing, ninety days from the other, and without both the last ninety. */
export function spanOf({
  ctx: { now },
  fields: { values },
  speaker: { t },
}: OfAnyone): Result<Span, readonly Fault[]> {
  const [start, end] = ['start_date', 'end_date'].map((name) => given(values, name));
  const [from, to] = [start, end].map((typed) => (typed === undefined ? undefined : momentOf(typed)));
  const faults = [...(from === null ? ['start_date'] : []), ...(to === null ? ['end_date'] : [])].map(
    (name) => ({ code: 400, description: `${name}: ${t('open311.fault.date')}` }),
  );
  if (faults.length > 0) return err(faults);
  if (from != null && to != null) return ok({ from, to });
  if (from != null) return ok({ from, to: moved(from, days) });
  // A moment after now, so that what happens in this one is told.
  const until = to ?? moved(now, 1);
  return ok({ from: moved(until, -days), to: until });
}

function moved(at: string, by: number): string {
  return new Date(Date.parse(at) + by).toISOString();
}

import { findRule } from '../../domain/clocks/rules.ts';
import { dueDate } from '../../domain/clocks/working-time.ts';
import type { Office } from '../../features/context/index.ts';

/** What a complaint that came in at `now` would be promised. ISO 8601 UTC; null where no decree covers it yet. */
export interface Promises {
  readonly verified: string | null;
  readonly answered: string | null;
  readonly handled: string | null;
}

/** By the rules that new cases get, in the institution's zone. */
export function promisesFrom(office: Office, now: string, zone: string): Promises {
  const due = (id: string): string | null => {
    const rule = findRule(office.rules, id);
    const dated = dueDate({
      startedAt: now,
      limit: rule.limit,
      zone,
      calendar: office.calendar,
      pauses: [],
      owner: rule.owner,
    });
    return dated.ok ? dated.value.due : null;
  };
  return { verified: due('verification'), answered: due('first-answer'), handled: due('class-complaint') };
}

import type { Calendar } from '../clocks/calendar.ts';
import { type Clock, planClock, startClock, stopClock } from '../clocks/clock.ts';
import { type ClockRule, findRule } from '../clocks/rules.ts';

/** What may have got out, from the least to the most sensitive; what from `child` on is specific data (art. 4). */
export const breachedData = [
  'words',
  'contact',
  'address',
  'national-number',
  'family-card',
  'evidence',
  'staff-account',
  'child',
  'health',
  'finance',
] as const;
export type BreachedData = (typeof breachedData)[number];

/** Whom a notice goes to: the people whose data it is, and the authority (UU 27/2022, art. 46). */
export const audiences = ['affected', 'authority'] as const;
export type Audience = (typeof audiences)[number];

/** A failure of protection as it is known so far; never with a name in it. */
export interface BreachFacts {
  readonly title: string;
  /** What happened, when and how. */
  readonly course: string;
  readonly data: readonly BreachedData[];
  /** How many people; null: not known yet. */
  readonly people: number | null;
  /** What was done to stop it and to make it good. */
  readonly measures: string;
}

export interface Breach {
  readonly facts: BreachFacts;
  /** When the office became aware of it, ISO 8601 UTC; the notices are due from here. */
  readonly noticedAt: string;
  readonly clock: Clock;
  readonly told: Readonly<Record<Audience, string | null>>;
  readonly closedAt: string | null;
}

/** The 3 × 24 hours, from the moment the office knew. Hours run on through nights and holidays. */
export function breachClock(
  noticedAt: string,
  zone: string,
  rules: readonly ClockRule[],
  calendar: Calendar,
): Clock {
  const rule = findRule(rules, 'personal-data-breach-notice');
  const { id, limit, owner, source } = rule;
  const plan = { id, rule: id, limit, owner, zone, source, startedAt: noticedAt, pausable: false };
  return startClock(planClock(plan, calendar));
}

/**
 * Notes that a notice went out at `at`. The first one to each audience counts; the clock stops with the later of both,
 * since the law asks for both in writing.
 */
export function tell(breach: Breach, audience: Audience, at: string): Breach {
  const told = { ...breach.told, [audience]: breach.told[audience] ?? at };
  const last =
    audiences
      .map((one) => told[one])
      .toSorted()
      .at(-1) ?? at;
  const isComplete = audiences.every((one) => told[one] !== null);
  return { ...breach, told, clock: isComplete ? stopClock(breach.clock, last) : breach.clock };
}

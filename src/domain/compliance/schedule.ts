import { type Course, courseOf, valueAt } from './course.ts';
import type { Schedule } from './measured-case.ts';
import type { Outcome } from './outcome.ts';

/** One judgement over all limits of a case's SOP, from the first entry in its log on. */
export function scheduleCourse(opened: string | null, limits: readonly Course<Outcome>[]): Course<Schedule> {
  if (opened === null) return [];
  const turns = new Set([opened, ...limits.flatMap((limit) => limit.map(({ from }) => from))]);
  return courseOf([...turns].toSorted().map((from) => ({ from, value: scheduleAt(limits, from) })));
}

function scheduleAt(limits: readonly Course<Outcome>[], instant: string): Schedule {
  const standing = limits.map((limit) => valueAt(limit, instant));
  if (standing.includes('late')) return 'missed';
  return standing.includes('within') ? 'kept' : 'unjudged';
}

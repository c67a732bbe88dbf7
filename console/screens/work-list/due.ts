import type { CaseListItem } from '../../../src/features/cases/contract.ts';
import { dayKey, nextDayKey } from '../../text/dates.ts';

export type ListClock = CaseListItem['clock'];
export type DueGroup = 'late' | 'today' | 'tomorrow' | 'later' | 'reporter' | 'paused' | 'none';

/** How much time is left, as a text key with its number, and the colour that may stand for it. */
export interface TimeLeft {
  readonly key: string;
  readonly values: Readonly<Record<string, number>>;
  readonly tone: 'late' | 'soon' | 'held' | 'plain';
}

const dueGroups: readonly DueGroup[] = ['late', 'today', 'tomorrow', 'later', 'reporter', 'paused', 'none'];

const minute = 60_000;
const hour = 60 * minute;

/**
 * Rows by when they are due, in the zone of each deadline: what is past, today, tomorrow, later, what the
 * reporter has to do, what is paused, and what has no deadline. Empty groups are left out; the order within
 * a group is kept.
 */
export function groupByDue(
  items: readonly CaseListItem[],
  now: number,
): readonly { readonly group: DueGroup; readonly items: readonly CaseListItem[] }[] {
  return dueGroups
    .map((group) => ({ group, items: items.filter((item) => groupOf(item.clock, now) === group) }))
    .filter(({ items: rows }) => rows.length > 0);
}

/** Working days where the server counts in days; hours and minutes on the last day and just past it. */
export function timeLeft(clock: NonNullable<ListClock>, now: number): TimeLeft {
  if (clock.colour === 'paused') return { key: 'console.left.paused', values: {}, tone: 'held' };
  const left = Date.parse(clock.due) - now;
  const theirs = isReporters(clock);
  if (left < 0) return { ...past(clock, -left), tone: theirs ? 'held' : 'late' };
  const tone = theirs ? 'held' : clock.colour === 'soon' ? 'soon' : 'plain';
  const today = dayKey(clock.due, clock.zone) === dayKey(now, clock.zone);
  if (today || clock.daysLeft === null || clock.daysLeft <= 0) return { ...inHours(left), tone };
  return { key: `console.left.${dayWord(clock.rule)}`, values: { count: clock.daysLeft }, tone };
}

function groupOf(clock: ListClock, now: number): DueGroup {
  if (clock === null) return 'none';
  if (clock.colour === 'paused') return 'paused';
  if (isReporters(clock)) return 'reporter';
  if (Date.parse(clock.due) < now) return 'late';
  const today = dayKey(now, clock.zone);
  const due = dayKey(clock.due, clock.zone);
  if (due === today) return 'today';
  return due === nextDayKey(today) ? 'tomorrow' : 'later';
}

/** The time of the reporter, not of the office: to complete the submission, or to judge the answer. */
function isReporters(clock: NonNullable<ListClock>): boolean {
  return clock.rule.startsWith('reporter-');
}

function past(clock: NonNullable<ListClock>, by: number): Omit<TimeLeft, 'tone'> {
  if (clock.daysLeft !== null && clock.daysLeft < 0) {
    return { key: `console.left.past.${dayWord(clock.rule)}`, values: { count: -clock.daysLeft } };
  }
  if (by >= 48 * hour)
    return { key: 'console.left.past.days', values: { count: Math.floor(by / (24 * hour)) } };
  if (by >= hour) return { key: 'console.left.past.hours', values: { count: Math.floor(by / hour) } };
  return { key: 'console.left.past.minutes', values: { count: Math.max(1, Math.floor(by / minute)) } };
}

function inHours(left: number): Omit<TimeLeft, 'tone'> {
  if (left >= 48 * hour)
    return { key: 'console.left.days', values: { count: Math.floor(left / (24 * hour)) } };
  const hours = Math.floor(left / hour);
  const minutes = Math.floor((left % hour) / minute);
  if (hours === 0) return { key: 'console.left.minutes', values: { count: Math.max(1, minutes) } };
  return { key: 'console.left.hours', values: { hours, minutes } };
}

/** The rules that count calendar days; all others count working days (HK). */
function dayWord(rule: string): 'days' | 'working-days' {
  return rule.includes('calendar') || rule.startsWith('reporter-completes') ? 'days' : 'working-days';
}

import {
  forever,
  type PlainEvent,
  read,
  type Stay,
  type Stretch,
  type Told,
  text,
} from './counted-apart-reading.ts';
import { lastMoment, timeTaken } from './counted-apart-time.ts';

/**
 * Compliance counted a second time, by a script that shares no code with the first: it cuts each log at the
 * moment asked for, reads what is left from the beginning, and dates every limit by its own arithmetic from the
 * files in `calendars/`. What the log promised is not looked at. Slow and plain on purpose.
 */

export interface PlainCase {
  readonly events: readonly PlainEvent[];
}

export interface PlainQuestion {
  readonly version: number | null;
  /** Beginning of a unit's path; null: all. */
  readonly unit: string | null;
  /** Instants; `to` not included. */
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  /** By `v1 6 8`: the rows that may be passed by and lie between rows 6 and 8 of version 1. */
  readonly optional: ReadonlyMap<string, readonly string[]>;
}

export function countApart(
  cases: readonly PlainCase[],
  question: PlainQuestion,
  shut: ReadonlySet<string>,
): Record<string, number> {
  const figures: Record<string, number> = {};
  const times = new Map<string, number[]>();
  const oldest = new Map<string, number>();
  const add = (name: string, by = 1) => {
    figures[name] = (figures[name] ?? 0) + by;
  };
  for (const one of cases) countCase(one, question, shut, { add, times, oldest });
  for (const [name, used] of times) {
    used.sort((a, b) => a - b);
    figures[`${name} median`] = used[Math.ceil(used.length * 0.5) - 1] ?? 0;
    figures[`${name} p90`] = used[Math.ceil(used.length * 0.9) - 1] ?? 0;
    figures[`${name} longest`] = used[used.length - 1] ?? 0;
  }
  for (const [name, since] of oldest) figures[`${name} oldest`] = since;
  return figures;
}

interface Tally {
  add(name: string, by?: number): void;
  readonly times: Map<string, number[]>;
  readonly oldest: Map<string, number>;
}

function countCase(
  { events }: PlainCase,
  question: PlainQuestion,
  shut: ReadonlySet<string>,
  tally: Tally,
): void {
  const asOf = Date.parse(question.asOf);
  const past = isSealed(events) ? [] : events.filter(({ at }) => Date.parse(at) <= asOf);
  const opened = past[0];
  if (opened === undefined) return;
  const version = Number(text(opened.data, 'procedure', 'version'));
  if (question.version !== null && version !== question.version) return;
  const told = read(past);
  const judgements = told.stays.map((stay) => judge(stay, told.asked, asOf, shut));
  const standsHere = ({ left }: Stay) => left === null && told.standing !== 'merged';
  for (const [place, stay] of told.stays.entries()) {
    const at = `v${version} ${stay.step}`;
    const judged = judgements[place] ?? '';
    if (!isOf(question, stay.unit)) continue;
    if (isWithin(question, stay.entered))
      countStay(stay, judged, at, told.asked, shut, tally, question.optional);
    if (standsHere(stay)) countWaiting(stay, judged, at, told.standing, tally);
  }
  const received = Date.parse(text(opened.data, 'receivedAt'));
  const whole = judgeWhole(told, received, asOf, shut);
  if (isWithin(question, received) && isOf(question, told.unit))
    countWhole(told, received, whole, [...judgements, whole ?? ''], tally);
}

function isSealed(events: readonly PlainEvent[]): boolean {
  return events.some(({ type }) => type === 'CaseSealed');
}

function isWithin({ from, to }: PlainQuestion, ms: number): boolean {
  return ms >= Date.parse(from) && ms < Date.parse(to);
}

function isOf({ unit }: PlainQuestion, path: string | null): boolean {
  return unit === null || path?.startsWith(unit) === true;
}

function countWhole(
  told: Told,
  received: number,
  whole: string | null,
  judgements: readonly string[],
  { add }: Tally,
): void {
  add('received');
  add(`ending ${told.standing}`);
  if (told.followedUp) add('followed up');
  if (told.reopened) add('reopened');
  if (whole !== null) add(`overall ${whole}`);
  const met = judgements.includes('within') ? 'kept' : 'unjudged';
  const schedule = judgements.includes('late') ? 'missed' : met;
  add(schedule);
  add(`${new Date(received + 7 * 3_600_000).toISOString().slice(0, 7)} ${schedule}`);
}

function countStay(
  stay: Stay,
  judged: string,
  at: string,
  asked: readonly Stretch[],
  shut: ReadonlySet<string>,
  { add, times }: Tally,
  optional: PlainQuestion['optional'],
): void {
  add(`${at} ran`);
  if (stay.limit !== null) add(`${at} ${judged}`);
  if (stay.left !== null) {
    add(`${at} way ${stay.way} ${stay.next}`);
    const version = at.split(' ')[0];
    for (const passed of optional.get(`${version} ${stay.step} ${stay.next}`) ?? []) {
      add(`${version} ${passed} skipped`);
    }
  }
  const done =
    stay.limit === null ? (stay.withdrawn ? null : stay.left) : stay.cancelled ? null : stay.stopped;
  if (done === null) return;
  add(`${at} done`);
  times.set(at, [...(times.get(at) ?? []), timeTaken(stay, done, asked, shut)]);
}

function countWaiting(
  stay: Stay,
  judged: string,
  at: string,
  standing: string,
  { add, oldest }: Tally,
): void {
  add(`${at} waiting`);
  if (judged === 'late') add(`${at} waiting late`);
  if (standing === 'awaiting-reporter') add(`${at} waiting reporter`);
  oldest.set(at, Math.min(oldest.get(at) ?? forever, stay.entered));
}

function judge(stay: Stay, asked: readonly Stretch[], asOf: number, shut: ReadonlySet<string>): string {
  if (stay.limit === null) return 'none';
  if (stay.cancelled) return 'cancelled';
  const due = lastMoment(stay.entered, stay.limit, stay.zone, asked, shut, stay.ofReporter);
  // A paused limit is counted up to its pause.
  const now = stay.stopped ?? asOf;
  const pause = asked.find(({ from, to }) => from <= now && now <= to && from >= stay.entered);
  const held = pause !== undefined && (stay.stopped === null ? now < pause.to : pause.to >= now);
  const counted = held ? Math.min(now, pause.from) : now;
  if (counted > due) return 'late';
  return stay.stopped === null ? 'running' : 'within';
}

function judgeWhole(told: Told, received: number, asOf: number, shut: ReadonlySet<string>): string | null {
  if (told.wholeLimit === null) return null;
  if (told.wholeCancelled) return 'cancelled';
  const due = lastMoment(received, told.wholeLimit, told.wholeZone, told.answerPauses, shut);
  if ((told.answered ?? asOf) > due) return 'late';
  return told.answered === null ? 'running' : 'within';
}

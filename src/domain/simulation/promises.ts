import { classRules } from '../cases/timing.ts';
import type { CaseKind } from '../cases/words.ts';
import type { Calendar } from '../clocks/calendar.ts';
import { formatInstant, localDay, msPerMinute, parseInstant } from '../clocks/instant.ts';
import type { ClockOwner, ClockRule } from '../clocks/rules.ts';
import { dueDate } from '../clocks/working-time.ts';
import type { Limit, Procedure, Step } from '../procedures/procedure.ts';

/** A clock of every case that comes by: what is promised, where it starts and where it stops. */
export interface CasePromise {
  /** `overall`, `step:<id>`, or the id of a legal rule. */
  readonly id: string;
  readonly limit: Limit;
  /** Starts when the case arrives; only for cases of that kind where one is named. */
  readonly onArrival: boolean;
  readonly kind: CaseKind | null;
  readonly startsEntering: ReadonlySet<number>;
  readonly stopsLeaving: ReadonlySet<number>;
  /** Milliseconds at which it runs out when it starts then; Infinity where no calendar reaches. */
  dueAt(startedAt: number): number;
}

export interface DayCount {
  /** Null: every day counts, and a day is 24 hours of work. */
  readonly calendar: Calendar | null;
  readonly zone: string;
}

/** The legal clocks that the office alone keeps; what waits for the reporter's words is not simulated. */
const followedRules = ['verification', 'acceptance', 'first-answer'] as const;

const answering: readonly Step['act'][] = ['finish', 'pass-on', 'answer-directly', 'conclude'];

/**
 * The limits of the form and the legal clocks beside it, started and stopped by the same acts as in
 * `domain/cases`, dated by the same `dueDate`. All of them stop when the answer goes out.
 */
export function promisesOf(
  procedure: Procedure,
  rules: readonly ClockRule[],
  days: DayCount,
): readonly CasePromise[] {
  const { steps, overallLimit } = procedure;
  const where = (holds: (step: Step) => boolean): ReadonlySet<number> =>
    new Set(steps.flatMap((step, index) => (holds(step) ? [index] : [])));
  const none: ReadonlySet<number> = new Set();
  const answered = where(({ act }) => answering.includes(act));
  const sent = where(({ act }) => act === 'distribute' || act === 'dispatch');
  const accepted = where(({ act }) => act === 'accept');
  const base = { onArrival: false, kind: null, startsEntering: none, stopsLeaving: answered } as const;
  const promise = (id: string, limit: Limit, owner: ClockOwner, more: Partial<CasePromise>): CasePromise => ({
    id,
    limit,
    ...base,
    ...more,
    dueAt: makeDueAt(limit, owner, days),
  });
  const ofRule: Readonly<Record<(typeof followedRules)[number], Partial<CasePromise>>> = {
    verification: { onArrival: true, stopsLeaving: new Set([...sent, ...answered]) },
    acceptance: { startsEntering: accepted, stopsLeaving: accepted },
    'first-answer': { startsEntering: accepted },
  };
  const kinds: readonly CaseKind[] = ['complaint', 'aspiration', 'information-request'];
  return [
    ...(overallLimit === null ? [] : [promise('overall', overallLimit, 'institution', { onArrival: true })]),
    ...steps.flatMap((step, index) =>
      step.limit === null
        ? []
        : [
            promise(`step:${step.id}`, step.limit, 'unit', {
              startsEntering: new Set([index]),
              stopsLeaving: new Set([index]),
            }),
          ],
    ),
    ...followedRules.flatMap((id) => {
      const rule = rules.find((one) => one.id === id);
      return rule === undefined ? [] : [promise(id, rule.limit, rule.owner, ofRule[id])];
    }),
    ...kinds.flatMap((kind) =>
      classRules(kind, false).flatMap((id) => {
        const rule = rules.find((one) => one.id === id);
        return rule === undefined ? [] : [promise(id, rule.limit, rule.owner, { onArrival: true, kind })];
      }),
    ),
  ];
}

/** Days fall due at one hour for all that began on the same day, so each day is counted once. */
function makeDueAt(limit: Limit, owner: ClockOwner, { calendar, zone }: DayCount): CasePromise['dueAt'] {
  if (limit.unit === 'minute' || limit.unit === 'hour') {
    const lasts = limit.amount * (limit.unit === 'hour' ? 60 : 1) * msPerMinute;
    return (startedAt) => startedAt + lasts;
  }
  const known = new Map<number, number>();
  return (startedAt) => {
    if (calendar === null) return startedAt + limit.amount * 24 * 60 * msPerMinute;
    const day = localDay(startedAt, zone);
    const before = known.get(day);
    if (before !== undefined) return before;
    const from = formatInstant(Math.floor(startedAt));
    const dated = dueDate({ startedAt: from, limit, zone, calendar, pauses: [], owner });
    const due =
      dated.ok && dated.value.due !== null ? parseInstant(dated.value.due) : Number.POSITIVE_INFINITY;
    known.set(day, due);
    return due;
  };
}

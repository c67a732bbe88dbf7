import type { CaseKind } from '../cases/words.ts';
import { parseInstant } from '../clocks/instant.ts';
import { findStep } from '../procedures/next-steps.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { returnsApart } from './model.ts';
import type { PastCase, PastVisit } from './past-case.ts';
import type { ServiceTime } from './service-time.ts';
import { quantileOf } from './statistics.ts';
import type { WorkingHours } from './working-hours.ts';

/** What a past period says of a procedure. Shares from 0 to 1 and times by step; what was never seen is not there. */
export interface Learned {
  /** ISO instants of the period, the second not included. */
  readonly from: string;
  readonly to: string;
  readonly cases: number;
  /** Arrivals of consecutive hours from `from` on. */
  readonly perHour: readonly number[];
  readonly perWorkingHour: number;
  readonly kinds: Readonly<Record<CaseKind, number>>;
  readonly yes: ReadonlyMap<string, number>;
  readonly taken: ReadonlyMap<string, number>;
  readonly returned: ReadonlyMap<string, number>;
  readonly service: ReadonlyMap<string, ServiceTime>;
}

/** Fewer than this many times say nothing of a step; as many are kept of one at most, evenly chosen. */
const fewest = 5;
const mostTimes = 200;
const msPerHour = 3_600_000;

/**
 * Reads arrivals, branches and times of work off real cases of `procedure`. How long somebody worked on a case
 * is not recorded; it is taken as the working minutes since the case came to the row or since the same person
 * last finished something, whichever is later, which is the time itself where people are busy and more where
 * they are not.
 */
export function learnFrom(
  procedure: Procedure,
  cases: readonly PastCase[],
  period: { readonly from: string; readonly to: string },
  hours: WorkingHours,
): Learned {
  const visits = cases.flatMap((one) => one.visits);
  const workingHours =
    (hours.minutesAt(parseInstant(period.to)) - hours.minutesAt(parseInstant(period.from))) / 60;
  return {
    ...period,
    cases: cases.length,
    perHour: hourly(cases, period),
    perWorkingHour: workingHours > 0 ? cases.length / workingHours : 0,
    kinds: kindsOf(cases),
    yes: sharesOf(procedure, visits, (step, all) => {
      const decided = all.filter(({ exit }) => exit !== null);
      return step.exits === undefined
        ? null
        : [decided.filter(({ exit }) => exit === 'ya').length, decided.length];
    }),
    taken: takenShares(procedure, cases),
    returned: returnShares(procedure, cases),
    service: serviceTimes(visits, hours),
  };
}

function hourly(
  cases: readonly PastCase[],
  period: { readonly from: string; readonly to: string },
): readonly number[] {
  const from = parseInstant(period.from);
  const count = Math.max(1, Math.ceil((parseInstant(period.to) - from) / msPerHour));
  const perHour = Array.from({ length: count }, () => 0);
  for (const { receivedAt } of cases) {
    const hour = Math.floor((parseInstant(receivedAt) - from) / msPerHour);
    if (hour >= 0 && hour < count) perHour[hour] = (perHour[hour] ?? 0) + 1;
  }
  return perHour;
}

function kindsOf(cases: readonly PastCase[]): Learned['kinds'] {
  const share = (kind: CaseKind) =>
    cases.length === 0 ? 0 : cases.filter((one) => one.kind === kind).length / cases.length;
  return {
    complaint: share('complaint'),
    aspiration: share('aspiration'),
    'information-request': share('information-request'),
  };
}

/** The share `[part, whole]` of each step that was seen often enough. */
function sharesOf(
  procedure: Procedure,
  visits: readonly PastVisit[],
  count: (step: Procedure['steps'][number], visits: readonly PastVisit[]) => readonly [number, number] | null,
): ReadonlyMap<string, number> {
  const byStep = new Map(procedure.steps.map(({ id }) => [id, visits.filter(({ step }) => step === id)]));
  return new Map(
    procedure.steps.flatMap((step): (readonly [string, number])[] => {
      const counted = count(step, byStep.get(step.id) ?? []);
      return counted === null || counted[1] < fewest ? [] : [[step.id, counted[0] / counted[1]]];
    }),
  );
}

/** Of the cases that passed an optional row and came to what lies behind it, those that stayed in the row. */
function takenShares(procedure: Procedure, cases: readonly PastCase[]): ReadonlyMap<string, number> {
  return new Map(
    procedure.steps.flatMap((step, index): (readonly [string, number])[] => {
      if (step.optional !== true) return [];
      const later = new Set(procedure.steps.slice(index).map(({ id }) => id));
      const earlier = procedure.steps[index - 1]?.id;
      const came = cases.filter(
        ({ visits }) =>
          visits.some((visit) => visit.step === earlier) && visits.some((visit) => later.has(visit.step)),
      );
      if (came.length < fewest) return [];
      return [
        [
          step.id,
          came.filter(({ visits }) => visits.some((one) => one.step === step.id)).length / came.length,
        ],
      ];
    }),
  );
}

function returnShares(procedure: Procedure, cases: readonly PastCase[]): ReadonlyMap<string, number> {
  const left = new Map<string, { all: number; back: number }>();
  for (const { visits } of cases) {
    for (const [place, visit] of visits.entries()) {
      const step = findStep(procedure, visit.step);
      if (step === undefined || visit.endedAt === null || !returnsApart(step)) continue;
      const counts = left.get(step.id) ?? { all: 0, back: 0 };
      counts.all += 1;
      if (visits[place + 1]?.step === step.returnsTo) counts.back += 1;
      left.set(step.id, counts);
    }
  }
  return new Map(
    [...left].flatMap(([step, { all, back }]) => (all < fewest ? [] : [[step, back / all] as const])),
  );
}

function serviceTimes(visits: readonly PastVisit[], hours: WorkingHours): ReadonlyMap<string, ServiceTime> {
  const done = visits
    .flatMap((visit) =>
      visit.endedAt === null || visit.by === null ? [] : [{ ...visit, endedAt: visit.endedAt }],
    )
    .toSorted((a, b) => (a.endedAt < b.endedAt ? -1 : 1));
  const lastOf = new Map<number | null, number>();
  const times = new Map<string, number[]>();
  for (const { step, startedAt, endedAt, by } of done) {
    const began = Math.max(parseInstant(startedAt), lastOf.get(by) ?? Number.NEGATIVE_INFINITY);
    const ended = parseInstant(endedAt);
    lastOf.set(by, ended);
    const minutes = hours.minutesAt(ended) - hours.minutesAt(began);
    const known = times.get(step) ?? [];
    known.push(Math.max(0, minutes));
    times.set(step, known);
  }
  return new Map(
    [...times].flatMap(([step, minutes]) =>
      minutes.length < fewest ? [] : [[step, { shape: 'empirical', minutes: thinned(minutes) }] as const],
    ),
  );
}

/** At most `mostTimes` of them, at even steps through the sorted list. */
function thinned(minutes: readonly number[]): readonly number[] {
  const sorted = minutes.toSorted((a, b) => a - b);
  if (sorted.length <= mostTimes) return sorted;
  return Array.from({ length: mostTimes }, (_, place) => quantileOf(sorted, (place + 0.5) / mostTimes) ?? 0);
}

import type { Calendar } from '../clocks/calendar.ts';
import { formatInstant, parseInstant } from '../clocks/instant.ts';
import type { ClockOwner } from '../clocks/rules.ts';
import { dueDate } from '../clocks/working-time.ts';
import type { Limit, Procedure } from '../procedures/procedure.ts';
import { type Assumption, type AssumptionCode, assume } from './assumption.ts';
import { matchSteps } from './match-steps.ts';
import type { PastCase } from './past-case.ts';
import { type ReplayedCase, type ReplayedVisit, type ReplayParts, replayCase } from './replay-case.ts';
import { minutesOfAct } from './scenario-defaults.ts';
import { sumOf } from './statistics.ts';
import type { WorkingHours } from './working-hours.ts';

/** How often a promise was or would have been kept; what is not known yet is not judged. */
export interface Kept {
  readonly judged: number;
  readonly kept: number;
}

export interface ReplayedStep {
  readonly step: string;
  /** The row of the real versions that it was matched with; null: new. */
  readonly was: string | null;
  readonly limit: Limit | null;
  readonly ran: number;
  /** By the limits of the draft. */
  readonly would: Kept;
  /** What the clocks of the real cases said of the matched row. */
  readonly really: Kept;
  /** Mean working hours at the row; null where none ended. */
  readonly hours: number | null;
}

export interface ReplayResult {
  readonly procedure: { readonly id: string; readonly version: number };
  readonly cases: number;
  /** Answered or ended in the replay; and in truth. */
  readonly ended: number;
  readonly reallyEnded: number;
  readonly overall: {
    readonly limit: Limit | null;
    readonly would: Kept;
    readonly really: Kept;
    /** Cases that the draft would have kept and the office did not, and the other way round. */
    readonly better: number;
    readonly worse: number;
  };
  readonly steps: readonly ReplayedStep[];
  /** Every limit, of rows and of the whole, counted together. */
  readonly allLimits: { readonly would: Kept; readonly really: Kept };
  readonly assumptions: readonly Assumption[];
}

export interface ReplayWorld {
  readonly calendar: Calendar;
  readonly hours: WorkingHours;
  /** ISO instant up to which the real cases are known. */
  readonly until: string;
}

/**
 * The real cases of a period, each with its own arrival, choices and times, under the rows and limits of a draft,
 * beside what really happened. `versions` are those that the cases took. Nobody queues: a row that is new or
 * shorter changes when the next begins, not how many wait there; for that there is the simulation.
 */
export function replay(
  draft: Procedure,
  versions: ReadonlyMap<number, Procedure>,
  cases: readonly PastCase[],
  world: ReplayWorld,
): ReplayResult {
  const noted = new Map<string, { readonly code: AssumptionCode; readonly step: string; cases: number }>();
  const note = (code: AssumptionCode, step: string): void => {
    const known = noted.get(`${code} ${step}`) ?? { code, step, cases: 0 };
    known.cases += 1;
    noted.set(`${code} ${step}`, known);
  };
  const replayed = cases.map((past) => {
    const old = versions.get(past.version);
    const matched = old === undefined ? sameIds(draft) : matchSteps(draft, old);
    const parts: ReplayParts = {
      draft,
      old,
      matched,
      hours: world.hours,
      minutesOf: (step) => minutesOfAct[step.act],
      note,
    };
    return judgeCase(past, replayCase(past, parts), draft, matched, world);
  });
  const steps = draft.steps.map((step): ReplayedStep => {
    const rows = replayed.flatMap(({ rows }) => rows.filter((row) => row.step === step.id));
    const reals = replayed.flatMap(({ real }) => real.filter((one) => one.step === step.id));
    const times = rows.flatMap(({ hours }) => hours ?? []);
    return {
      step: step.id,
      was: [...versions.values()].flatMap((old) => matchSteps(draft, old).get(step.id) ?? []).at(-1) ?? null,
      limit: step.limit,
      ran: rows.length,
      would: countKept(rows.map(({ kept }) => kept)),
      really: countKept(reals.map(({ kept }) => kept)),
      hours: times.length === 0 ? null : sumOf(times) / times.length,
    };
  });
  const would = countKept(replayed.map((one) => one.overall));
  const really = countKept(replayed.map((one) => one.reallyOverall));
  return {
    procedure: { id: draft.id, version: draft.version },
    cases: cases.length,
    ended: replayed.filter(({ hasEnded }) => hasEnded).length,
    reallyEnded: cases.filter(({ endedAt }) => endedAt !== null).length,
    overall: {
      limit: draft.overallLimit,
      would,
      really,
      better: replayed.filter((one) => one.overall === true && one.reallyOverall === false).length,
      worse: replayed.filter((one) => one.overall === false && one.reallyOverall === true).length,
    },
    steps,
    allLimits: {
      would: together([would, ...steps.map((step) => step.would)]),
      really: together([really, ...steps.map((step) => step.really)]),
    },
    assumptions: [
      assume('replay-same-way'),
      assume('replay-working-time'),
      assume('replay-no-queue'),
      ...[...noted.values()].map(({ code, step, cases: count }) =>
        assume(code, { step, cases: count, ...minutesFor(code, step, draft) }),
      ),
    ],
  };
}

/** True: kept; false: late; null: not known yet, or no limit. */
type Verdict = boolean | null;

interface JudgedCase {
  readonly hasEnded: boolean;
  readonly overall: Verdict;
  readonly reallyOverall: Verdict;
  readonly rows: readonly { readonly step: string; readonly kept: Verdict; readonly hours: number | null }[];
  readonly real: readonly { readonly step: string; readonly kept: Verdict }[];
}

function judgeCase(
  past: PastCase,
  replayed: ReplayedCase,
  draft: Procedure,
  matched: ReadonlyMap<string, string>,
  world: ReplayWorld,
): JudgedCase {
  const newIds = new Map([...matched].map(([id, old]) => [`step:${old}`, id]));
  const received = parseInstant(past.receivedAt);
  return {
    hasEnded: replayed.endedAt !== null,
    overall:
      draft.overallLimit === null
        ? null
        : judge(draft.overallLimit, 'institution', received, replayed.endedAt, past, world, false),
    reallyOverall: verdictOf(past.clocks.find(({ rule }) => rule === 'overall')?.outcome),
    rows: replayed.visits.map((visit) => judgeRow(visit, past, world)),
    real: past.clocks.flatMap(({ rule, outcome }) => {
      const step = newIds.get(rule);
      return step === undefined ? [] : [{ step, kept: verdictOf(outcome) }];
    }),
  };
}

function judgeRow({ step, from, to }: ReplayedVisit, past: PastCase, world: ReplayWorld) {
  const { hours } = world;
  return {
    step: step.id,
    kept: step.limit === null ? null : judge(step.limit, 'unit', from, to, past, world, true),
    hours: to === null ? null : (hours.minutesAt(to) - hours.minutesAt(from)) / 60,
  };
}

/** By the clock of production; the whole never pauses, a row does while the reporter completes. */
function judge(
  limit: Limit,
  owner: ClockOwner,
  from: number,
  to: number | null,
  past: PastCase,
  { calendar, until }: ReplayWorld,
  pausable: boolean,
): Verdict {
  const dated = dueDate({
    startedAt: formatInstant(Math.floor(from)),
    limit,
    zone: past.zone,
    calendar,
    pauses: pausable ? past.pauses : [],
    owner,
  });
  if (!dated.ok || dated.value.due === null) return null;
  const due = parseInstant(dated.value.due);
  if (to !== null) return to <= due;
  return parseInstant(until) > due ? false : null;
}

function verdictOf(outcome: PastCase['clocks'][number]['outcome'] | undefined): Verdict {
  if (outcome === 'met') return true;
  return outcome === 'late' ? false : null;
}

function countKept(verdicts: readonly Verdict[]): Kept {
  return {
    judged: verdicts.filter((one) => one !== null).length,
    kept: verdicts.filter((one) => one === true).length,
  };
}

function together(parts: readonly Kept[]): Kept {
  return { judged: sumOf(parts.map(({ judged }) => judged)), kept: sumOf(parts.map(({ kept }) => kept)) };
}

function sameIds(draft: Procedure): ReadonlyMap<string, string> {
  return new Map(draft.steps.map(({ id }) => [id, id]));
}

function minutesFor(code: AssumptionCode, id: string, draft: Procedure): Record<string, number> {
  const step = draft.steps.find((one) => one.id === id);
  return code === 'replay-new-step' && step !== undefined ? { minutes: minutesOfAct[step.act] } : {};
}

import { localDate, workingDaysBetween } from '../../domain/clocks/calendar.ts';
import { branchOf, passedOver } from '../../domain/compliance/branches.ts';
import type { Ending } from '../../domain/compliance/measured-case.ts';
import type { Procedure, Step } from '../../domain/procedures/procedure.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { type Compliance, type ComplianceQuery, endings, type StepFigures } from './contract.ts';
import {
  type CaseCount,
  type Counts,
  countFigures,
  type OutcomeCounts,
  type RunCount,
  type WaitingCount,
} from './count-figures.ts';
import { type Question, readQuestion } from './question.ts';

/**
 * How far one SOP was kept: each step of it, its branches, where cases wait, the indicator. As seen at `asOf`;
 * the same question gives the same answer whatever happened since, but for cases sealed since then. One
 * statement. Refuses what `readQuestion` refuses.
 */
export async function getCompliance(
  ctx: Reading,
  query: ComplianceQuery,
): Promise<Result<Compliance, Refusal>> {
  const question = readQuestion(ctx, query);
  if (!question.ok) return question;
  const counts = await countFigures(ctx, question.value);
  return ok(present(ctx, question.value, counts));
}

function present(ctx: Reading, question: Question, counts: Counts): Compliance {
  const { procedure, days, asOf } = question;
  const shown = shownVersions(ctx, question, counts);
  const schedule = (name: string) => sumOf(counts.cases, (one) => one.schedule === name);
  const [kept, missed, unjudged] = [schedule('kept'), schedule('missed'), schedule('unjudged')];
  const all = counts.cases.find(({ by }) => by === 'all');
  return {
    procedure: { id: procedure.id, title: procedure.title },
    versions: ctx.office.procedures.versions(procedure.id).map(({ version }) => version),
    from: days.from,
    to: days.to,
    asOf,
    indicator: { text: procedure.indicator ?? null, kept, missed, unjudged, share: share(kept, missed) },
    cases: {
      received: all?.count ?? 0,
      followedUp: all?.followed_up ?? 0,
      settled: sumOf(counts.cases, (one) => one.ending === 'confirmed'),
      reopened: all?.reopened ?? 0,
      endings: presentEndings(counts.cases),
    },
    overall: presentOverall(procedure, counts.cases),
    steps: shown.flatMap((one) => one.steps.map((step) => presentStep(ctx, question, counts, one, step))),
    actors: presentActors(shown, counts),
    units: counts.runs
      .filter((one) => one.by === 'unit')
      .map((one) => ({ unitId: one.unit_id, unitName: one.unit_name ?? '', ...judged(one) }))
      .toSorted((a, b) => b.late - a.late || b.ran - a.ran || a.unitName.localeCompare(b.unitName, 'id')),
    months: presentMonths(counts.cases),
  };
}

/** The version asked for; else the newest, and the older ones that still have something to show. */
function shownVersions(ctx: Reading, question: Question, counts: Counts): readonly Procedure[] {
  const { procedure, version } = question;
  if (version !== null) return [procedure];
  const found = new Set([
    procedure.version,
    ...[...counts.runs, ...counts.waiting].map((one) => one.version),
  ]);
  return ctx.office.procedures
    .versions(procedure.id)
    .filter((one) => found.has(one.version))
    .toReversed();
}

function presentEndings(cases: readonly CaseCount[]): Compliance['cases']['endings'] {
  const byEnding = new Map(cases.flatMap((one) => (one.ending === null ? [] : [[one.ending, one.count]])));
  return endings.flatMap((ending: Ending) => {
    const count = byEnding.get(ending);
    return count === undefined ? [] : [{ ending, count }];
  });
}

function presentOverall(procedure: Procedure, cases: readonly CaseCount[]): Compliance['overall'] {
  if (procedure.overallLimit === null) return null;
  const count = (outcome: string) => sumOf(cases, (one) => one.by === 'overall' && one.overall === outcome);
  const [within, late] = [count('within'), count('late')];
  return {
    limit: procedure.overallLimit,
    within,
    late,
    running: count('running'),
    cancelled: count('cancelled'),
    share: share(within, late),
  };
}

function presentStep(
  ctx: Reading,
  question: Question,
  counts: Counts,
  procedure: Procedure,
  step: Step,
): StepFigures {
  const ofStep = (one: { readonly version: number | null; readonly step: string | null }) =>
    one.version === procedure.version && one.step === step.id;
  const count = counts.runs.find((one) => one.by === 'step' && ofStep(one));
  const ways = counts.runs.filter((one) => one.by === 'branch' && one.version === procedure.version);
  return {
    version: procedure.version,
    step: step.id,
    activity: step.activity,
    actors: titlesOf(procedure, step.actors),
    question: step.question ?? null,
    optional: step.optional === true,
    limit: step.limit,
    ...judged(count),
    done: count?.done ?? 0,
    median: count?.median ?? null,
    p90: count?.p90 ?? null,
    longest: count?.longest ?? null,
    usedUnit: count?.used_unit ?? unitOf(step),
    branches: presentBranches(step, ways.filter(ofStep)),
    skipped: sumOf(
      ways.map((one) => ({ ...one, count: one.ran })),
      (one) => passedOver(procedure, one.step ?? '', one.next ?? '').includes(step.id),
    ),
    waiting: presentWaiting(ctx, question, counts.waiting.find(ofStep), counts.zone),
  };
}

function unitOf(step: Step): StepFigures['usedUnit'] {
  const unit = step.limit?.unit ?? 'workingDay';
  return unit === 'hour' ? 'minute' : unit;
}

function presentBranches(step: Step, ways: readonly RunCount[]): StepFigures['branches'] {
  const left = ways.filter((one) => one.next !== null);
  const total = left.reduce((sum, one) => sum + one.ran, 0);
  return left
    .map((one) => {
      const next = one.next === '' ? null : one.next;
      const kind = branchOf(step, one.exit, next);
      return { kind, exit: one.exit, next, count: one.ran, share: share(one.ran, total - one.ran) };
    })
    .toSorted((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}

function presentWaiting(
  ctx: Reading,
  { asOf }: Question,
  count: WaitingCount | undefined,
  zone: string | null,
): StepFigures['waiting'] {
  const daysSince = (since: string | undefined): number | null => {
    if (since === undefined) return null;
    const place = zone ?? 'Asia/Jakarta';
    const days = workingDaysBetween(ctx.office.calendar, localDate(since, place), localDate(asOf, place));
    return days.ok ? days.value : null;
  };
  return {
    count: count?.waiting ?? 0,
    late: count?.late ?? 0,
    withReporter: count?.with_reporter ?? 0,
    oldest: count?.oldest ?? null,
    oldestDays: daysSince(count?.oldest),
    medianDays: daysSince(count?.median),
  };
}

/** By the columns of the form: those who act together in one row are one. */
function presentActors(shown: readonly Procedure[], counts: Counts): Compliance['actors'] {
  const [newest] = shown;
  return counts.runs
    .filter((one) => one.by === 'actors')
    .map((one) => ({
      ids: [...(one.actors ?? [])],
      actors: newest === undefined ? [] : titlesOf(newest, one.actors ?? []),
      ...judged(one),
    }))
    .toSorted((a, b) => b.late - a.late || b.ran - a.ran);
}

function titlesOf(procedure: Procedure, ids: readonly string[]): string[] {
  return ids.map((id) => procedure.actors.find((actor) => actor.id === id)?.title ?? id);
}

function presentMonths(cases: readonly CaseCount[]): Compliance['months'] {
  const months = [...new Set(cases.flatMap(({ month }) => month ?? []))].toSorted();
  return months.map((month) => {
    const of = (schedule: string) => sumOf(cases, (one) => one.month === month && one.schedule === schedule);
    const [kept, missed] = [of('kept'), of('missed')];
    return { month, kept, missed, unjudged: of('unjudged'), share: share(kept, missed) };
  });
}

function judged(count: (OutcomeCounts & { readonly ran: number }) | undefined) {
  const { ran = 0, within = 0, late = 0, running = 0, cancelled = 0 } = count ?? {};
  return { ran, within, late, running, cancelled, share: share(within, late) };
}

/** Per cent with one decimal, of what was judged either way. */
function share(good: number, bad: number): number | null {
  return good + bad === 0 ? null : Math.round((good / (good + bad)) * 1000) / 10;
}

function sumOf<T extends { readonly count: number }>(
  counts: readonly T[],
  which: (one: T) => boolean,
): number {
  return counts.reduce((sum, one) => (which(one) ? sum + one.count : sum), 0);
}

import { parseInstant } from '../clocks/instant.ts';
import { findStep, firstStep, getStep, nextOf } from '../procedures/next-steps.ts';
import type { Procedure, Step } from '../procedures/procedure.ts';
import type { AssumptionCode } from './assumption.ts';
import { happensAtOnce } from './model.ts';
import type { PastCase, PastVisit } from './past-case.ts';
import { longestRoute } from './route.ts';
import type { WorkingHours } from './working-hours.ts';

/** One stay in a row of the draft as it would have been; milliseconds, `to` null where it would still stand there. */
export interface ReplayedVisit {
  readonly step: Step;
  readonly from: number;
  readonly to: number | null;
  /** The real stay it was made from; null where the row is new. */
  readonly real: PastVisit | null;
}

export interface ReplayedCase {
  readonly visits: readonly ReplayedVisit[];
  /** When the answer went out or the procedure ended; null: neither yet, as far as the real case tells. */
  readonly endedAt: number | null;
}

export interface ReplayParts {
  readonly draft: Procedure;
  /** The version that the case really took; undefined where it is not known any more. */
  readonly old: Procedure | undefined;
  readonly matched: ReadonlyMap<string, string>;
  readonly hours: WorkingHours;
  /** Working minutes that a row takes which the old version does not have. */
  minutesOf(step: Step): number;
  note(code: AssumptionCode, step: string): void;
}

interface RealVisit extends PastVisit {
  readonly wentBack: boolean;
}

/**
 * Walks a real case through a draft: its arrival, its choices, its own time at every row. As long as its way is
 * the same its real instants stand; from the first difference on the working time that each row took is laid
 * into working hours again.
 */
export function replayCase(past: PastCase, parts: ReplayParts): ReplayedCase {
  const { draft } = parts;
  const real = realVisits(past, parts);
  const visits: ReplayedVisit[] = [];
  let at = parseInstant(past.receivedAt);
  let endedAt: number | null = null;
  let id: string | null = firstStep(draft).id;
  for (let passed = 0; id !== null && passed < longestRoute(draft.steps.length); passed += 1) {
    const step: Step = getStep(draft, id);
    const visit: RealVisit | undefined = real.get(id)?.shift();
    if (visit === undefined && step.optional === true) {
      id = nextOf(step);
      continue;
    }
    const to = stayUntil(step, visit, at, parts);
    if (to === undefined) return { visits, endedAt };
    visits.push({ step, from: at, to, real: visit ?? null });
    if (to === null) return { visits, endedAt };
    at = to;
    id = nextAfter(step, visit, parts);
    if (releasesAnswer(step) || id === null) endedAt ??= at;
  }
  return { visits, endedAt };
}

/** The real stays by the row of the draft that they belong to, first come first; mutable, they are used up. */
function realVisits(past: PastCase, { old, matched, draft, note }: ReplayParts): Map<string, RealVisit[]> {
  const newIds = new Map([...matched].map(([id, oldId]) => [oldId, id]));
  const byStep = new Map<string, RealVisit[]>();
  for (const [place, visit] of past.visits.entries()) {
    const id = newIds.get(visit.step) ?? (old === undefined ? visit.step : undefined);
    if (id === undefined || findStep(draft, id) === undefined) {
      note('replay-removed-step', visit.step);
      continue;
    }
    const target = old === undefined ? undefined : findStep(old, visit.step)?.returnsTo;
    const wentBack = target !== undefined && past.visits[place + 1]?.step === target;
    const known = byStep.get(id) ?? [];
    known.push({ ...visit, wentBack });
    byStep.set(id, known);
  }
  return byStep;
}

/** Null: it stands there still. Undefined: the real case never came here, so nobody knows what would follow. */
function stayUntil(
  step: Step,
  visit: RealVisit | undefined,
  at: number,
  parts: ReplayParts,
): number | null | undefined {
  if (visit !== undefined) return timeOfReal(visit, at, parts.hours);
  return parts.matched.has(step.id) ? undefined : timeOfNew(step, at, parts);
}

function timeOfNew(step: Step, at: number, { hours, minutesOf, note }: ReplayParts): number | null {
  if (happensAtOnce(step)) return at;
  note('replay-new-step', step.id);
  return finite(hours.instantAt(hours.minutesAt(at) + minutesOf(step)));
}

function timeOfReal(visit: RealVisit, at: number, hours: WorkingHours): number | null {
  if (visit.endedAt === null) return null;
  const from = parseInstant(visit.startedAt);
  const to = parseInstant(visit.endedAt);
  if (from === at) return to;
  const minutes = hours.minutesAt(to) - hours.minutesAt(from);
  return minutes === 0 ? at : finite(hours.instantAt(hours.minutesAt(at) + minutes));
}

function finite(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null;
}

function releasesAnswer(step: Step): boolean {
  return ['finish', 'pass-on', 'answer-directly', 'conclude'].includes(step.act);
}

function nextAfter(step: Step, visit: RealVisit | undefined, { note }: ReplayParts): string | null {
  if (visit?.wentBack === true) {
    if (step.returnsTo !== undefined) return step.returnsTo;
    note('replay-return-lost', step.id);
  }
  if (step.exits === undefined) return nextOf(step);
  const exit = visit?.exit ?? null;
  if (exit === null) note('replay-exit-assumed', step.id);
  return nextOf(step, exit ?? 'ya');
}

import type { LimitDraft, StepDraft } from '../draft.ts';

/**
 * The rows of the way through the table that takes longest, without ways back: the critical path. Where two
 * take as long, the one by Ya. Rows without a time count nothing. Follows only what leads down the table,
 * so it ends for any draft.
 */
export function longestWay(steps: readonly StepDraft[]): readonly StepDraft[] {
  const place = new Map<string, number>();
  for (const [index, { id }] of steps.entries()) if (!place.has(id)) place.set(id, index);
  const best: { days: number; next: number | null }[] = [];
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step === undefined) continue;
    const onward = [step.exits?.ya, step.exits?.tidak, step.next]
      .flatMap((id) => (id === undefined || id === null ? [] : [place.get(id) ?? -1]))
      .filter((target) => target > index);
    const next = onward.reduce<number | null>(
      (chosen, target) => (chosen === null || daysAt(best, target) > daysAt(best, chosen) ? target : chosen),
      null,
    );
    best[index] = { days: roughDays(step.limit) + (next === null ? 0 : daysAt(best, next)), next };
  }
  const way: StepDraft[] = [];
  for (let index: number | null = 0; index !== null; index = best[index]?.next ?? null) {
    const step = steps[index];
    if (step === undefined) break;
    way.push(step);
  }
  return way;
}

function daysAt(best: readonly { readonly days: number }[], index: number): number {
  return best[index]?.days ?? 0;
}

/** To choose between ways only: a calendar day is five sevenths of a working day. */
function roughDays(limit: LimitDraft | null): number {
  if (limit === null || !Number.isFinite(limit.amount)) return 0;
  const worth: Readonly<Record<string, number>> = {
    minute: 1 / 1440,
    hour: 1 / 24,
    workingDay: 1,
    calendarDay: 5 / 7,
  };
  return limit.amount * (worth[limit.unit ?? ''] ?? 0);
}

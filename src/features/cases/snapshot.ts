import type { CaseState } from '../../domain/cases/case.ts';
import { nextClock, queueOf } from '../../domain/cases/queue.ts';
import type { Queue } from '../../domain/cases/words.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';

/** Sorts after every real deadline; for work whose year no calendar covers yet. Lists show no date for it. */
const noDeadline = '9999-12-31T00:00:00.000Z';

/** The flat columns by which lists filter, sort and draw their rows; all of it follows from the state. */
export function snapshotColumns(state: CaseState, procedure: Procedure, now: string) {
  const clock = nextClock(state);
  const queue = queueOf(state, procedure);
  return {
    procedure_id: state.procedure.id,
    procedure_version: state.procedure.version,
    kind: state.kind,
    oversight: state.oversight,
    urgent: state.urgent,
    title: state.title,
    category_id: state.categoryId,
    area_code: state.areaCode,
    secrecy: state.secrecy,
    status: state.status,
    step: state.step,
    queue,
    unit_id: state.unit?.id ?? null,
    unit_path: state.unit?.path ?? null,
    unit_name: state.unit?.name ?? null,
    ...dueColumns(clock, queue),
    late: state.clocks.some(
      (one) => one.owner !== 'reporter' && (one.outcome === 'late' || one.breachedAt !== null),
    ),
    closure_kind: state.closure?.kind ?? null,
    closed_at: state.closure?.at ?? null,
    answered_at: state.answer?.releasedAt ?? null,
    rating: state.rating?.score ?? null,
    merged_into: state.mergedInto?.id ?? null,
    state: JSON.stringify(state),
    version: state.version,
    updated_at: now,
  };
}

/** The deadline that the list shows: its date, and all it takes to count the days up to it. */
function dueColumns(clock: Clock | undefined, queue: Queue) {
  return {
    due_at: clock?.due ?? (queue === 'none' ? null : noDeadline),
    due_clock: clock?.rule ?? null,
    due_zone: clock?.zone ?? null,
    due_unit: clock?.limit.unit ?? null,
    due_area: clock?.area ?? null,
    due_unit_path: clock?.unitPath ?? null,
    paused: clock?.outcome === 'paused',
    paused_clock: clock?.outcome === 'paused' ? JSON.stringify(clock) : null,
  };
}

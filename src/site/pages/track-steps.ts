import type { ClockView } from '../../features/cases/contract.ts';
import { clockOfRow } from '../../features/cases/index.ts';
import type { TrackingView } from '../../features/submissions/contract.ts';

export type StepRow = TrackingView['steps'][number];

/** One step as people count it: "8" with its rows 8, 8a and 8b. */
export interface PrintedStep {
  readonly kind: 'step';
  readonly no: string;
  readonly state: 'done' | 'here' | 'also' | 'next';
  /** The row that speaks for the step. */
  readonly row: StepRow;
  /** The other rows that were or will be passed, in the order of the form. */
  readonly others: readonly StepRow[];
  readonly clock: ClockView | null;
  readonly assignments: TrackingView['assignments'];
}

/** Steps in a row that the case went past; one quiet line. */
export interface SkippedSteps {
  readonly kind: 'skipped';
  readonly from: string;
  readonly to: string;
}

/** The living SOP: rows folded into the numbers that the form prints, with what is passed by put together. */
export function printedSteps(view: TrackingView): readonly (PrintedStep | SkippedSteps)[] {
  const numbers = [...new Set(view.steps.map((row) => printedNumber(row.no)))];
  const steps: (PrintedStep | SkippedSteps)[] = [];
  for (const no of numbers) {
    const step = printedStep(
      view,
      no,
      view.steps.filter((row) => printedNumber(row.no) === no),
    );
    const last = steps.at(-1);
    if (step.kind === 'skipped' && last?.kind === 'skipped') steps[steps.length - 1] = { ...last, to: no };
    else steps.push(step);
  }
  return steps;
}

function printedStep(view: TrackingView, no: string, rows: readonly StepRow[]): PrintedStep | SkippedSteps {
  const taken = rows.filter((row) => row.state !== 'skipped');
  const here = taken.find((row) => row.state === 'here') ?? taken.find((row) => row.state === 'also');
  const open = here ?? taken.find((row) => row.state === 'next' && taken.some(isDone));
  const row = open ?? taken[0];
  const assigned = rows.some((one) => one.act === 'assign') ? view.assignments : [];
  const first = rows[0];
  if (row === undefined && assigned.length > 0 && first !== undefined)
    return step(view, no, { ...first, state: 'done' }, rows, assigned);
  if (row === undefined) return { kind: 'skipped', from: no, to: no };
  return step(view, no, row, rows, assigned);
}

function step(
  view: TrackingView,
  no: string,
  row: StepRow,
  rows: readonly StepRow[],
  assignments: TrackingView['assignments'],
): PrintedStep {
  const running = assignments.some((one) => one.state === 'open');
  const state = row.state === 'skipped' ? 'done' : row.state;
  return {
    kind: 'step',
    no,
    state: running && state === 'done' ? 'also' : state,
    row,
    others: rows.filter((one) => one.no !== row.no && standsBeside(one, row, assignments.length > 0)),
    clock: clockOfRow(view.clocks, row),
    assignments,
  };
}

function isDone(row: StepRow): boolean {
  return row.state === 'done';
}

/** Not a row of a branch that was not taken, of an earlier round, or one that its tasks speak for. */
function standsBeside(other: StepRow, row: StepRow, hasTasks: boolean): boolean {
  if (other.state === 'skipped') return false;
  if (hasTasks && ['assign', 'delegate'].includes(other.act)) return false;
  return !(isDone(other) && (other.endedAt ?? '') < (row.startedAt ?? ''));
}

function printedNumber(no: string): string {
  return /^\d+/.exec(no)?.[0] ?? no;
}

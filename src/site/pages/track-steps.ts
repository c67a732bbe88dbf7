import type { ClockView } from '../../features/cases/contract.ts';
import type { TrackingView } from '../../features/submissions/contract.ts';
import { isOpen } from './track-clocks.ts';

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
    clock: clockOfRow(view, row),
    assignments,
  };
}

function isDone(row: StepRow): boolean {
  return row.state === 'done';
}

/** Where the form prints no time for a row, the rule that measures the same work. */
const ruleOfAct: Readonly<Record<string, string>> = {
  verify: 'verification',
  accept: 'acceptance',
  'follow-up': 'first-answer',
  answer: 'first-answer',
  receive: 'reporter-confirms',
  rate: 'reporter-confirms',
};

/** Not a row of a branch that was not taken, of an earlier round, or one that its tasks speak for. */
function standsBeside(other: StepRow, row: StepRow, hasTasks: boolean): boolean {
  if (other.state === 'skipped') return false;
  if (hasTasks && ['assign', 'delegate'].includes(other.act)) return false;
  return !(isDone(other) && (other.endedAt ?? '') < (row.startedAt ?? ''));
}

/** Of a step that is done only what has stopped is told; what still runs belongs to where the case stands. */
export function clockOfRow(view: TrackingView, row: StepRow): ClockView | null {
  if (row.state === 'next') return null;
  const own = ['receive', 'rate'].includes(row.act) ? null : row.clock;
  const clock = own ?? ruleClock(view, ruleOfAct[row.act] ?? '');
  return row.state === 'done' && clock !== null && isOpen(clock) ? null : clock;
}

function ruleClock(view: TrackingView, rule: string): ClockView | null {
  return view.clocks.findLast((clock) => clock.rule === rule) ?? null;
}

function printedNumber(no: string): string {
  return /^\d+/.exec(no)?.[0] ?? no;
}

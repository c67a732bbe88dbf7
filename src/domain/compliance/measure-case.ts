import { blankCase } from '../cases/blank-case.ts';
import type { CaseState } from '../cases/case.ts';
import type { CaseEvent } from '../cases/events.ts';
import { evolve } from '../cases/evolve.ts';
import type { Calendar } from '../clocks/calendar.ts';
import { findStep } from '../procedures/next-steps.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { courseOf, type Turn } from './course.ts';
import type { Ending, MeasuredCase } from './measured-case.ts';
import { type ClockNote, outcomeCourse } from './outcome.ts';
import { scheduleCourse } from './schedule.ts';
import { type OpenRun, type Span, timeRun } from './time-run.ts';

/**
 * Measures one case by its log: every step it ran, what became of it, whether it kept its schedule, each for
 * every moment of its life. Whether a limit was kept follows from the promises in the log; `calendar` is only
 * asked how many days a step took. `procedure` is the version the case is pinned to.
 */
export function measureCase(
  events: readonly CaseEvent[],
  procedure: Procedure,
  calendar: Calendar,
): MeasuredCase {
  const noted = noteAll(events, procedure);
  const runs = noted.runs.map((run) => timeRun(run, noted.asking, calendar));
  const overall = outcomeCourse(noted.overall);
  return {
    runs,
    endings: courseOf(noted.endings),
    units: courseOf(noted.units),
    overall,
    schedule: scheduleCourse(noted.endings[0]?.from ?? null, [overall, ...runs.map((run) => run.outcomes)]),
    followedUpAt: noted.followedUpAt,
    reopenedAt: noted.reopenedAt,
  };
}

/** What is noted while the log is read once from the beginning. Local to one measuring. */
interface Notes {
  state: CaseState;
  withdrawn: boolean;
  readonly runs: OpenRun[];
  readonly overall: ClockNote[];
  readonly asking: Span[];
  readonly endings: Turn<Ending>[];
  readonly units: Turn<string | null>[];
  followedUpAt: string | null;
  reopenedAt: string | null;
}

function noteAll(events: readonly CaseEvent[], procedure: Procedure): Notes {
  const notes: Notes = {
    state: blankCase(''),
    withdrawn: false,
    runs: [],
    overall: [],
    asking: [],
    endings: [],
    units: [],
    followedUpAt: null,
    reopenedAt: null,
  };
  for (const [index, event] of events.entries()) {
    noteSteps(notes, event, events[index + 1], procedure);
    notes.state = evolve(notes.state, event);
    noteClocks(notes, event);
    noteTalk(notes, event);
    notes.endings.push({ from: event.at, value: endingOf(notes.state) });
    notes.units.push({ from: event.at, value: notes.state.unit?.path ?? null });
  }
  return notes;
}

/** A step left for another is followed at once by the beginning of that one. */
function noteSteps(
  notes: Notes,
  event: CaseEvent,
  following: CaseEvent | undefined,
  procedure: Procedure,
): void {
  if (event.type === 'StepStarted') notes.runs.push(beginRun(notes, event, procedure));
  if (event.type !== 'StepEnded') return;
  const run = notes.runs.findLast((one) => one.step === event.data.step && one.leftAt === null);
  if (run === undefined) return;
  run.leftAt = event.at;
  run.exit = event.data.exit;
  run.next = following?.type === 'StepStarted' ? following.data.step : null;
  run.abandoned = notes.withdrawn;
}

function beginRun(
  { state, runs }: Notes,
  event: Extract<CaseEvent, { type: 'StepStarted' }>,
  procedure: Procedure,
): OpenRun {
  const step = findStep(procedure, event.data.step);
  const nobody = state.assignments.length === 0;
  const actors = (nobody ? step?.standIns : undefined) ?? step?.actors ?? [];
  return {
    number: runs.length + 1,
    step: event.data.step,
    actors,
    unit: state.unit === null ? null : { id: state.unit.id, path: state.unit.path },
    zone: state.zone,
    area: state.officeArea ?? null,
    enteredAt: event.at,
    leftAt: null,
    exit: null,
    next: null,
    abandoned: false,
    notes: [],
  };
}

/** Clocks as they stand after the event; the clock of a step is started right after the step. */
function noteClocks(notes: Notes, event: CaseEvent): void {
  const id = clockOf(event);
  const clock = id === null ? undefined : notes.state.clocks.find((one) => one.id === id);
  if (clock === undefined) return;
  if (clock.rule === 'overall') notes.overall.push({ at: event.at, clock });
  const run = event.type === 'ClockStarted' ? notes.runs.at(-1) : undefined;
  if (run !== undefined && clock.rule === `step:${run.step}` && run.notes.length === 0) {
    run.notes.push({ at: event.at, clock });
    return;
  }
  notes.runs.find((one) => one.notes[0]?.clock.id === clock.id)?.notes.push({ at: event.at, clock });
}

function clockOf(event: CaseEvent): string | null {
  switch (event.type) {
    case 'ClockStarted':
      return event.data.clock.id;
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockStopped':
    case 'ClockReopened':
    case 'ClockCancelled':
    case 'ClockMoved':
      return event.data.clock;
    default:
      return null;
  }
}

function noteTalk(notes: Notes, event: CaseEvent): void {
  if (event.type === 'QuestionAsked') notes.asking.push({ from: event.at, to: null });
  if (event.type === 'CaseWithdrawn') notes.withdrawn = true;
  if (event.type === 'CaseReopened') notes.reopenedAt ??= event.at;
  const substantive =
    event.type === 'AnswerReleased' || (event.type === 'MessageToReporter' && event.data.substantive);
  if (substantive) notes.followedUpAt ??= event.at;
  const asked = notes.asking.at(-1);
  const waits = notes.state.status === 'awaiting-reporter';
  if (asked?.to === null && !waits) asked.to = event.at;
}

function endingOf(state: CaseState): Ending {
  switch (state.status) {
    case 'closed':
      return state.closure?.kind ?? 'open';
    case 'archived':
      return state.archive === null ? 'open' : `archived:${state.archive.reason}`;
    case 'answered':
    case 'awaiting-reporter':
    case 'merged':
    case 'referred':
    case 'sealed':
      return state.status;
    default:
      return 'open';
  }
}

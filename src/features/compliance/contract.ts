import { type Static, Type } from 'typebox';
import { archiveReasons, closureKinds } from '../../domain/cases/words.ts';
import { branchKinds } from '../../domain/compliance/branches.ts';
import type { Ending } from '../../domain/compliance/measured-case.ts';
import { outcomes } from '../../domain/compliance/outcome.ts';
import { nullable, words } from '../../platform/http/schema.ts';

/** Compliance of one SOP. What each figure counts is printed beside it: `docs/compliance.md` says it once. */

const Count = Type.Integer();
const Instant = Type.String({ description: 'ISO 8601 UTC' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Share = nullable(Type.Number({ description: 'per cent, one decimal; null where nothing was judged' }));
const Version = Type.Integer({ minimum: 1, maximum: 10_000 });

export const endings: readonly Ending[] = [
  'open',
  'awaiting-reporter',
  'answered',
  ...closureKinds,
  'referred',
  'merged',
  ...archiveReasons.map((reason) => `archived:${reason}` as const),
  'sealed',
];

const question = {
  procedure: Type.String({ maxLength: 120, description: 'the id of the SOP, `<institution>/<name>`' }),
  institution: Type.Optional(Type.String({ maxLength: 40 })),
  version: Type.Optional(Version),
  unit: Type.Optional(Type.String({ format: 'uuid', description: 'with all units below it' })),
  from: Type.Optional(Type.String({ ...Day, description: 'first day, WIB' })),
  to: Type.Optional(Type.String({ ...Day, description: 'last day, WIB' })),
  asOf: Type.Optional(
    Type.String({
      maxLength: 30,
      description: 'a day (its end, WIB) or an instant; what came later counts as not yet happened',
    }),
  ),
};

/** `GET /statistics/compliance`. Runs are counted by the day on which they began, cases by their arrival. */
export const ComplianceQuery = Type.Object(question);
export type ComplianceQuery = Static<typeof ComplianceQuery>;

/** The lists behind a step's figures: `returned:<row>`, `ya:<row>`, … one for each branch. */
export const runMeasures = [
  'ran',
  'within',
  'late',
  'running',
  'cancelled',
  'done',
  'waiting',
  'skipped',
] as const;
export type RunMeasure = (typeof runMeasures)[number];

/** `GET /statistics/compliance/steps/:step/cases`. */
export const StepCasesQuery = Type.Object({
  ...question,
  version: Version,
  measure: Type.Optional(words(runMeasures)),
  /** One branch only: the exit, and the row it led to (empty: none). */
  exit: Type.Optional(words(['ya', 'tidak', 'none'])),
  next: Type.Optional(Type.String({ maxLength: 40 })),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
});
export type StepCasesQuery = Static<typeof StepCasesQuery>;

/** `GET /statistics/compliance/runs`: of all steps, by who had to do them or who had the case. */
export const RunsQuery = Type.Object({
  ...question,
  measure: Type.Optional(words(['ran', ...outcomes])),
  actors: Type.Optional(Type.String({ maxLength: 400, description: 'ids of the columns, joined by commas' })),
  holder: Type.Optional(Type.String({ maxLength: 36, description: 'the very unit, or `none`' })),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
});
export type RunsQuery = Static<typeof RunsQuery>;

export const caseMeasures = [
  'received',
  'kept',
  'missed',
  'unjudged',
  'followed-up',
  'settled',
  'reopened',
  'overall-within',
  'overall-late',
  'overall-running',
  'overall-cancelled',
] as const;
export type CaseMeasure = (typeof caseMeasures)[number];

/** `GET /statistics/compliance/cases`: of one measure, or of one ending. */
export const ComplianceCasesQuery = Type.Object({
  ...question,
  measure: Type.Optional(words(caseMeasures)),
  ending: Type.Optional(words(endings)),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
});
export type ComplianceCasesQuery = Static<typeof ComplianceCasesQuery>;

const Limit = Type.Object({
  amount: Type.Integer(),
  unit: words(['minute', 'hour', 'workingDay', 'calendarDay']),
});

/** Runs with a limit: kept, missed, still running, no longer applying. `share` is within of within and late. */
const Judged = {
  ran: Count,
  within: Count,
  late: Count,
  running: Count,
  cancelled: Count,
  share: Share,
};

const StepFigures = Type.Object({
  version: Version,
  step: Type.String(),
  activity: Type.String(),
  actors: Type.Array(Type.String()),
  question: nullable(Type.String()),
  optional: Type.Boolean(),
  limit: nullable(Limit),
  ...Judged,
  done: Count,
  /** Nearest rank, over the runs that are done, in `usedUnit`; null where none is. */
  median: nullable(Type.Integer()),
  p90: nullable(Type.Integer()),
  longest: nullable(Type.Integer()),
  usedUnit: words(['workingDay', 'calendarDay', 'minute']),
  branches: Type.Array(
    Type.Object({
      kind: words(branchKinds),
      exit: nullable(words(['ya', 'tidak'])),
      next: nullable(Type.String()),
      count: Count,
      share: Share,
    }),
  ),
  /** How often a case passed the row by; for optional rows. */
  skipped: Count,
  /** Where cases stand at `asOf`, whenever they came; merged ones follow another and are left out. */
  waiting: Type.Object({
    count: Count,
    late: Count,
    withReporter: Count,
    oldest: nullable(Instant),
    oldestDays: nullable(Type.Integer({ description: 'working days since' })),
    medianDays: nullable(Type.Integer({ description: 'working days since' })),
  }),
});
export type StepFigures = Static<typeof StepFigures>;

export const Compliance = Type.Object({
  procedure: Type.Object({ id: Type.String(), title: Type.String() }),
  versions: Type.Array(Version),
  from: Day,
  to: Day,
  asOf: Instant,
  /** The SOP's own measure of success as one number. */
  indicator: Type.Object({
    text: nullable(Type.String()),
    kept: Count,
    missed: Count,
    unjudged: Count,
    share: Share,
  }),
  cases: Type.Object({
    received: Count,
    followedUp: Count,
    settled: Count,
    reopened: Count,
    endings: Type.Array(Type.Object({ ending: words(endings), count: Count })),
  }),
  /** Null where the SOP promises nothing for the whole. */
  overall: nullable(
    Type.Object({
      limit: Limit,
      within: Count,
      late: Count,
      running: Count,
      cancelled: Count,
      share: Share,
    }),
  ),
  steps: Type.Array(StepFigures),
  actors: Type.Array(
    Type.Object({ ids: Type.Array(Type.String()), actors: Type.Array(Type.String()), ...Judged }),
  ),
  units: Type.Array(Type.Object({ unitId: nullable(Type.String()), unitName: Type.String(), ...Judged })),
  /** By the month in which cases came, WIB. */
  months: Type.Array(
    Type.Object({ month: Type.String(), kept: Count, missed: Count, unjudged: Count, share: Share }),
  ),
});
export type Compliance = Static<typeof Compliance>;

/** One line of the list behind a figure. */
const CaseOfFigure = Type.Object({
  id: Type.String(),
  number: Type.String(),
  title: Type.String(),
  unit: nullable(Type.String()),
  /** When the run began, or the case came. */
  from: Instant,
  /** When the run was left; null while it was not, at `asOf`. */
  until: nullable(Instant),
  due: nullable(Instant),
  zone: Type.String(),
  outcome: nullable(words(outcomes)),
  used: nullable(Type.Integer()),
  usedUnit: nullable(words(['workingDay', 'calendarDay', 'minute'])),
});

export const CasesOfFigure = Type.Object({
  asOf: Instant,
  /** As the figure says it. */
  total: Count,
  /** Counted, and not shown: the person may not read these cases. */
  hidden: Count,
  items: Type.Array(CaseOfFigure),
  next: nullable(Type.String()),
});
export type CasesOfFigure = Static<typeof CasesOfFigure>;

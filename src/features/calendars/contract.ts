import { type Static, Type } from 'typebox';
import { holidayKinds } from '../../domain/clocks/calendar.ts';
import { revisionScopes } from '../../domain/clocks/revision.ts';
import { nullable, words } from '../../platform/http/schema.ts';

const strict = { additionalProperties: false } as const;
const Id = Type.String({ format: 'uuid' });
const CivilDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM local' });
const Name = Type.String({ minLength: 1, maxLength: 200 });
const AreaCode = Type.String({ pattern: '^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?$' });
const Kind = words(holidayKinds);
const Hours = Type.Object({ opens: Time, closes: Time }, strict);
/** One more than the national calendars of this office reach, on both sides. */
const Year = Type.Integer({ minimum: 1990, maximum: 2999 });

const AddDay = Type.Object(
  {
    change: Type.Literal('add'),
    date: CivilDate,
    name: Name,
    kind: Kind,
    area: nullable(AreaCode),
  },
  strict,
);
const WithdrawDay = Type.Object(
  { change: Type.Literal('withdraw'), date: CivilDate, area: nullable(AreaCode) },
  strict,
);
const ReclassifyDay = Type.Object(
  { change: Type.Literal('reclassify'), date: CivilDate, kind: Kind, area: nullable(AreaCode) },
  strict,
);
const SeasonHours = Type.Object(
  {
    change: Type.Literal('hours'),
    from: CivilDate,
    to: CivilDate,
    name: Name,
    mondayToThursday: Hours,
    friday: Hours,
    deadlinesFallAt: Time,
  },
  strict,
);
const weekOf = {
  change: Type.Literal('week'),
  weekdays: Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), { maxItems: 7, uniqueItems: true }),
  worksOnHolidays: Type.Boolean(),
  from: CivilDate,
  to: nullable(CivilDate),
};
/** As it is sent: the unit by its id. */
const WeekInput = Type.Object({ ...weekOf, unitId: Id }, strict);
const Week = Type.Object({
  ...weekOf,
  unitId: Id,
  unitPath: Type.String(),
  unitName: Type.String(),
});

export const EntryInput = Type.Union([AddDay, WithdrawDay, ReclassifyDay, SeasonHours, WeekInput]);
export type EntryInput = Static<typeof EntryInput>;
const Entry = Type.Union([AddDay, WithdrawDay, ReclassifyDay, SeasonHours, Week]);

export const RevisionInput = Type.Object(
  {
    scope: words(revisionScopes),
    year: Year,
    decreeNumber: Type.String({ minLength: 1, maxLength: 200 }),
    decreeDate: CivilDate,
    signatories: Type.Array(Name, { minItems: 1, maxItems: 8 }),
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
    entries: Type.Array(EntryInput, { minItems: 1, maxItems: 400 }),
    sourceName: nullable(Type.String({ maxLength: 200 })),
  },
  strict,
);
export type RevisionInput = Static<typeof RevisionInput>;
export const RevisionChange = Type.Object(
  { version: Type.Integer({ minimum: 1 }), ...RevisionInput.properties },
  strict,
);
export const RevisionVersion = Type.Object({ version: Type.Integer({ minimum: 1 }) }, strict);

/** `words`: to whoever examines it; may be empty. */
export const HandingOver = Type.Object(
  { ...RevisionVersion.properties, words: Type.String({ maxLength: 1000 }) },
  strict,
);
export const Return = Type.Object(
  { ...RevisionVersion.properties, reason: Type.String({ minLength: 1, maxLength: 1000 }) },
  strict,
);

export const revisionStates = ['draft', 'discarded', 'applied'] as const;
const Person = Type.Object({ id: Id, name: Type.String() });

export const RevisionView = Type.Object({
  id: Id,
  scope: words(revisionScopes),
  year: Type.Integer(),
  decreeNumber: Type.String(),
  decreeDate: CivilDate,
  signatories: Type.Array(Type.String()),
  reason: Type.String(),
  entries: Type.Array(Entry),
  sourceName: nullable(Type.String()),
  state: words(revisionStates),
  version: Type.Integer(),
  authors: Type.Array(Person, { description: 'whoever wrote it or changed it; none of them may apply it' }),
  updatedAt: Type.String(),
  appliedBy: nullable(Person),
  appliedAt: nullable(Type.String()),
  recount: nullable(
    Type.Object({
      movedCases: Type.Integer({ description: 'cases with a deadline that was counted anew' }),
      doneAt: nullable(Type.String()),
    }),
  ),
  isHandedOver: Type.Boolean({ description: 'it waits for a second person, as it is now' }),
  passages: Type.Array(
    Type.Object({
      kind: words(['handed-over', 'returned']),
      by: Person,
      at: Type.String(),
      words: Type.String(),
    }),
    { description: 'from one person to the next, the oldest first' },
  ),
  acts: Type.Array(words(['change', 'hand-over', 'apply', 'return', 'discard']), {
    description: 'what the reader may do with it now',
  }),
});
export type RevisionView = Static<typeof RevisionView>;

export const ReadingInput = Type.Object(
  {
    scope: words(revisionScopes),
    year: Year,
    content: Type.String({ maxLength: 700_000, description: 'the file, base64' }),
  },
  strict,
);
export type ReadingInput = Static<typeof ReadingInput>;
export const ReadingView = Type.Object({
  entries: Type.Array(Entry),
  lines: Type.Array(Type.Integer(), { description: 'the line of each entry' }),
  notes: Type.Array(Type.Object({ line: Type.Integer(), code: Type.String(), text: Type.String() })),
});
export type ReadingView = Static<typeof ReadingView>;

const Day = Type.Object({
  date: CivilDate,
  name: Type.String(),
  kind: Kind,
  decree: Type.String(),
  validFrom: nullable(Type.String({ description: 'date of the decree, where it is known' })),
  area: nullable(Type.Object({ code: Type.String(), name: Type.String() })),
  revision: nullable(Type.Integer({ description: 'the applied revision that set it; null: a shipped file' })),
});
export const YearView = Type.Object({
  year: Type.Integer(),
  years: Type.Array(Type.Integer(), { description: 'every year that a decree covers' }),
  state: words(['decreed', 'provisional', 'undecreed'] as const),
  decree: nullable(Type.String()),
  verified: Type.Boolean(),
  workingDays: nullable(Type.Integer({ description: 'of the whole country; null without a decree' })),
  holidays: Type.Array(Day),
  localHolidays: Type.Array(Day),
  officeHours: nullable(Type.Object({ mondayToThursday: Hours, friday: Hours, deadlinesFallAt: Time })),
  seasons: Type.Array(
    Type.Object({
      from: CivilDate,
      to: CivilDate,
      name: Type.String(),
      mondayToThursday: Hours,
      friday: Hours,
      deadlinesFallAt: Time,
      decree: Type.String(),
    }),
  ),
  unitWeeks: Type.Array(
    Type.Object({
      unitName: Type.String(),
      weekdays: Type.Array(Type.Integer()),
      worksOnHolidays: Type.Boolean(),
      from: CivilDate,
      to: nullable(CivilDate),
      decree: Type.String(),
    }),
  ),
});
export type YearView = Static<typeof YearView>;

/** `later` moves; `kept` would be earlier and stays; `settled` is the same date grown certain; `undecreed` has none. */
export const moveOutcomes = ['later', 'kept', 'settled', 'undecreed'] as const;
export type MoveOutcome = (typeof moveOutcomes)[number];
export const PreviewQuery = Type.Object({
  outcome: Type.Optional(words(moveOutcomes)),
  offset: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
});
export type PreviewQuery = Static<typeof PreviewQuery>;
const Counts = Type.Object(
  Object.fromEntries(moveOutcomes.map((outcome) => [outcome, Type.Integer()])) as Record<
    MoveOutcome,
    ReturnType<typeof Type.Integer>
  >,
);
export const PreviewView = Type.Object({
  examined: Type.Integer({ description: 'running clocks that were counted' }),
  counts: Counts,
  elsewhere: Type.Integer({
    description: 'of the later ones, those of institutions the reader does not manage',
  }),
  units: Type.Array(Type.Object({ unit: nullable(Type.String()), ...Counts.properties }), {
    description: 'the same counts by unit; null: not yet sent to one',
  }),
  total: Type.Integer({ description: 'rows of the chosen outcome in all' }),
  rows: Type.Array(
    Type.Object({
      number: Type.String(),
      caseId: nullable(Type.String({ description: 'null where the reader may not open the case' })),
      rule: Type.String(),
      unit: nullable(Type.String()),
      zone: Type.String(),
      outcome: words(moveOutcomes),
      oldDue: nullable(Type.String()),
      newDue: nullable(Type.String({ description: 'what is promised after the revision' })),
      counted: nullable(Type.String({ description: 'what the count alone would give' })),
    }),
  ),
});
export type PreviewView = Static<typeof PreviewView>;

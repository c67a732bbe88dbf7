import { type Static, Type } from 'typebox';

/** What the files in `calendars/` and `rules/` look like; words that have a closed list are checked after. */

const closed = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

const DecreeShape = Type.Object(
  {
    number: text,
    /** `YYYY-MM-DD`, where it is known. */
    date: Type.Optional(text),
    /** Where these dates were read. */
    source: text,
    verified: Type.Boolean(),
  },
  closed,
);

const HolidayShape = Type.Object({ date: text, name: text, kind: text }, closed);
export type HolidayEntry = Static<typeof HolidayShape>;

const HoursShape = Type.Object({ opens: time, closes: time }, closed);

export const CalendarFileShape = Type.Object(
  {
    year: Type.Integer({ minimum: 1990, maximum: 2999 }),
    decree: DecreeShape,
    provisional: Type.Boolean(),
    officeHours: Type.Object(
      { source: text, mondayToThursday: HoursShape, friday: HoursShape, deadlinesFallAt: time },
      closed,
    ),
    holidays: Type.Array(HolidayShape),
    /** In the order in which they were decreed. */
    revisions: Type.Array(
      Type.Object({ decree: DecreeShape, adds: Type.Array(HolidayShape), removes: Type.Array(text) }, closed),
    ),
  },
  closed,
);
export type CalendarFile = Static<typeof CalendarFileShape>;

const BothLanguages = Type.Object({ id: text, en: text }, closed);

const ClockRuleShape = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
    name: BothLanguages,
    limit: Type.Object({ amount: Type.Number(), unit: Type.Optional(text) }, closed),
    startsAt: text,
    owner: text,
    pausesWhile: Type.Array(text),
    source: text,
    verified: Type.Boolean(),
  },
  closed,
);
export type ClockRuleEntry = Static<typeof ClockRuleShape>;
export const ClockRulesFileShape = Type.Object({ rules: Type.Array(ClockRuleShape) }, closed);

const ArchiveReasonShape = Type.Object(
  { id: text, name: BothLanguages, whereToGo: Type.Optional(BothLanguages) },
  closed,
);
export type ArchiveReasonEntry = Static<typeof ArchiveReasonShape>;
export const ArchiveReasonsFileShape = Type.Object({ reasons: Type.Array(ArchiveReasonShape) }, closed);

import { type Static, Type } from 'typebox';
import { nullable, words } from '../../platform/http/schema.ts';

const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ description: 'ISO 8601 UTC' });

const Period = Type.Object({
  amount: Type.Integer({ minimum: 1, maximum: 1200 }),
  unit: words(['day', 'month', 'year']),
});

/** How long an institution keeps who reported, and the decree or schedule that it rests on. */
export const SettingInput = Type.Object({
  ...Period.properties,
  basis: Type.String({ maxLength: 500 }),
});
export type SettingInput = Static<typeof SettingInput>;

export const RetentionItem = Type.Object({
  caseId: Id,
  caseNumber: Type.String(),
  endedAt: Instant,
  keptUntil: Instant,
  /** Sealed files that go with it. */
  files: Type.Integer(),
  /** Why it would be left as it is; null: it would be destroyed. */
  left: nullable(Type.Object({ code: Type.String(), words: Type.String() })),
});
export type RetentionItem = Static<typeof RetentionItem>;

export const RunView = Type.Object({
  id: Id,
  state: words(['proposed', 'withdrawn', 'executed']),
  rule: Type.String(),
  cases: Type.Integer(),
  proposedBy: Type.String(),
  proposedAt: Instant,
  endedBy: nullable(Type.String()),
  endedAt: nullable(Instant),
  /** What this person may do now. */
  acts: Type.Array(words(['confirm', 'withdraw'])),
});
export type RunView = Static<typeof RunView>;

export const DeletionView = Type.Object({
  caseNumber: Type.String(),
  at: Instant,
  rule: Type.String(),
  files: Type.Integer(),
  proposedBy: nullable(Type.String()),
  confirmedBy: nullable(Type.String()),
});
export type DeletionView = Static<typeof DeletionView>;

/** `GET /privacy/retention`: the period in force, what would be destroyed now and why, and what was. */
export const RetentionPage = Type.Object({
  period: Period,
  /** Null: nobody has set one here, and the starting value of the file holds. */
  setting: nullable(Type.Object({ basis: Type.String(), setAt: Instant, setBy: Type.String() })),
  law: Type.String(),
  zone: Type.String(),
  items: Type.Array(RetentionItem),
  /** There are more than are listed. */
  hasMore: Type.Boolean(),
  held: Type.Array(Type.Object({ caseId: Id, caseNumber: Type.String(), reason: Type.String() })),
  runs: Type.Array(RunView),
  deletions: Type.Array(DeletionView),
  acts: Type.Array(words(['set', 'propose'])),
});
export type RetentionPage = Static<typeof RetentionPage>;

/** What came of a run that was confirmed. */
export const RunDone = Type.Object({
  destroyed: Type.Integer(),
  left: Type.Array(Type.Object({ caseNumber: Type.String(), words: Type.String() })),
});
export type RunDone = Static<typeof RunDone>;

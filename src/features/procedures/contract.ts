import { type Static, Type } from 'typebox';
import { limitUnits, stepActs, stepStatuses } from '../../domain/procedures/procedure.ts';

/** What everybody may see of a procedure: the table of the form, and what is promised. No person, no case. */

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Texts = Type.Array(Type.String());

const LimitView = Type.Object({
  amount: Type.Integer({ minimum: 1 }),
  unit: Type.Enum([...limitUnits]),
});

export const ProcedureRow = Type.Object({
  no: Type.String({ description: 'as in the form; parts of one printed step carry a letter: 3, 3a' }),
  activity: Type.String(),
  actors: Type.Array(Type.String(), { description: 'titles, in the order of the row' }),
  act: Type.Enum([...stepActs]),
  status: Type.Enum([...stepStatuses], { description: 'what the reporter reads while a case stands here' }),
  requires: Texts,
  limit: Nullable(LimitView),
  output: Texts,
  question: Nullable(Type.String()),
  exits: Nullable(Type.Object({ ya: Type.String(), tidak: Type.String() })),
  next: Nullable(Type.String({ description: 'null: a decision, or an end' })),
  isEnd: Type.Boolean(),
  isOptional: Type.Boolean(),
  onMainPath: Type.Boolean({ description: 'passed where every question is answered Ya' }),
  returnsTo: Nullable(Type.String()),
  returnsAtMost: Nullable(Type.Integer()),
  standIns: Type.Array(Type.String(), { description: 'titles; act where nobody was assigned' }),
  copies: Type.Array(Type.String(), { description: 'titles' }),
  delegates: Type.Array(Type.String(), { description: 'titles' }),
  notifies: Type.Array(Type.String(), { description: 'titles' }),
  writesBackTo: Texts,
  note: Nullable(Type.String()),
});
export type ProcedureRow = Static<typeof ProcedureRow>;

/** The times printed on the rows of the main path, beside the promise for the whole. */
export const PrintedTime = Type.Object({
  sum: Type.Array(LimitView, { description: 'one entry per unit; empty where no row has a time' }),
  rowsWithTime: Type.Integer(),
  rowsWithoutTime: Type.Integer(),
  overall: Nullable(LimitView),
  comparison: Type.Enum(['within', 'equal', 'exceeds', 'not-comparable'], {
    description: 'the sum against the whole; not comparable where either is missing or the units differ',
  }),
});
export type PrintedTime = Static<typeof PrintedTime>;

export const ProcedureView = Type.Object({
  id: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  institution: Type.String(),
  title: Type.String(),
  decree: Type.Object({
    number: Nullable(Type.String()),
    date: Nullable(Type.String()),
    signatory: Nullable(Type.String()),
  }),
  purpose: Nullable(Type.String()),
  scope: Nullable(Type.String()),
  indicator: Nullable(Type.String()),
  definitions: Texts,
  legalBasis: Texts,
  channels: Texts,
  equipment: Texts,
  records: Texts,
  related: Texts,
  products: Texts,
  watchers: Texts,
  fee: Type.String(),
  requirements: Type.Array(
    Type.Object({ id: Type.String(), title: Type.String(), note: Nullable(Type.String()) }),
  ),
  actors: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), note: Nullable(Type.String()) })),
  stepCount: Type.Integer({ description: 'steps as people count them in the form' }),
  rows: Type.Array(ProcedureRow),
  time: PrintedTime,
  notes: Texts,
});
export type ProcedureView = Static<typeof ProcedureView>;

export const ProcedureListItem = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  institution: Type.String(),
  title: Type.String(),
  stepCount: Type.Integer(),
});
export type ProcedureListItem = Static<typeof ProcedureListItem>;

/** What the linter has to say of one place in a procedure, in the reader's language. */
export const FindingView = Type.Object({
  code: Type.String({ description: 'stable, in kebab-case' }),
  severity: Type.Enum(['error', 'warning', 'note'], {
    description: 'error: cannot run; warning: breaks a rule; note: worth a look',
  }),
  step: Nullable(Type.String()),
  path: Type.Array(Type.Union([Type.String(), Type.Integer()]), {
    description: 'keys and indexes from the top of the procedure',
  }),
  text: Type.String(),
  remedy: Type.String(),
});
export type FindingView = Static<typeof FindingView>;

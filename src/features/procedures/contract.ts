import { type Static, Type } from 'typebox';
import { limitUnits, stepActs, stepStatuses } from '../../domain/procedures/procedure.ts';
import { nullable } from '../../platform/http/schema.ts';

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

/* Drafts and versions: a draft is anybody's who keeps the procedures of its institution, and nobody else's. */

const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ description: 'ISO 8601 UTC' });
const PersonName = Type.Object({ id: Id, name: Type.String() });
const ProcedureId = Type.String({
  pattern: '^[a-z0-9-]{2,40}/[a-z0-9]+(-[a-z0-9]+)*$',
  maxLength: 120,
  description: '<institution>/<name>',
});

/** What one document may hold at most; more is refused, not cut. What a form can carry is the linter's to say. */
export const documentLimits = { steps: 300, actors: 60, list: 100, text: 4000, bytes: 1024 * 1024 } as const;

const strict = { additionalProperties: false } as const;
const Text = Type.String({ maxLength: documentLimits.text });
const TextList = Type.Array(Text, { maxItems: documentLimits.list });
const maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Optional(nullable(schema));
const LimitDocument = Type.Object({ amount: Type.Number(), unit: Type.Optional(Text) }, strict);
const RequirementDocument = Type.Object({ id: Text, title: Text, note: Type.Optional(Text) }, strict);
const ActorDocument = Type.Object(
  { id: Text, title: Text, roles: TextList, note: Type.Optional(Text) },
  strict,
);
const StepDocument = Type.Object(
  {
    id: Text,
    activity: Text,
    actors: TextList,
    act: Text,
    status: Text,
    requires: TextList,
    limit: nullable(LimitDocument),
    output: TextList,
    question: Type.Optional(Text),
    exits: Type.Optional(Type.Object({ ya: Type.Optional(Text), tidak: Type.Optional(Text) }, strict)),
    next: maybe(Text),
    optional: Type.Optional(Type.Boolean()),
    standIns: Type.Optional(TextList),
    returnsTo: Type.Optional(Text),
    returnsAtMost: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    copies: Type.Optional(TextList),
    delegates: Type.Optional(TextList),
    notifies: Type.Optional(TextList),
    writesBackTo: Type.Optional(TextList),
    note: Type.Optional(Text),
  },
  strict,
);

export const ProcedureDocument = Type.Object(
  {
    institution: Text,
    title: Text,
    decree: Type.Object({ number: nullable(Text), date: nullable(Text), signatory: nullable(Text) }, strict),
    purpose: Type.Optional(Text),
    scope: Type.Optional(Text),
    indicator: Type.Optional(Text),
    definitions: Type.Optional(TextList),
    legalBasis: TextList,
    channels: TextList,
    equipment: Type.Optional(TextList),
    records: Type.Optional(TextList),
    related: Type.Optional(TextList),
    products: Type.Optional(TextList),
    watchers: Type.Optional(TextList),
    overallLimit: nullable(LimitDocument),
    fee: Text,
    requirements: Type.Array(RequirementDocument, { maxItems: documentLimits.list }),
    actors: Type.Array(ActorDocument, { maxItems: documentLimits.actors }),
    steps: Type.Array(StepDocument, { maxItems: documentLimits.steps }),
    notes: TextList,
  },
  {
    ...strict,
    description:
      'A procedure as its YAML file holds it. A key that does not apply is left out; texts may be empty while somebody is typing.',
  },
);
export type ProcedureDocument = Static<typeof ProcedureDocument>;

/** A released version, of this procedure or of another. */
const VersionRef = Type.Object({ procedureId: ProcedureId, version: Type.Integer({ minimum: 1 }) });
const Reason = Type.String({ minLength: 1, maxLength: 500, description: 'why it is being made' });
const Yaml = Type.String({ maxLength: documentLimits.bytes, description: 'the text of a vN.yaml' });

export const NewDraft = Type.Object(
  {
    procedureId: ProcedureId,
    reason: Reason,
    basedOn: Type.Optional(VersionRef),
    yaml: Type.Optional(Yaml),
  },
  {
    ...strict,
    description: 'From a released version (`basedOn`), from a text (`yaml`), or with neither an empty table.',
  },
);
export type NewDraft = Static<typeof NewDraft>;

export const DraftChange = Type.Object(
  {
    revision: Type.Integer({ minimum: 1, description: 'the one that was looked at' }),
    document: Type.Optional(ProcedureDocument),
    yaml: Type.Optional(Yaml),
    reason: Type.Optional(Reason),
  },
  { ...strict, description: 'The whole document, as JSON or as the text of its YAML; not both.' },
);
export type DraftChange = Static<typeof DraftChange>;

export const DraftRelease = Type.Object(
  {
    revision: Type.Integer({ minimum: 1, description: 'of the draft as it was read before releasing' }),
    supersedes: nullable(Type.Integer({ minimum: 1 })),
    number: Type.String({ minLength: 1, maxLength: 200 }),
    date: Type.String({ minLength: 1, description: 'of the decree, YYYY-MM-DD' }),
    signatory: Type.String({ minLength: 1, maxLength: 200 }),
    legalBasis: Type.Array(Type.String({ minLength: 1, maxLength: 1000 }), { minItems: 1, maxItems: 100 }),
    note: Type.String({ maxLength: 2000, description: 'what to know about its coming into force' }),
  },
  {
    ...strict,
    description:
      'What the office signed. `supersedes` is the version that the draft was compared with, the one new cases take now; null where the procedure is new.',
  },
);
export type DraftRelease = Static<typeof DraftRelease>;

const draftStates = ['open', 'discarded', 'released'] as const;

export const DraftListItem = Type.Object({
  id: Id,
  procedureId: Type.String(),
  title: Type.String(),
  reason: Type.String(),
  basedOn: nullable(VersionRef),
  state: Type.Enum([...draftStates]),
  revision: Type.Integer(),
  authors: Type.Array(PersonName),
  createdAt: Instant,
  updatedAt: Instant,
  endedAt: nullable(Instant),
  releasedVersion: nullable(Type.Integer()),
});
export type DraftListItem = Static<typeof DraftListItem>;
export const DraftList = Type.Object({ items: Type.Array(DraftListItem), next: nullable(Type.String()) });
export type DraftList = Static<typeof DraftList>;
export const DraftListQuery = Type.Object({
  state: Type.Optional(Type.Enum([...draftStates], { default: 'open' })),
  procedure: Type.Optional(ProcedureId),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
export type DraftListQuery = Static<typeof DraftListQuery>;

export const DraftView = Type.Object({
  ...DraftListItem.properties,
  document: ProcedureDocument,
  findings: Type.Array(FindingView, { description: 'of the linter, on this revision' }),
  authors: Type.Array(
    Type.Object({ ...PersonName.properties, changes: Type.Integer(), firstAt: Instant, lastAt: Instant }),
  ),
  createdBy: PersonName,
  updatedBy: PersonName,
  endedBy: nullable(PersonName),
  latestVersion: nullable(Type.Integer({ description: 'the one new cases take now; null: none yet' })),
  release: Type.Object(
    { possible: Type.Boolean(), hindrance: nullable(Type.Enum(['over', 'own-work', 'errors'])) },
    { description: 'whether the reader may release it as it stands' },
  ),
});
export type DraftView = Static<typeof DraftView>;

/** The official form of a draft as it is saved. */
export const DraftDrawing = Type.Object({
  revision: Type.Integer(),
  pages: Type.Array(
    Type.Object({
      kind: Type.Enum(['identity', 'flowchart']),
      title: Type.String(),
      svg: Type.String({ description: 'an `svg` element' }),
    }),
  ),
});
export type DraftDrawing = Static<typeof DraftDrawing>;

/** The official form of a released version. */
export const VersionDrawing = Type.Object({ pages: DraftDrawing.properties.pages });
export type VersionDrawing = Static<typeof VersionDrawing>;

/** What a refused text says wrong, each in the reader's language. */
export const TextProblemView = Type.Object({
  code: Type.String(),
  line: Type.Integer({ minimum: 1 }),
  column: Type.Integer({ minimum: 1 }),
  text: Type.String(),
  remedy: Type.String(),
});
export type TextProblemView = Static<typeof TextProblemView>;

export const VersionListItem = Type.Object({
  version: Type.Integer(),
  title: Type.String(),
  decree: ProcedureView.properties.decree,
  source: Type.Enum(['shipped', 'released'], { description: 'with the software, or by this office' }),
  takesNewCases: Type.Boolean(),
  contentHash: Type.String({ description: 'SHA-256 of the canonical JSON of the document' }),
  supersedes: nullable(Type.Integer()),
  legalBasis: Texts,
  effectiveNote: Type.String(),
  releasedAt: nullable(Instant),
  releasedBy: nullable(PersonName),
  draftedBy: Type.Array(PersonName, { description: 'both only for those who keep the procedure' }),
});
export type VersionListItem = Static<typeof VersionListItem>;

export const VersionView = Type.Object({
  ...VersionListItem.properties,
  procedure: ProcedureView,
  document: ProcedureDocument,
});
export type VersionView = Static<typeof VersionView>;

const FieldChangeView = Type.Object({
  field: Type.String(),
  before: Type.Optional(Type.Unknown()),
  after: Type.Optional(Type.Unknown()),
});
const entry = { id: Type.String(), occurrence: Type.Integer({ minimum: 1 }) };
const Place = Type.Integer({ minimum: 0 });
const ListComparisonView = Type.Object({
  added: Type.Array(Type.Object({ ...entry, at: Place, item: Type.Unknown() })),
  removed: Type.Array(Type.Object({ ...entry, at: Place, item: Type.Unknown() })),
  changed: Type.Array(Type.Object({ ...entry, changes: Type.Array(FieldChangeView) })),
  moved: Type.Array(Type.Object({ ...entry, from: Place, to: Place })),
});
const Compared = Type.Object({
  procedureId: Type.String(),
  version: nullable(Type.Integer({ description: 'null: the draft' })),
});
/** `differences` is the `ProcedureComparison` of `domain/procedures/compare.ts`. */
export const ComparisonView = Type.Object({
  before: Compared,
  after: Compared,
  same: Type.Boolean(),
  differences: Type.Object({
    head: Type.Array(FieldChangeView),
    requirements: ListComparisonView,
    actors: ListComparisonView,
    steps: ListComparisonView,
  }),
});
export type ComparisonView = Static<typeof ComparisonView>;

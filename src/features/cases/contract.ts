import { type Static, Type } from 'typebox';
import { dataRequestKinds } from '../../domain/cases/case.ts';
import {
  archiveReasons,
  caseStatuses,
  closureKinds,
  inquiryOutcomes,
  queues,
} from '../../domain/cases/words.ts';
import { dossierPurposes } from '../../domain/ledger/dossier.ts';
import { publicParts } from '../../domain/privacy/redaction.ts';
import { sealedPurposes } from '../../domain/privacy/sealed-papers.ts';
import { nullable, words } from '../../platform/http/schema.ts';
import { Kind, LimitInput, MaskInput, ReportContent, Secrecy } from './contract-acts.ts';
import { EventDelivery } from './contract-deliveries.ts';
import { IdentityView } from './contract-identity.ts';

export * from './contract-acts.ts';
export * from './contract-identity.ts';
export * from './contract-open-work.ts';

const attachmentPurposes = ['evidence', 'report', ...sealedPurposes] as const;

/** One source for validation, answers, OpenAPI and the console's types. Texts are limited, never cut. */

const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ description: 'ISO 8601 UTC' });

export const Status = words(caseStatuses);
const QueueName = words(queues);

export const ClockView = Type.Object({
  id: Type.String(),
  /** Rule id, `step:<id>`, `overall` or `assignment`: names are in `locales/`. */
  rule: Type.String(),
  limit: LimitInput,
  owner: words(['institution', 'unit', 'reporter']),
  zone: Type.String(),
  source: Type.String(),
  startedAt: Instant,
  due: nullable(Instant),
  provisional: Type.Boolean(),
  outcome: words(['running', 'paused', 'met', 'late', 'cancelled']),
  stoppedAt: nullable(Instant),
  colour: words(['on-time', 'soon', 'late', 'paused', 'done']),
  /** Working days (or calendar days) left; negative when past. Null where it does not count in days. */
  daysLeft: nullable(Type.Integer()),
  daysUsed: nullable(Type.Integer()),
  pauses: Type.Array(Type.Object({ from: Instant, to: nullable(Instant) })),
  /** The arithmetic in one sentence of the reader's language. */
  explanation: Type.String(),
});
export type ClockView = Static<typeof ClockView>;

const UnitName = Type.Object({ id: Id, name: Type.String() });
const PersonName = Type.Object({ id: Type.String(), name: Type.String() });

export const CaseListItem = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  excerpt: Type.String(),
  kind: Kind,
  oversight: Type.Boolean(),
  urgent: Type.Boolean(),
  channel: Type.String(),
  secrecy: Secrecy,
  anonymous: Type.Boolean(),
  status: Status,
  queue: QueueName,
  step: nullable(Type.Object({ id: Type.String(), no: Type.String(), act: Type.String() })),
  unit: nullable(UnitName),
  area: nullable(Type.String()),
  category: nullable(Type.String()),
  receivedAt: Instant,
  clock: nullable(
    Type.Object({
      rule: Type.String(),
      due: Instant,
      zone: Type.String(),
      colour: ClockView.properties.colour,
      daysLeft: nullable(Type.Integer()),
    }),
  ),
  late: Type.Boolean(),
  /** The acts that this person may do now; the console offers exactly these. */
  acts: Type.Array(Type.String()),
  /** Because of whose absence it is theirs, where they stand in for somebody. */
  onBehalfOf: nullable(PersonName),
});
export type CaseListItem = Static<typeof CaseListItem>;

/** `GET /cases`. `queue` takes a work list's name or `mine` (my turn, in my reach). */
export const CaseListQuery = Type.Object({
  queue: Type.Optional(words([...queues, 'mine', 'assigned'])),
  status: Type.Optional(Status),
  unit: Type.Optional(Id),
  kind: Type.Optional(Kind),
  area: Type.Optional(Type.String({ maxLength: 13 })),
  late: Type.Optional(Type.Boolean()),
  /** For whom: by one's `own` roles, or by those of one absent person, by their id. */
  for: Type.Optional(Type.Union([Type.Literal('own'), Id])),
  urgent: Type.Optional(Type.Boolean()),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  sort: Type.Optional(words(['due', '-received'])),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
});
export type CaseListQuery = Static<typeof CaseListQuery>;

export const CaseList = Type.Object({
  items: Type.Array(CaseListItem),
  /** Opaque; null on the last page. */
  next: nullable(Type.String()),
});
export type CaseList = Static<typeof CaseList>;

/** Counts beside the menu: how many wait in each work list that the person may act on. */
export const QueueCounts = Type.Object({
  queues: Type.Record(
    Type.String(),
    Type.Object({ open: Type.Integer(), late: Type.Integer(), today: Type.Integer() }),
  ),
});
export type QueueCounts = Static<typeof QueueCounts>;

const ReportVersion = Type.Object({
  number: Type.Integer(),
  author: PersonName,
  at: Instant,
  content: ReportContent,
  note: nullable(Type.String()),
});

export const TimelineEntry = Type.Object({
  seq: Type.Integer(),
  type: Type.String(),
  at: Instant,
  actor: Type.Object({
    kind: words(['system', 'reporter', 'person']),
    name: nullable(Type.String()),
    unit: nullable(Type.String()),
    /** For whom, where a deputy did it. */
    onBehalfOf: nullable(Type.String()),
  }),
  /** Only what this reader may see; texts are the author's own. */
  data: Type.Record(Type.String(), Type.Unknown()),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

export const AttachmentView = Type.Object({
  id: Id,
  purpose: words(attachmentPurposes),
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  sealed: Type.Boolean(),
  addedAt: Instant,
});

/** What the reporter asked about their own data, and what came of it. */
export const DataRequestView = Type.Object({
  number: Type.Integer(),
  kind: words(dataRequestKinds),
  reason: Type.String(),
  at: Instant,
  due: Instant,
  answer: nullable(
    Type.Object({ outcome: words(['granted', 'refused']), words: Type.String(), at: Instant }),
  ),
});
export type DataRequestView = Static<typeof DataRequestView>;

export const CaseView = Type.Object({
  ...CaseListItem.properties,
  institution: Type.Object({ id: Type.String(), name: Type.String(), zone: Type.String() }),
  version: Type.Integer(),
  /** The citizen's words, verbatim. */
  text: Type.String(),
  occurredOn: nullable(Type.String()),
  place: nullable(Type.String()),
  institutionNamed: nullable(Type.String()),
  /** What our own mail server found out about the sender; null: nobody looked, or it came another way. */
  senderCheck: nullable(words(['proven', 'unproven', 'contradicted'])),
  areaCode: nullable(Type.String()),
  categoryId: nullable(Type.String()),
  reach: Type.String({ description: 'How the reporter is to be reached: none, email, sms, whatsapp' }),
  procedure: Type.Object({ id: Type.String(), version: Type.Integer(), title: Type.String() }),
  steps: Type.Array(
    Type.Object({
      id: Type.String(),
      no: Type.String(),
      activity: Type.String(),
      actors: Type.Array(Type.String()),
      act: Type.String(),
      question: nullable(Type.String()),
      state: words(['done', 'here', 'also', 'next', 'skipped']),
      exit: nullable(words(['ya', 'tidak'])),
      startedAt: nullable(Instant),
      endedAt: nullable(Instant),
      unit: nullable(Type.String()),
    }),
  ),
  clocks: Type.Array(ClockView),
  copies: Type.Array(UnitName),
  /** Whom the case is about: they neither see it nor act on it. Empty for somebody who sees one task only. */
  conflicts: Type.Array(
    Type.Object({
      id: Id,
      person: nullable(PersonName),
      unit: nullable(UnitName),
      source: words(['officer', 'text', 'merger']),
      reason: Type.String(),
      by: PersonName,
      at: Instant,
    }),
  ),
  assignments: Type.Array(
    Type.Object({
      id: Id,
      parentId: nullable(Id),
      unit: nullable(UnitName),
      person: nullable(PersonName),
      task: Type.String(),
      limit: LimitInput,
      assignedBy: PersonName,
      assignedAt: Instant,
      state: words(['open', 'reported', 'cancelled']),
      due: nullable(Instant),
      colour: ClockView.properties.colour,
      mine: Type.Boolean(),
      reports: Type.Array(ReportVersion),
    }),
  ),
  report: nullable(
    Type.Object({
      state: words(['in-review', 'returned', 'approved', 'closed']),
      versions: Type.Array(ReportVersion),
    }),
  ),
  /** What an inquiry found out; null in every case that did not come by the sealed door. */
  inquiry: nullable(
    Type.Object({
      research: nullable(
        Type.Object({ author: PersonName, at: Instant, findings: Type.String(), proceed: Type.Boolean() }),
      ),
      examination: nullable(Type.Object({ author: PersonName, at: Instant, findings: Type.String() })),
      outcome: nullable(words(inquiryOutcomes)),
    }),
  ),
  answer: nullable(
    Type.Object({
      text: Type.String(),
      author: PersonName,
      at: Instant,
      releasedAt: nullable(Instant),
      returned: Type.Boolean(),
    }),
  ),
  question: nullable(Type.Object({ text: Type.String(), askedAt: Instant })),
  closure: nullable(Type.Object({ kind: words(closureKinds), at: Instant })),
  archive: nullable(Type.Object({ reason: words(archiveReasons), explanation: Type.String() })),
  referral: nullable(Type.Object({ body: Type.String(), reason: Type.String() })),
  mergedInto: nullable(Type.Object({ id: Id, number: Type.String() })),
  mergedHere: Type.Array(Type.Object({ id: Id, number: Type.String(), title: Type.String() })),
  mergedBeyond: Type.Integer({ description: 'how many more follow that this person may not open' }),
  rating: nullable(Type.Object({ score: Type.Integer(), comment: Type.String(), at: Instant })),
  objections: Type.Integer(),
  /** A proposal to open it up, and whether the reporter agreed; null: not answered yet. */
  lowering: nullable(
    Type.Object({ to: Secrecy, reason: Type.String(), by: PersonName, consent: nullable(Type.Boolean()) }),
  ),
  /** What in the words asked for closing them. */
  signals: Type.Array(Type.String()),
  /** Why the identity may not be destroyed yet. */
  hold: nullable(Type.String()),
  identityDestroyedAt: nullable(Instant),
  /** The reporter has had the use of their identity restricted: only who answers for personal data opens it. */
  restricted: Type.Boolean(),
  /** What the reporter asked about their own data. */
  dataRequests: Type.Array(DataRequestView),
  /** The public text that waits or was sent back, and where it can be read once it is public. */
  redaction: nullable(Type.Object({ by: PersonName, at: Instant, returned: nullable(Type.String()) })),
  publication: nullable(Type.Object({ id: Id, at: Instant, by: PersonName })),
  attachments: Type.Array(AttachmentView),
  /** Notices that go to the reporter on paper; null: not printed yet. */
  letters: Type.Array(
    Type.Object({
      id: Id,
      template: Type.String(),
      writtenAt: Instant,
      printedAt: nullable(Instant),
    }),
  ),
  mayPrint: Type.Boolean(),
  /** Calls in which it was told. */
  calls: Type.Array(
    Type.Object({
      sourceId: nullable(Type.String()),
      agent: nullable(Type.String()),
      beganAt: Instant,
      answeredAt: nullable(Instant),
      endedAt: nullable(Instant),
      seconds: nullable(Type.Integer({ description: 'spoken' })),
      wrapUp: nullable(Type.String()),
    }),
  ),
  timeline: Type.Array(TimelineEntry),
  deliveries: Type.Array(EventDelivery),
  /** False for somebody who sees one task only. */
  wholeCase: Type.Boolean(),
  /** While the case waits to be verified: what this person could do next with what is ours. */
  actsOnceVerified: Type.Array(Type.String()),
  /** Whether this person may take the case away as a dossier. */
  mayExport: Type.Boolean(),
});
export type CaseView = Static<typeof CaseView>;

/** `GET /cases/:id/redaction`: the texts with their masks, saved or proposed. */
export const RedactionView = Type.Object({
  version: Type.Integer(),
  saved: nullable(
    Type.Object({
      /** What `publication` names. */
      number: Type.Integer(),
      by: PersonName,
      at: Instant,
      returned: nullable(Type.String()),
    }),
  ),
  parts: Type.Array(
    Type.Object({
      part: words(publicParts),
      words: Type.String(),
      masks: Type.Array(MaskInput),
      /** The words are others than those over which masks were saved. */
      changed: Type.Boolean(),
    }),
  ),
});
export type RedactionView = Static<typeof RedactionView>;

export const DossierInput = Type.Object({ purpose: words(dossierPurposes) });
/** `docs/how-to/check-a-dossier.md` says what is in it and how it is checked. */
export const SignedDossier = Type.Object({ dossier: Type.Unknown(), signature: Type.String() });
export type SignedDossier = Static<typeof SignedDossier>;
/** Somebody of the institution whom a case may be about. */
export const Colleague = Type.Object({ personId: Id, name: Type.String(), unit: nullable(Type.String()) });

export const ActDone = Type.Object({
  id: Id,
  number: Type.String(),
  status: Status,
  version: Type.Integer(),
  acts: Type.Array(Type.String()),
  identity: Type.Optional(IdentityView),
});
export type ActDone = Static<typeof ActDone>;

import { type Static, Type } from 'typebox';
import { channelIds } from '../../domain/cases/words.ts';
import { nullable, words } from '../../platform/http/schema.ts';
import {
  AttachmentView,
  BesideReporter,
  ClockView,
  DataRequestView,
  Kind,
  Secrecy,
  Status,
  TimelineEntry,
} from '../cases/contract.ts';

/** How long a text may be; longer ones are refused with everything typed kept, never cut. */
export const textLimit = 20_000;

/** `POST /submissions`. Least body: `{text, kind}`; `kind` may be left out ("if unsure, leave it"). */
export const SubmissionInput = Type.Object({
  text: Type.String({ description: `At most ${textLimit} characters` }),
  kind: Type.Optional(Kind),
  title: Type.Optional(Type.String({ maxLength: 200 })),
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; not in the future, not before 1945. */
  occurredOn: Type.Optional(Type.String({ maxLength: 10 })),
  areaCode: Type.Optional(Type.String({ maxLength: 13 })),
  place: Type.Optional(Type.String({ maxLength: 200 })),
  /** Institution id; left out: "I don't know". */
  institution: Type.Optional(Type.String({ maxLength: 40 })),
  /** Name of a body that is not on this installation. */
  institutionName: Type.Optional(Type.String({ maxLength: 200 })),
  category: Type.Optional(Type.String({ maxLength: 80 })),
  contact: Type.Optional(
    Type.Object({
      name: Type.Optional(Type.String({ maxLength: 120 })),
      phone: Type.Optional(Type.String({ maxLength: 30 })),
      email: Type.Optional(Type.String({ maxLength: 254 })),
      address: Type.Optional(Type.String({ maxLength: 300 })),
      /** National numbers, 16 digits: of the person, of the family card. Sealed with the name. */
      nik: Type.Optional(Type.String({ maxLength: 30 })),
      familyCardNumber: Type.Optional(Type.String({ maxLength: 30 })),
      /** How answers should reach the reporter; left out: by what was given. `letter` and `receipt` (paper) are for officers. */
      reach: Type.Optional(words(['sms', 'whatsapp', 'email', 'letter', 'receipt', 'none'])),
    }),
  ),
  secrecy: Type.Optional(Secrecy),
  /** Ids of files uploaded before (`POST /uploads`). */
  attachments: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 20 })),
  /** Officers only (`submission.enter`): the true channel and moment of arrival. */
  channel: Type.Optional(words(channelIds)),
  receivedAt: Type.Optional(Type.String({ maxLength: 40 })),
});
export type SubmissionInput = Static<typeof SubmissionInput>;

export const Receipt = Type.Object({
  number: Type.String(),
  receivedAt: Type.String(),
  zone: Type.String(),
  channel: Type.String(),
  kind: Kind,
  secrecy: Secrecy,
  /** Why it was made more secret than chosen; empty where it was not. */
  raisedBecause: Type.Array(Type.String()),
  anonymous: Type.Boolean(),
  institution: Type.Object({ id: Type.String(), name: Type.String() }),
  /** What happens now, who, by when. */
  by: Type.String(),
  clocks: Type.Array(ClockView),
});
export type Receipt = Static<typeof Receipt>;

export const SubmissionDone = Type.Object({
  trackingCode: Type.String({ description: 'the reporter’s secret, in three groups' }),
  receipt: Receipt,
});
export type SubmissionDone = Static<typeof SubmissionDone>;

export const contactLimits = { name: 120, phone: 30, email: 254 } as const;
/** What a reporter corrects about themselves; a part left empty is taken out. */
export const ContactCorrection = Type.Object({
  name: Type.String({ maxLength: contactLimits.name }),
  phone: Type.String({ maxLength: contactLimits.phone }),
  email: Type.String({ maxLength: contactLimits.email }),
});
export type ContactCorrection = Static<typeof ContactCorrection>;

/** Who opened the reporter's identity: a unit, never an officer's name. */
const Reveal = Type.Object({
  at: Type.String(),
  unit: nullable(Type.String()),
  purpose: Type.String(),
  reason: Type.String(),
});

/** `GET /tracking/:code`: everything the holder of the code sees. Units, never officers' names. */
export const TrackingView = Type.Object({
  code: Type.String({
    description: 'what opened it: the code, or on the site the id of a case of the account',
  }),
  number: Type.String({ description: 'how the office calls it' }),
  byAccount: Type.Boolean({ description: 'opened on the site by the account in which it is kept' }),
  inAccount: nullable(Type.Boolean({ description: 'null: nobody is signed in to an account' })),
  kind: Kind,
  oversight: Type.Boolean(),
  title: Type.String(),
  status: Status,
  institution: Type.Object({ id: Type.String(), name: Type.String(), zone: Type.String() }),
  procedure: Type.Object({
    id: Type.String(),
    version: Type.Integer({ description: 'the one the case opened with, whatever is newer' }),
    title: Type.String(),
    printedSteps: Type.Integer(),
  }),
  unit: nullable(Type.String()),
  zone: Type.String(),
  reporterZone: nullable(Type.String({ description: 'zone of the place the matter is about' })),
  channel: Type.String(),
  receivedAt: Type.String(),
  text: Type.String(),
  occurredOn: nullable(Type.String()),
  area: nullable(Type.String()),
  /** What was typed about the place, beside or instead of the area. */
  place: nullable(Type.String()),
  secrecy: Secrecy,
  /** What an officer asks to open the report up to, and why; null: nothing is asked. */
  loweringAsked: nullable(Type.Object({ to: Secrecy, reason: Type.String() })),
  /** What in the words asked for closing them. */
  signals: Type.Array(Type.String()),
  anonymous: Type.Boolean(),
  /** What became of what is known about the reporter; `none` was never given. */
  identity: words(['sealed', 'destroyed', 'none']),
  identityDestroyedAt: nullable(Type.String()),
  reach: Type.String(),
  steps: Type.Array(
    Type.Object({
      id: Type.String(),
      no: Type.String(),
      act: Type.String(),
      activity: Type.String(),
      question: nullable(Type.String()),
      exit: nullable(words(['ya', 'tidak'])),
      state: words(['done', 'here', 'also', 'next', 'skipped']),
      startedAt: nullable(Type.String()),
      endedAt: nullable(Type.String()),
      by: nullable(Type.String()),
      clock: nullable(ClockView),
    }),
  ),
  assignments: Type.Array(
    Type.Object({
      to: Type.String(),
      /** Somebody of that unit has it, a field worker as a rule; never named. */
      person: Type.Boolean(),
      task: Type.String(),
      state: words(['open', 'reported', 'cancelled']),
      clock: nullable(ClockView),
    }),
  ),
  clocks: Type.Array(ClockView),
  nextClock: nullable(ClockView),
  question: nullable(Type.Object({ text: Type.String(), askedAt: Type.String() })),
  answer: nullable(
    Type.Object({ text: Type.String(), releasedAt: Type.String(), outcome: nullable(Type.String()) }),
  ),
  referral: nullable(Type.Object({ body: Type.String(), reason: Type.String() })),
  archive: nullable(Type.Object({ reason: Type.String(), explanation: Type.String() })),
  closure: nullable(Type.Object({ kind: Type.String(), at: Type.String() })),
  rating: nullable(Type.Object({ score: Type.Integer(), comment: Type.String() })),
  merged: Type.Boolean(),
  timeline: Type.Array(TimelineEntry),
  reveals: Type.Array(Reveal),
  /** The reporter has had the use of their identity restricted. */
  restricted: Type.Boolean(),
  dataRequests: Type.Array(DataRequestView),
  /** The text of this case that everybody may read now, word for word; null: there is none. */
  publication: nullable(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      publishedOn: Type.String({ description: 'YYYY-MM-DD' }),
      title: Type.String(),
      text: Type.String(),
      answer: nullable(Type.String()),
    }),
  ),
  attachments: Type.Array(AttachmentView),
  familyCardAsked: Type.Boolean(),
  acts: Type.Array(Type.String()),
});
export type TrackingView = Static<typeof TrackingView>;

const MaybeText = nullable(Type.String());

/** `GET /tracking/:code/data`: everything that is kept about the holder of the code in this case. */
export const OwnData = Type.Object({
  code: Type.String(),
  institution: Type.String(),
  receivedAt: Type.String(),
  channel: Type.String(),
  zone: Type.String(),
  secrecy: Secrecy,
  anonymous: Type.Boolean(),
  /** False where the identity was destroyed. */
  isKept: Type.Boolean(),
  identity: nullable(
    Type.Object({
      name: MaybeText,
      phone: MaybeText,
      email: MaybeText,
      nik: MaybeText,
      familyCardNumber: MaybeText,
      address: MaybeText,
      reach: Type.String(),
      /** Who files for them, who reports along, and the letter by which it came. */
      beside: Type.Array(BesideReporter),
    }),
  ),
  /** Of the account that asks, where the case is kept in it. */
  account: nullable(Type.Object({ address: MaybeText, createdAt: Type.String(), lastSeenAt: Type.String() })),
  /** Before it was corrected; kept sealed beside it. */
  earlier: Type.Array(
    Type.Object({ name: MaybeText, phone: MaybeText, email: MaybeText, until: Type.String() }),
  ),
  title: Type.String(),
  text: Type.String(),
  occurredOn: MaybeText,
  area: MaybeText,
  place: MaybeText,
  /** Everything written later. */
  written: Type.Array(Type.Object({ at: Type.String(), text: Type.String() })),
  files: Type.Array(
    Type.Object({
      name: Type.String(),
      purpose: Type.String(),
      bytes: Type.Integer(),
      sealed: Type.Boolean(),
      addedAt: Type.String(),
    }),
  ),
  notices: Type.Array(
    Type.Object({
      at: Type.String(),
      subject: Type.String(),
      channel: Type.String(),
      status: Type.String(),
    }),
  ),
  /** Null under seal, where it would tell who looks into the matter. */
  openedBy: nullable(Type.Array(Reveal)),
  restricted: Type.Boolean(),
  requests: Type.Array(DataRequestView),
  retention: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      covers: Type.String(),
      keep: nullable(Type.Object({ amount: Type.Integer(), unit: Type.String() })),
      law: Type.String(),
    }),
  ),
});
export type OwnData = Static<typeof OwnData>;

import { type Static, Type } from 'typebox';
import { lineStates } from '../../domain/delivery/line-state.ts';
import { deliveryStates, discardReasons, givenUpReasons } from '../../domain/delivery/states.ts';
import { nullable, words } from '../../platform/http/schema.ts';

/** What came in, once it was read. */
export const incomingStates = ['set-aside', 'discarded', 'read'] as const;
export type IncomingState = (typeof incomingStates)[number];

const at = Type.Optional(Type.String({ format: 'date-time' }));
const shared = {
  institution: Type.Optional(Type.String({ maxLength: 40 })),
  channel: Type.Optional(Type.String({ maxLength: 20 })),
  from: at,
  before: at,
  cursor: Type.Optional(Type.String({ maxLength: 128 })),
};
export const IncomingQuery = Type.Object({
  ...shared,
  state: Type.Optional(words(incomingStates)),
});
export type IncomingQuery = Static<typeof IncomingQuery>;
export const OutgoingQuery = Type.Object({ ...shared, state: Type.Optional(words(deliveryStates)) });
export type OutgoingQuery = Static<typeof OutgoingQuery>;
export const InstitutionQuery = Type.Object({ institution: shared.institution });

/** A message as the list tells of it: neither what it says nor who wrote it. */
const line = {
  id: Type.String(),
  channel: Type.String(),
  account: Type.String(),
  receivedAt: Type.String(),
  state: words(incomingStates),
  /** What it was taken for; why it was set aside. */
  takenAs: nullable(Type.String()),
  /** Tells messages of one sender from those of another, and nothing else. */
  senderMark: Type.String(),
  isAllowed: Type.Boolean(),
  discardedAs: nullable(words(discardReasons)),
  caseId: nullable(Type.String()),
  caseNumber: nullable(Type.String()),
};
export const IncomingLine = Type.Object(line);
export type IncomingLine = Static<typeof IncomingLine>;
export const IncomingList = Type.Object({
  items: Type.Array(IncomingLine),
  next: nullable(Type.String()),
});

/** One that was opened: the words as staff may read them, the number but for its end hidden. */
export const OpenedMessage = Type.Object({
  ...line,
  sender: Type.String(),
  text: Type.String(),
  /** Nobody can open it any more. */
  isSealed: Type.Boolean(),
});
export type OpenedMessage = Static<typeof OpenedMessage>;

export const OutgoingLine = Type.Object({
  id: Type.String(),
  kind: words(['answer', 'notice']),
  channel: Type.String(),
  at: Type.String(),
  state: words(deliveryStates),
  /** Of an answer what it answers, of a notice its subject; never the text. */
  about: Type.String(),
  toReporter: Type.Boolean(),
  recipientName: nullable(Type.String()),
  attempts: Type.Integer(),
  lastError: nullable(Type.String()),
  nextAt: nullable(Type.String()),
  givenUpAs: nullable(words(givenUpReasons)),
  updatedAt: Type.String(),
  caseId: nullable(Type.String()),
  caseNumber: nullable(Type.String()),
});
export type OutgoingLine = Static<typeof OutgoingLine>;
export const OutgoingList = Type.Object({
  items: Type.Array(OutgoingLine),
  next: nullable(Type.String()),
});

const Count = Type.Object({ channel: Type.String(), state: Type.String(), count: Type.Integer() });
export const LineView = Type.Object({
  channel: Type.String(),
  account: Type.String(),
  source: Type.String(),
  state: words(lineStates),
  heardAt: nullable(Type.String()),
  messageAt: nullable(Type.String()),
  /** Parts of the last day: taken, and told to have arrived or not. */
  accepted: Type.Integer(),
  delivered: Type.Integer(),
  failed: Type.Integer(),
});
export type LineView = Static<typeof LineView>;
const Waiting = Type.Object({
  channel: Type.String(),
  count: Type.Integer(),
  oldest: nullable(Type.String()),
});
export const TrafficSummary = Type.Object({
  /** Whose traffic this person may look after; nobody chooses where it is one. */
  institutions: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  /** Opens what was set aside and decides about it. */
  mayOpen: Type.Boolean(),
  days: Type.Integer(),
  incoming: Type.Array(Count),
  outgoing: Type.Array(Count),
  lines: Type.Array(LineView),
  toSend: Type.Array(Waiting),
  toRead: Type.Array(Waiting),
});
export type TrafficSummary = Static<typeof TrafficSummary>;

/** `itself`: read like any other; `report`: taken in as a report whatever it says. */
export const ReadingInput = Type.Object({ as: words(['itself', 'report']) });
export const DiscardInput = Type.Object({ reason: words(discardReasons) });
export const SenderInput = Type.Object({ allowed: Type.Boolean() });
export const GiveUpInput = Type.Object({ reason: words(givenUpReasons) });
export const TrafficDone = Type.Object({ id: Type.String() });

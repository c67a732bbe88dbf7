import { type Static, Type } from 'typebox';
import { nullable } from '../../platform/http/schema.ts';
import { DataRequestView } from '../cases/contract.ts';

const Instant = Type.String({ format: 'date-time' });

/** Whom people ask about their data: a function and at least one way to it. */
export const ContactInput = Type.Object({
  office: Type.String({ minLength: 1, maxLength: 120 }),
  email: Type.String({ maxLength: 200 }),
  phone: Type.String({ maxLength: 40 }),
  address: Type.String({ maxLength: 300 }),
});
export type ContactInput = Static<typeof ContactInput>;

export const ContactView = Type.Object({ ...ContactInput.properties, setAt: Instant });
export type ContactView = Static<typeof ContactView>;

export const RetentionView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  covers: Type.String(),
  startsAt: Type.String(),
  keep: nullable(Type.Object({ amount: Type.Integer(), unit: Type.String() })),
  ends: Type.String(),
  /** The institution may set a period of its own. */
  setting: Type.Boolean(),
  law: Type.String(),
  source: Type.String(),
  verified: Type.Boolean(),
});
export type RetentionView = Static<typeof RetentionView>;

export const ActivityView = Type.Object({
  id: Type.String(),
  forReporters: Type.Boolean(),
  name: Type.String(),
  purpose: Type.String(),
  basis: Type.String(),
  subjects: Type.String(),
  data: Type.String(),
  recipients: Type.String(),
  /** Ids of the classes of `retention`. */
  retention: Type.Array(Type.String()),
  protection: Type.String(),
});
export type ActivityView = Static<typeof ActivityView>;

/** The processing register of an institution, in the reader's language. */
export const ProcessingRegister = Type.Object({
  contact: nullable(ContactView),
  activities: Type.Array(ActivityView),
  retention: Type.Array(RetentionView),
});
export type ProcessingRegister = Static<typeof ProcessingRegister>;

/** What reporters asked about their own data; the words stand in the case. */
export const DataRequestItem = Type.Object({
  caseId: Type.String({ format: 'uuid' }),
  caseNumber: Type.String(),
  /** Of the case now; an answer is refused where it has moved on. */
  caseVersion: Type.Integer(),
  ...DataRequestView.properties,
  zone: Type.String(),
  isLate: Type.Boolean(),
});
export type DataRequestItem = Static<typeof DataRequestItem>;

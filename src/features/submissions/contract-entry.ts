import { type Static, Type } from 'typebox';
import { daysToEnter } from '../../domain/cases/arrival.ts';
import { SubmissionInput } from './contract.ts';

/** Whoever reports along with the first, whose contact it is. */
const OtherReporterInput = Type.Object({
  name: Type.String({ maxLength: 120 }),
  phone: Type.Optional(Type.String({ maxLength: 30 })),
  nik: Type.Optional(Type.String({ maxLength: 30 })),
  address: Type.Optional(Type.String({ maxLength: 300 })),
});

/**
 * `POST /entries`: what an officer takes in for somebody else. The same as the citizen's own, and what the citizen's
 * form does not ask for.
 */
export const EntryInput = Type.Object({
  ...SubmissionInput.properties,
  /** The call in which it is told. */
  call: Type.Optional(Type.String({ format: 'uuid' })),
  /** Cannot wait: must be handled within 1 × 24 hours. */
  urgent: Type.Optional(Type.Boolean()),
  enteredLate: Type.Optional(
    Type.String({
      maxLength: 500,
      description: `Why it is entered more than ${daysToEnter} days after it came`,
    }),
  ),
  /** The letter by which it came; sealed with the rest of who reports. */
  letter: Type.Optional(
    Type.Object({
      number: Type.Optional(Type.String({ maxLength: 80 })),
      date: Type.Optional(Type.String({ maxLength: 10, description: 'YYYY-MM-DD' })),
      sender: Type.Optional(Type.String({ maxLength: 200 })),
    }),
  ),
  /** Who files for the reporter, and as what. */
  proxy: Type.Optional(
    Type.Object({
      name: Type.String({ maxLength: 120 }),
      phone: Type.Optional(Type.String({ maxLength: 30 })),
      relation: Type.String({ maxLength: 80 }),
    }),
  ),
  others: Type.Optional(Type.Array(OtherReporterInput, { maxItems: 50 })),
});
export type EntryInput = Static<typeof EntryInput>;

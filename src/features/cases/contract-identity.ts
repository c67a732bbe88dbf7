import { type Static, Type } from 'typebox';
import { caseStatuses } from '../../domain/cases/words.ts';
import { nullable, words } from '../../platform/http/schema.ts';

/** Who stands beside the reporter: who files for them, who reports along, the letter by which it came. */
export const BesideReporter = Type.Object({
  as: words(['proxy', 'reporter', 'letter']),
  name: nullable(Type.String()),
  phone: nullable(Type.String()),
  nik: nullable(Type.String()),
  address: nullable(Type.String()),
  /** As what somebody files for the reporter; of a letter its number and date. */
  about: nullable(Type.String()),
});

/** The reporter's identity while a reveal lasts. */
export const IdentityView = Type.Object({
  name: nullable(Type.String()),
  phone: nullable(Type.String()),
  email: nullable(Type.String()),
  /** Only where they were given. */
  nik: Type.Optional(Type.String()),
  familyCardNumber: Type.Optional(Type.String()),
  address: Type.Optional(Type.String()),
  /** Who files for the reporter, who reports along, and the letter by which it came. */
  beside: Type.Optional(Type.Array(BesideReporter)),
  /** The reporter's words in which something is hidden, as they were written. */
  written: Type.Optional(Type.Array(Type.String())),
  /** ISO 8601 UTC. */
  until: Type.String(),
});
export type IdentityView = Static<typeof IdentityView>;

/** `POST /cases/searches`. The value goes in a body, since addresses are kept in logs and histories. */
export const IdentitySearch = Type.Object({
  kind: words(['phone', 'email', 'national-number']),
  /** In full; however it is written: 08… and +628… are one number. */
  value: Type.String({ maxLength: 254 }),
  purpose: words(['caller', 'same-matter', 'data-subject']),
  reason: Type.String({ maxLength: 500 }),
});

export const IdentityFound = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      number: Type.String(),
      title: Type.String(),
      status: words(caseStatuses),
      receivedAt: Type.String(),
    }),
  ),
});

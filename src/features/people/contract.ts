import { type Static, Type } from 'typebox';
import { permissions } from '../../domain/access/permissions.ts';
import { nullable, words } from '../../platform/http/schema.ts';

const Id = Type.String({ format: 'uuid' });

export const SignIn = Type.Object({
  email: Type.String({ maxLength: 254 }),
  password: Type.String({ maxLength: 512 }),
});

/** Who is signed in, with what they hold anywhere; for menus. `GET /session`. */
export const SessionView = Type.Object({
  person: Type.Object({
    id: Id,
    name: Type.String(),
    email: Type.String(),
    locale: Type.String(),
    unit: nullable(Type.Object({ id: Id, name: Type.String() })),
    institution: nullable(Type.Object({ id: Type.String(), name: Type.String(), shortName: Type.String() })),
    roles: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), unit: nullable(Type.String()) })),
  }),
  permissions: Type.Array(words(permissions)),
  expiresAt: Type.String(),
  /** Sent back in `X-CSRF-Token` with every change. */
  csrfToken: Type.String(),
});
export type SessionView = Static<typeof SessionView>;

/**
 * Answer 202 of signing in: the password was right, and one step is left. `second-factor`: a code; `enrolment`: a role
 * requires a second factor and there is none yet. The cookie is good for this step alone, until `expiresAt`.
 */
export const SignInStep = Type.Object({
  next: words(['second-factor', 'enrolment']),
  csrfToken: Type.String(),
  expiresAt: Type.String(),
});
export type SignInStep = Static<typeof SignInStep>;

/** A code of the authenticator app, or a recovery code. */
export const CodeInput = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) });

/** For an authenticator app: the secret to type, and the address that a QR code holds. Told once. */
export const TotpOffer = Type.Object({ secret: Type.String(), address: Type.String() });

const RecoveryCodesList = Type.Array(Type.String());
/** Told once; only hashes are kept. */
export const RecoveryCodes = Type.Object({ recoveryCodes: RecoveryCodesList });
/** `session`: where enrolling was the last step of signing in. */
export const TotpConfirmed = Type.Object({
  recoveryCodes: RecoveryCodesList,
  session: nullable(SessionView),
});

/** What the signed-in person has besides the password. */
export const FactorsView = Type.Object({
  totpSince: nullable(Type.String()),
  /** How many are left. */
  recoveryCodes: Type.Integer(),
  /** By a role: it can be replaced, not given up. */
  required: Type.Boolean(),
});
export type FactorsView = Static<typeof FactorsView>;

/** One of the two: the session is fresh again for sensitive acts. */
export const ProofInput = Type.Object({
  password: Type.Optional(Type.String({ maxLength: 512 })),
  code: Type.Optional(Type.String({ maxLength: 40 })),
});
export const ProofGiven = Type.Object({ provedAt: Type.String() });

/** A row of a person's own sessions. `GET /session/all`, `DELETE /session/all` signs out everywhere. */
export const OwnSession = Type.Object({
  current: Type.Boolean(),
  createdAt: Type.String(),
  lastSeenAt: Type.String(),
  userAgent: Type.String(),
});

export const RoleView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  permissions: Type.Array(Type.String()),
});

const GrantInput = Type.Object({
  roleId: Type.String({ maxLength: 40 }),
  unitId: nullable(Id),
  areaCode: nullable(Type.String({ maxLength: 13 })),
  categoryId: nullable(Type.String({ maxLength: 80 })),
});

export const PersonInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 120 }),
  email: Type.String({ minLength: 3, maxLength: 254 }),
  unitId: nullable(Id),
  active: Type.Boolean(),
  grants: Type.Array(GrantInput, { maxItems: 30 }),
});
export type PersonInput = Static<typeof PersonInput>;

export const PersonView = Type.Object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  active: Type.Boolean(),
  lockedUntil: nullable(Type.String()),
  secondFactor: Type.Boolean(),
  unit: nullable(Type.Object({ id: Id, name: Type.String() })),
  grants: Type.Array(
    Type.Object({
      ...GrantInput.properties,
      roleName: Type.String(),
      unitName: nullable(Type.String()),
    }),
  ),
});
export type PersonView = Static<typeof PersonView>;

export const PersonList = Type.Object({ items: Type.Array(PersonView), next: nullable(Type.String()) });

/** The answer to creating a person or resetting a password: the first password is shown once. */
export const PersonCreated = Type.Object({ person: PersonView, password: nullable(Type.String()) });

/** `GET /assignees?caseId=`: whom an assignment may name. */
export const Assignee = Type.Object({
  personId: Id,
  name: Type.String(),
  unit: nullable(Type.Object({ id: Id, name: Type.String() })),
  roles: Type.Array(Type.String()),
  openAssignments: Type.Integer(),
});

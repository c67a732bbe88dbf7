import { type Static, Type } from 'typebox';
import { permissions } from '../../domain/access/permissions.ts';
import { nullable, words } from '../../platform/http/schema.ts';

const Id = Type.String({ format: 'uuid' });

export const SignIn = Type.Object({
  email: Type.String({ maxLength: 254 }),
  password: Type.String({ maxLength: 512 }),
});

/** Who is signed in, with what they hold anywhere; for menus. `GET /session`. */
const StandIn = Type.Object({ name: Type.String(), until: Type.String() });

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
  /** Held anywhere, also for whom they stand in. */
  permissions: Type.Array(words(permissions)),
  /** Whose deputy the person is today, until which day. */
  standsInFor: Type.Array(Type.Object({ id: Id, ...StandIn.properties })),
  /** Who stands in for the person today. */
  deputy: nullable(StandIn),
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
  /** What the person has: an app that shows codes, a passkey. */
  app: Type.Boolean(),
  passkey: Type.Boolean(),
  csrfToken: Type.String(),
  expiresAt: Type.String(),
});
export type SignInStep = Static<typeof SignInStep>;

/** How one can sign in here, and what came of a sign-in at the provider that ended with `problem`. */
export const SignInWays = Type.Object({
  provider: nullable(Type.Object({ name: Type.String() })),
  /** Whether browsers make passkeys for the address of this installation. */
  passkeys: Type.Boolean(),
  /** Whether invitations go out by mail. */
  mail: Type.Boolean(),
  problem: nullable(Type.Object({ title: Type.String(), detail: Type.String() })),
});
export type SignInWays = Static<typeof SignInWays>;

/** What a sign-in at the provider may end with; the console's address carries the code, never more. */
export const providerProblems = [
  'provider-unreachable',
  'provider-refused',
  'provider-cancelled',
  'provider-account-unknown',
  'provider-account-taken',
  'stronger-proof-needed',
  'sign-in-anew',
  'not-signed-in',
  'invitation-over',
] as const;

/** `proof`: not to open a session but to make the present one fresh. `inWindow`: above a page that must stay. */
export const ProviderBegin = Type.Object({
  purpose: words(['sign-in', 'proof', 'invitation']),
  inWindow: Type.Boolean(),
  /** `invitation`: by which the account is to be linked. */
  invitation: Type.Optional(Type.String({ maxLength: 200 })),
});
export const ProviderBegun = Type.Object({ location: Type.String() });

/** `elsewhere`: where the session at the provider is ended too. */
export const SignedOutView = Type.Object({ ended: Type.Integer(), elsewhere: nullable(Type.String()) });

/** A code of the authenticator app, or a recovery code. */
export const CodeInput = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) });

const PasskeyView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  createdAt: Type.String(),
  lastUsedAt: nullable(Type.String()),
});
export type PasskeyView = Static<typeof PasskeyView>;

/** For `navigator.credentials`, as WebAuthn writes it in JSON; passed on as it is. */
export const PasskeyOptions = Type.Object({ challenge: Type.String() }, { additionalProperties: true });
const PasskeyResponse = Type.Object(
  { id: Type.String({ minLength: 1, maxLength: 1400 }) },
  { additionalProperties: true },
);
/** What `navigator.credentials` answered; verified as a whole. */
export const PasskeyAnswer = Type.Object({ response: PasskeyResponse });
export const PasskeyName = Type.Object({ name: Type.String({ maxLength: 60 }) });
/** `invitation`: by which somebody makes a passkey who has no account yet that they could sign in to. */
const ByInvitation = { invitation: Type.Optional(Type.String({ maxLength: 200 })) };
export const PasskeyBegin = Type.Object(ByInvitation);
export const PasskeyInput = Type.Object({
  ...PasskeyName.properties,
  ...ByInvitation,
  response: PasskeyResponse,
});

/** For an authenticator app: the secret to type, and the address that a QR code holds. Told once. */
export const TotpOffer = Type.Object({ secret: Type.String(), address: Type.String() });

const RecoveryCodesList = Type.Array(Type.String());
/** Told once; only hashes are kept. */
export const RecoveryCodes = Type.Object({ recoveryCodes: RecoveryCodesList });
/** `session`: where enrolling was the last step of signing in. */
export const FactorAdded = Type.Object({
  recoveryCodes: RecoveryCodesList,
  session: nullable(SessionView),
});

/** What the signed-in person has besides the password. */
export const FactorsView = Type.Object({
  totpSince: nullable(Type.String()),
  passkeys: Type.Array(PasskeyView),
  /** How many are left. */
  recoveryCodes: Type.Integer(),
  /** By a role: it can be replaced, not given up. */
  required: Type.Boolean(),
  hasPassword: Type.Boolean(),
  /** Whether the provider knows the person, so that a proof can be given there. */
  hasProvider: Type.Boolean(),
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
  /** Good for ending this session and for nothing else. */
  id: Type.String(),
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
  /** Since when the person is linked to an account at the provider. */
  providerSince: nullable(Type.String()),
  /** Tasks that stay with the person until somebody hands them over. */
  openAssignments: Type.Integer(),
  /** An invitation that is open; `expiresAt` may have passed. */
  invitation: nullable(
    Type.Object({
      expiresAt: Type.String(),
      delivery: words(['waiting', 'sent', 'failed', 'given']),
    }),
  ),
  unit: nullable(Type.Object({ id: Id, name: Type.String() })),
  grants: Type.Array(
    Type.Object({
      ...GrantInput.properties,
      roleName: Type.String(),
      unitName: nullable(Type.String()),
      /** Held because of this group at the provider; not to be changed here. */
      fromGroup: nullable(Type.String()),
    }),
  ),
});
export type PersonView = Static<typeof PersonView>;

/** A person's account at the provider, by its subject: never by an e-mail address. */
export const ProviderAccount = Type.Object({ subject: Type.String({ maxLength: 255 }) });

/** What membership of a group at the provider gives, at each sign-in. */
export const GroupRoleInput = Type.Object({
  group: Type.String({ minLength: 1, maxLength: 200 }),
  ...GrantInput.properties,
});
export type GroupRoleInput = Static<typeof GroupRoleInput>;
export const GroupRoleView = Type.Object({
  id: Id,
  ...GroupRoleInput.properties,
  roleName: Type.String(),
  unitName: nullable(Type.String()),
  areaName: nullable(Type.String()),
  categoryName: nullable(Type.String()),
});
export type GroupRoleView = Static<typeof GroupRoleView>;
/** `used`: whether the configuration names the claim in which the provider lists groups. */
export const GroupRoles = Type.Object({ used: Type.Boolean(), items: Type.Array(GroupRoleView) });

export const PersonList = Type.Object({ items: Type.Array(PersonView), next: nullable(Type.String()) });

/** The answer to creating a person or resetting a password: the first password is shown once. */
export const PersonCreated = Type.Object({ person: PersonView, password: nullable(Type.String()) });

/** `link`: where no mail can be sent from here, shown once, to be handed over. */
export const PersonInvited = Type.Object({ person: PersonView, link: nullable(Type.String()) });

const Token = Type.String({ minLength: 20, maxLength: 200 });
export const InvitationToken = Type.Object({ token: Token });
export const InvitationPassword = Type.Object({ token: Token, password: Type.String({ maxLength: 512 }) });
export const InvitationView = Type.Object({
  name: Type.String(),
  email: Type.String(),
  institution: nullable(Type.String()),
  expiresAt: Type.String(),
});
export type InvitationView = Static<typeof InvitationView>;

/** `GET /assignees?caseId=`: whom an assignment may name. */
export const Assignee = Type.Object({
  personId: Id,
  name: Type.String(),
  unit: nullable(Type.Object({ id: Id, name: Type.String() })),
  roles: Type.Array(Type.String()),
  openAssignments: Type.Integer(),
});

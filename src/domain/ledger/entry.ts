/** The chain of what belongs to no institution. */
export const installationChain = '*';

/** SHA-256 of a text in UTF-8, in hex; handed in, since the domain has no cryptography of its own. */
export type Hash = (text: string) => string;

/** What stands in the ledger besides the facts of cases. */
export const entryKinds = [
  'session.opened',
  'session.refused',
  'session.locked',
  'session.ended',
  'account.signed-in',
  'account.refused',
  'account.signed-out',
  'account.destroyed',
  'proof.refused',
  'second-factor.added',
  'second-factor.removed',
  'recovery-codes.renewed',
  'password.changed',
  'person.added',
  'person.changed',
  'person.unlocked',
  'person.password-reset',
  'person.second-factor-reset',
  'person.linked',
  'person.unlinked',
  'deputy.named',
  'deputy.ended',
  'person.invited',
  'invitation.withdrawn',
  'invitation.accepted',
  'group-role.added',
  'group-role.removed',
  'roles.changed',
  'institution.added',
  'institution.changed',
  'unit.added',
  'unit.changed',
  'category.added',
  'category.changed',
  'procedure.released',
  'calendar.applied',
  'keys.rotated',
  'identity.searched',
  'privacy-contact.changed',
  'retention.changed',
  'destruction.proposed',
  'destruction.confirmed',
  'destruction.withdrawn',
  'breach.recorded',
  'breach.changed',
  'breach.noted',
  'breach.told',
  'breach.closed',
  'message.read',
  'message.let-in',
  'message.discarded',
  'sender.allowed',
  'sender.disallowed',
  'channel.tested',
  'delivery.retried',
  'delivery.given-up',
  'file.read',
  'case.emptied',
  'webhook.added',
  'webhook.changed',
  'webhook.removed',
  'webhook.secret-renewed',
  'webhook.replayed',
  'webhook.stopped',
  'letter.printed',
  'call.taken',
  'call.wrapped-up',
  'dossier.exported',
  'figures.exported',
  'client-key.issued',
  'client-key.revoked',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One fact of a case as the database writes it: the very texts, so that nothing has to be brought into a form first. */
export interface Fact {
  readonly type: string;
  /** ISO 8601 UTC, to the microsecond. */
  readonly at: string;
  /** JSON. */
  readonly actor: string;
  /** JSON. */
  readonly data: string;
}

/** One entry with what it stands for. Null where a column is empty. */
export interface Entry {
  readonly chain: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: string | null;
  readonly actor: string | null;
  readonly subject: string | null;
  /** JSON. */
  readonly details: string | null;
  readonly caseId: string | null;
  readonly factSeq: number | null;
  readonly fact: Fact | null;
  /** 16 random bytes in hex. */
  readonly salt: string;
}

/** The text whose digest stands for an entry. JSON of an array of texts is written in one way only. */
export function entryText(entry: Entry): string {
  const { salt, chain, seq, kind, at, actor, subject, details, caseId, factSeq, fact } = entry;
  const own = [salt, chain, seq, kind, at, actor, subject, details, caseId, factSeq];
  const stoodFor = fact === null ? null : [fact.type, fact.at, fact.actor, fact.data];
  return `tuntas-entry-1\n${JSON.stringify([...own, stoodFor])}`;
}

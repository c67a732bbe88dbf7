/**
 * Why something was not done. Codes are stable: texts in `locales/`, HTTP statuses and tests hang on
 * them. `details` carries what the reader needs (never personal data).
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly details?: Readonly<Record<string, string | number>>;
  /** The input fields at fault, by name, each with a code of its own. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What a program needs to go on from here, beside the sentences: members of the answer (RFC 9457, 3.2). */
  readonly more?: Readonly<Record<string, unknown>>;
  /** What is wrong with a text or a list that was sent, place by place; told as `fault.<code>`. */
  readonly faults?: readonly InputFault[];
}

export interface InputFault {
  /** From 1; null: the whole of it. */
  readonly line: number | null;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const refusalCodes = [
  'not-found',
  'not-signed-in',
  'not-authorized',
  'not-this-step',
  'not-this-status',
  'already-decided',
  'changed-meanwhile',
  'invalid-input',
  'same-person',
  'returned-too-often',
  'assignments-open',
  'assignment-not-found',
  'nobody-left',
  'assignee-not-allowed',
  'not-a-case-of-this-institution',
  'merge-not-possible',
  'no-report',
  'no-answer',
  'window-closed',
  'reopened-already',
  'secrecy-only-rises',
  'reason-unknown',
  'too-many-requests',
  'signature-refused',
  'wrong-credentials',
  'locked-out',
  'wrong-code',
  'sign-in-anew',
  'step-up-needed',
  'second-factor-required',
  'provider-unreachable',
  'provider-refused',
  'provider-cancelled',
  'provider-account-unknown',
  'provider-account-taken',
  'stronger-proof-needed',
  'passkey-refused',
  'invitation-over',
  'account-closed',
  'attachment-refused',
  'calendar-gap',
  'draft-changed',
  'draft-over',
  'own-draft',
  'draft-has-errors',
  'document-refused',
  'version-moved',
  'too-many-drafts',
  'procedure-not-runnable',
  'simulation-too-large',
  'calendar-refused',
  'own-revision',
  'not-handed-over',
  'notices-missing',
  'identity-destroyed',
  'name-closed-to-unit',
  'legal-hold',
  'case-open',
  'reporter-may-object',
  'processing-restricted',
  'already-asked',
  'destroy-first',
  'nothing-to-destroy',
  'not-for-publication',
  'not-the-author',
  'text-changed',
  'tells-the-reporter',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export function refusal(code: RefusalCode, details?: Refusal['details']): Refusal {
  return details === undefined ? { code } : { code, details };
}

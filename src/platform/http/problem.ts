import type { InputFault, Refusal, RefusalCode } from '../../domain/shared/refusal.ts';

/** RFC 9457, with our stable `code` and, for input errors, the fields at fault; a refusal may bring more members. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** By line (from 1; null: the whole), each with a stable code and a sentence. */
  readonly faults?: readonly { readonly line: number | null; readonly code: string; readonly text: string }[];
  readonly requestId: string;
}

/** The one place where a refusal becomes an HTTP status. */
const statusOf: Readonly<Record<RefusalCode, number>> = {
  'not-found': 404,
  'not-signed-in': 401,
  'not-authorized': 403,
  'not-this-step': 409,
  'not-this-status': 409,
  'already-decided': 409,
  'changed-meanwhile': 409,
  'invalid-input': 422,
  'same-person': 409,
  'returned-too-often': 409,
  'assignments-open': 409,
  'assignment-not-found': 404,
  'assignee-not-allowed': 422,
  'nobody-left': 409,
  'not-a-case-of-this-institution': 422,
  'merge-not-possible': 422,
  'no-report': 409,
  'no-answer': 409,
  'window-closed': 409,
  'reopened-already': 409,
  'secrecy-only-rises': 409,
  'reason-unknown': 422,
  'too-many-requests': 429,
  'signature-refused': 401,
  'wrong-credentials': 401,
  'locked-out': 423,
  'wrong-code': 401,
  'sign-in-anew': 401,
  'step-up-needed': 403,
  'second-factor-required': 409,
  'provider-unreachable': 424,
  'provider-refused': 401,
  'provider-cancelled': 401,
  'provider-account-unknown': 403,
  'provider-account-taken': 409,
  'stronger-proof-needed': 401,
  'passkey-refused': 401,
  'invitation-over': 410,
  'account-closed': 409,
  'attachment-refused': 422,
  'calendar-gap': 409,
  'draft-changed': 409,
  'draft-over': 409,
  'own-draft': 409,
  'draft-has-errors': 422,
  'document-refused': 422,
  'version-moved': 409,
  'too-many-drafts': 409,
  'procedure-not-runnable': 422,
  'simulation-too-large': 422,
  'calendar-refused': 422,
  'own-revision': 409,
  'not-handed-over': 409,
  'notices-missing': 409,
  'identity-destroyed': 410,
  'name-closed-to-unit': 403,
  'legal-hold': 409,
  'case-open': 409,
  'reporter-may-object': 409,
  'processing-restricted': 409,
  'already-asked': 409,
  'destroy-first': 409,
  'nothing-to-destroy': 409,
  'not-for-publication': 409,
  'not-the-author': 409,
  'text-changed': 409,
  'tells-the-reporter': 409,
};

/** A sentence for a key of `locales/<lang>/problem.json`. */
export type Explain = (key: string, params?: Readonly<Record<string, string | number>>) => string;

export function problemOf(refused: Refusal, explain: Explain, requestId: string): Problem {
  const fields = Object.entries(refused.fields ?? {}).map(
    ([field, code]) => [field, explain(`problem.field.${code}`)] as const,
  );
  return {
    ...refused.more,
    type: `urn:tuntas:problem:${refused.code}`,
    title: explain(`problem.${refused.code}.title`),
    status: statusOf[refused.code],
    code: refused.code,
    detail: explain(`problem.${refused.code}.detail`, refused.details),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
    ...(refused.faults === undefined
      ? {}
      : { faults: refused.faults.map((fault) => faultOf(fault, explain)) }),
    requestId,
  };
}

function faultOf({ line, code, params }: InputFault, explain: Explain) {
  return { line, code, text: explain(`fault.${code}`, params) };
}

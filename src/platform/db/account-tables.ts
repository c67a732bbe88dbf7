import type { Generated } from 'kysely';

/** The tables of people: what they hold, how they sign in, and their sessions. */
export interface AccountTables {
  people: {
    id: string;
    institution_id: string | null;
    unit_id: string | null;
    name: string;
    email: string;
    password_hash: string | null;
    active: Generated<boolean>;
    locale: Generated<string>;
    failed_attempts: Generated<number>;
    locked_until: string | null;
    created_at: Generated<string>;
  };
  person_roles: {
    person_id: string;
    role_id: string;
    unit_id: string | null;
    area_code: string | null;
    category_id: string | null;
    granted_at: Generated<string>;
    from_group: string | null;
  };
  deputyships: {
    id: string;
    absent_id: string;
    deputy_id: string;
    from_day: string;
    until_day: string;
    reason: 'leave' | 'duty-travel' | 'illness' | 'other';
    named_by: string | null;
    named_at: string;
    ended_at: string | null;
    ended_by: string | null;
  };
  provider_links: {
    issuer: string;
    subject: string;
    person_id: string;
    linked_at: string;
    linked_by: string | null;
  };
  group_roles: {
    id: string;
    institution_id: string;
    group_name: string;
    role_id: string;
    unit_id: string | null;
    area_code: string | null;
    category_id: string | null;
    created_at: string;
  };
  sessions: {
    token_hash: Buffer;
    person_id: string;
    created_at: string;
    last_seen_at: string;
    expires_at: string;
    user_agent: Generated<string>;
    awaits: 'second-factor' | 'enrolment' | null;
    proved_at: string | null;
    by_provider: Generated<boolean>;
  };
  totp_factors: {
    person_id: string;
    pending: boolean;
    wrapped_key: Buffer;
    sealed: Buffer;
    last_step: number;
    created_at: string;
  };
  invitations: {
    id: string;
    person_id: string;
    token_hash: Buffer;
    wrapped_key: Buffer | null;
    sealed: Buffer | null;
    created_at: string;
    created_by: string | null;
    expires_at: string;
    delivery: 'waiting' | 'sent' | 'failed' | 'given';
    attempts: Generated<number>;
  };
  passkeys: {
    id: string;
    person_id: string;
    name: string;
    public_key: Buffer;
    counter: number;
    transports: string[];
    created_at: string;
    last_used_at: string | null;
  };
  passkey_challenges: {
    challenge_hash: Buffer;
    purpose: 'sign-in' | 'proof' | 'register';
    person_id: string | null;
    expires_at: string;
  };
  recovery_codes: { person_id: string; code_hash: Buffer; created_at: string };
}

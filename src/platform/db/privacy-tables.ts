import type { ColumnType } from 'kysely';

/** The tables of data protection at work. */
export interface PrivacyTables {
  privacy_contacts: {
    institution_id: string;
    set_at: string;
    set_by: string;
    office: string;
    email: string;
    phone: string;
    address: string;
  };
  privacy_breaches: {
    id: string;
    institution_id: string;
    noticed_at: string;
    facts: Json<unknown>;
    case_ids: string[];
    clock: Json<unknown>;
    affected_told_at: string | null;
    authority_told_at: string | null;
    closed_at: string | null;
    version: number;
    recorded_at: string;
  };
  privacy_breach_entries: {
    breach_id: string;
    number: number;
    kind: string;
    at: string;
    person_id: string;
    words: string;
    data: Json<unknown>;
  };
  data_requests: {
    case_id: string;
    number: number;
    kind: string;
    asked_at: string;
    due_at: string;
    answered_at: string | null;
  };
  retention_settings: {
    institution_id: string;
    class_id: string;
    set_at: string;
    set_by: string;
    amount: number;
    unit: string;
    basis: string;
  };
  destruction_runs: {
    id: string;
    institution_id: string;
    class_id: string;
    rule: string;
    case_ids: string[];
    proposed_by: string;
    proposed_at: string;
    state: string;
    ended_by: string | null;
    ended_at: string | null;
  };
  deletions: {
    case_id: string;
    at: string;
    class_id: string;
    rule: string;
    files: number;
    proposed_by: string | null;
    confirmed_by: string | null;
    run_id: string | null;
  };
}

/** Read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

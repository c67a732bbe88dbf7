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
}

/** Read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

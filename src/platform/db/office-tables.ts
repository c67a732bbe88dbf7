import type { ColumnType, Generated } from 'kysely';

/** The tables of what an office changes while it works: versions of its procedures, and its calendars. */
export interface OfficeTables {
  office_revision: { only_one: Generated<boolean>; revision: number };
  calendar_revisions: {
    id: string;
    scope: string;
    year: number;
    decree_number: string;
    decree_date: string;
    signatories: string[];
    reason: string;
    entries: Json<unknown>;
    source_name: string | null;
    state: Generated<string>;
    version: Generated<number>;
    authors: string[];
    created_at: string;
    updated_at: string;
    applied_number: number | null;
    applied_by: string | null;
    applied_at: string | null;
  };
  calendar_revision_passages: {
    revision_id: string;
    number: number;
    kind: 'handed-over' | 'returned';
    version: number;
    person_id: string;
    at: string;
    words: string;
  };
  calendar_recounts: {
    revision_id: string;
    last_case: string | null;
    moved: Generated<number>;
    done_at: string | null;
  };
  procedure_drafts: {
    id: string;
    procedure_id: string;
    institution_id: Generated<string>;
    based_on_procedure: string | null;
    based_on: number | null;
    reason: string;
    document: Json<unknown>;
    revision: Generated<number>;
    state: Generated<'open' | 'discarded' | 'released'>;
    released_version: number | null;
    created_by: string;
    created_at: string;
    updated_by: string;
    updated_at: string;
    ended_by: string | null;
    ended_at: string | null;
  };
  procedure_draft_authors: {
    draft_id: string;
    person_id: string;
    changes: Generated<number>;
    first_at: string;
    last_at: string;
  };
  procedure_versions: {
    procedure_id: string;
    version: number;
    document: Json<unknown>;
    content_hash: string;
    decree_number: string;
    decree_date: string;
    signatory: string;
    legal_basis: Json<readonly string[]>;
    effective_note: string;
    supersedes: number | null;
    draft_id: string;
    drafted_by: string[];
    released_by: string;
    released_at: string;
  };
}

/** Read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

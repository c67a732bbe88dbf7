import type { ColumnType, Generated } from 'kysely';
import type { AccountTables } from './account-tables.ts';
import type { CitizenTables } from './citizen-tables.ts';
import type { ClientTables } from './client-tables.ts';
import type { LedgerTables } from './ledger-tables.ts';
import type { MessageTables } from './message-tables.ts';
import type { OfficeTables } from './office-tables.ts';
import type { PrivacyTables } from './privacy-tables.ts';
import type { PublicationTables } from './publication-tables.ts';
import type { WebhookTables } from './webhook-tables.ts';

/** The tables as `migrations/` make them. Times are ISO 8601 UTC strings, dates `YYYY-MM-DD`. */
/** What our own mail server found out about who sent a mail. */
type SenderCheck = 'proven' | 'unproven' | 'contradicted';

export interface Schema
  extends AccountTables,
    CitizenTables,
    ClientTables,
    OfficeTables,
    PrivacyTables,
    PublicationTables,
    LedgerTables,
    MessageTables,
    WebhookTables {
  institutions: {
    id: string;
    name: string;
    short_name: string;
    zone: string;
    procedure_id: string;
    front_unit_id: string | null;
    description: Json<Record<string, string>>;
    active: Generated<boolean>;
    created_at: Generated<string>;
  };
  units: {
    id: string;
    institution_id: string;
    parent_id: string | null;
    name: string;
    kind: string;
    zone: string;
    area_code: string | null;
    path: string;
    verified: Generated<boolean>;
    active: Generated<boolean>;
    created_at: Generated<string>;
  };
  areas: {
    code: string;
    name: string;
    level: 'province' | 'regency' | 'district' | 'village';
    parent_code: string | null;
    full_name: string;
    search: string;
  };
  categories: {
    id: string;
    institution_id: string;
    parent_id: string | null;
    name: Json<Record<string, string>>;
    default_unit_id: string | null;
    suggests_oversight: Generated<boolean>;
    active: Generated<boolean>;
    position: Generated<number>;
  };
  roles: {
    id: string;
    name: Json<Record<string, string>>;
    permissions: string[];
    second_factor: Generated<'required' | 'optional'>;
  };
  rate_counters: { key: string; window_start: string; count: Generated<number> };
  cases: {
    id: string;
    number: string;
    institution_id: string;
    procedure_id: string;
    procedure_version: number;
    channel: string;
    received_at: string;
    kind: string;
    oversight: boolean;
    urgent: boolean;
    title: string;
    category_id: string | null;
    area_code: string | null;
    secrecy: string;
    anonymous: boolean;
    status: string;
    step: string | null;
    queue: string;
    unit_id: string | null;
    unit_path: string | null;
    unit_name: string | null;
    due_at: string | null;
    due_clock: string | null;
    due_zone: string | null;
    due_unit: string | null;
    due_area: string | null;
    due_unit_path: string | null;
    paused: boolean;
    paused_clock: Json<unknown> | null;
    late: boolean;
    closure_kind: string | null;
    closed_at: string | null;
    answered_at: string | null;
    rating: number | null;
    merged_into: string | null;
    tracking_hash: Buffer;
    state: Json<unknown>;
    version: number;
    words: ColumnType<string, string, string>;
    updated_at: string;
  };
  case_events: {
    case_id: string;
    seq: number;
    type: string;
    at: string;
    actor: Json<unknown>;
    data: Json<unknown>;
  };
  submissions: {
    id: string;
    case_id: string;
    channel: string;
    external_id: string | null;
    idempotency_hash: Buffer | null;
    request_hash: Buffer | null;
    received_at: string;
    entered_at: string;
    entered_by: string | null;
    text: string;
    occurred_on: string | null;
    place: string | null;
    institution_named: string | null;
    locale: string;
    sender_check: ColumnType<SenderCheck | null, SenderCheck | null | undefined, never>;
  };
  reporters: { case_id: string; sealed: Buffer; reach: string; locale: string };
  'vault.keys': { subject: string; wrapped: Buffer };
  'vault.search_hashes': { subject: string; hash: Buffer };
  identity_searches: {
    id: string;
    person_id: string;
    at: string;
    kind: string;
    purpose: string;
    reason: string;
    found: string[];
  };
  'sealed.cases': {
    id: string;
    institution_id: string;
    tracking_hash: Buffer;
    form_hash: Buffer | null;
    next_check: string | null;
    version: number;
    content: Buffer;
  };
  'sealed.events': { case_id: string; seq: number; content: Buffer };
  'sealed.notices': { person_id: string };
  'sealed.chains': { chain: string; institution_id: string; id: string };
  'sealed.entries': {
    chain: string;
    seq: number;
    kind: string;
    case_id: string | null;
    fact_seq: number | null;
    case_digest: Buffer | null;
    content: Buffer | null;
    hash: Buffer;
  };
  'sealed.heads': { chain: string; content: Buffer };
  'sealed.anchors': { chain: string; nth: number; content: Buffer };
  case_units: { case_id: string; unit_id: string; unit_path: string; relation: string };
  case_conflicts: {
    case_id: string;
    id: string;
    person_id: string | null;
    unit_id: string | null;
    unit_path: string | null;
  };
  case_assignments: {
    id: string;
    case_id: string;
    parent_id: string | null;
    unit_id: string | null;
    unit_path: string | null;
    person_id: string | null;
    state: string;
    due_at: string | null;
  };
  attachments: {
    id: string;
    case_id: string | null;
    draft_id: string | null;
    purpose: string;
    name: string;
    media_type: string;
    bytes: number;
    sha256: Buffer;
    sealed: Generated<boolean>;
    storage_key: string;
    added_by: string;
    added_at: string;
  };
  notifications: {
    id: string;
    /** Null where it is of a deputyship. */
    case_id: string | null;
    deputyship_id: string | null;
    event_seq: number;
    template: string;
    locale: string;
    recipient_kind: string;
    person_id: string | null;
    unit_id: string | null;
    channel: string;
    params: Json<Record<string, string | number>>;
    status: string;
    attempts: Generated<number>;
    last_error: string | null;
    read_at: string | null;
    created_at: string;
    updated_at: string;
    /** In whose list it stands: its case's, without one its reader's; null: nobody's. */
    institution_id: string | null;
    can_wait: Generated<boolean>;
    queued_at: string | null;
    next_at: string | null;
    given_up_as: string | null;
  };
  measured_cases: {
    case_id: string;
    version: number;
    institution_id: string;
    procedure_id: string;
    procedure_version: number;
    received_at: string;
    area_code: string | null;
    category_id: string | null;
    sealed: boolean;
    followed_up_at: string | null;
    reopened_at: string | null;
    ending_since: string[];
    endings: string[];
    unit_since: string[];
    unit_paths: (string | null)[];
    schedule_since: string[];
    schedules: string[];
    overall_since: string[];
    overalls: string[];
  };
  step_runs: {
    case_id: string;
    number: number;
    institution_id: string;
    procedure_id: string;
    procedure_version: number;
    step: string;
    actors: string[];
    unit_id: string | null;
    unit_path: string | null;
    area_code: string | null;
    category_id: string | null;
    sealed: boolean;
    entered_at: string;
    left_at: string | null;
    exit: string | null;
    next_step: string | null;
    limit_amount: number | null;
    limit_unit: string | null;
    due_since: string[];
    dues: (string | null)[];
    outcome_since: string[];
    outcomes: string[];
    done_at: string | null;
    used: number | null;
    used_unit: string;
    paused_seconds: number;
  };
}

/** Read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

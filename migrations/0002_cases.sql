-- Submissions (verbatim), cases (snapshot) and case_events (the truth).

create sequence case_number_seq;

create table cases (
  id uuid primary key,
  number text not null unique,
  institution_id text not null references institutions,
  procedure_id text not null,
  procedure_version integer not null,
  channel text not null,
  received_at timestamptz not null,
  kind text not null,
  oversight boolean not null default false,
  urgent boolean not null default false,
  title text not null,
  category_id text references categories,
  area_code text references areas,
  secrecy text not null,
  anonymous boolean not null,
  status text not null,
  step text,
  -- Whose turn it is, as a work list.
  queue text not null,
  unit_id uuid references units,
  unit_path text,
  -- The deadline that the list shows, and its clock.
  due_at timestamptz,
  due_clock text,
  paused boolean not null default false,
  late boolean not null default false,
  closure_kind text,
  closed_at timestamptz,
  answered_at timestamptz,
  rating integer,
  merged_into uuid references cases,
  -- Keyed hash of the reporter's tracking code; the code itself lies sealed with the reporter.
  tracking_hash bytea not null unique,
  state jsonb not null,
  version integer not null,
  words tsvector not null,
  updated_at timestamptz not null
);
-- One index per list: open cases by queue and deadline, over the institution or a subtree of units.
create index cases_queue_due on cases (institution_id, queue, due_at, id) where queue <> 'none';
create index cases_unit_due on cases (unit_path text_pattern_ops, due_at, id) where queue <> 'none';
create index cases_received on cases (institution_id, received_at desc, id desc);
create index cases_status on cases (institution_id, status, received_at desc, id desc);
create index cases_words on cases using gin (words);
create index cases_merged on cases (merged_into) where merged_into is not null;

create table case_events (
  case_id uuid not null references cases,
  seq integer not null,
  type text not null,
  at timestamptz not null,
  actor jsonb not null,
  data jsonb not null,
  primary key (case_id, seq)
);
-- Append-only: nothing edits or deletes a fact.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only table % cannot be changed', tg_table_name using errcode = '42501';
end $$;
create trigger case_events_append_only before update or delete or truncate on case_events
  for each statement execute function refuse_change();

create table submissions (
  id uuid primary key,
  case_id uuid not null references cases,
  channel text not null,
  -- The source's own id; a message received twice is one submission.
  external_id text,
  idempotency_hash bytea,
  request_hash bytea,
  received_at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid references people,
  text text not null,
  occurred_on text,
  place text,
  institution_named text,
  locale text not null default 'id'
);
create index submissions_case on submissions (case_id);
create unique index submissions_source on submissions (channel, external_id) where external_id is not null;
create unique index submissions_idempotency on submissions (idempotency_hash) where idempotency_hash is not null;

-- Who reported: apart from the case and encrypted with a key of its own, itself wrapped by SECRET_KEY.
create table reporters (
  case_id uuid primary key references cases,
  wrapped_key bytea not null,
  sealed bytea not null,
  -- How they are to be reached, without the address: none, email, sms, whatsapp.
  reach text not null,
  locale text not null default 'id'
);

create table case_units (
  case_id uuid not null references cases,
  unit_id uuid not null references units,
  unit_path text not null,
  relation text not null check (relation in ('responsible', 'assigned', 'copied')),
  primary key (case_id, unit_id, relation)
);
create index case_units_path on case_units (unit_path text_pattern_ops, relation, case_id);

create table case_assignments (
  id uuid primary key,
  case_id uuid not null references cases,
  parent_id uuid,
  unit_id uuid references units,
  unit_path text,
  person_id uuid references people,
  state text not null,
  due_at timestamptz
);
create index case_assignments_case on case_assignments (case_id);
create index case_assignments_person on case_assignments (person_id, state, due_at);
create index case_assignments_unit on case_assignments (unit_path text_pattern_ops, state, due_at);

create table attachments (
  id uuid primary key,
  -- Null while it waits in a form that was not sent yet.
  case_id uuid references cases,
  draft_id uuid,
  purpose text not null check (purpose in ('evidence', 'family-card', 'report')),
  name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 bytea not null,
  -- Sealed like the reporter: opened only with a logged purpose.
  sealed boolean not null default false,
  storage_key text not null,
  added_by text not null,
  added_at timestamptz not null
);
create index attachments_case on attachments (case_id) where case_id is not null;
create index attachments_draft on attachments (draft_id) where draft_id is not null;

create table notifications (
  id uuid primary key,
  case_id uuid not null references cases,
  event_seq integer not null,
  template text not null,
  locale text not null,
  recipient_kind text not null check (recipient_kind in ('reporter', 'person', 'unit')),
  person_id uuid references people,
  unit_id uuid references units,
  channel text not null,
  params jsonb not null,
  status text not null check (status in ('queued', 'sent', 'delivered', 'failed', 'given-up', 'readable')),
  attempts integer not null default 0,
  last_error text,
  read_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique nulls not distinct (case_id, event_seq, template, recipient_kind, person_id, unit_id, channel)
);
create index notifications_case on notifications (case_id, created_at);
create index notifications_person on notifications (person_id, created_at desc) where person_id is not null;
create index notifications_status on notifications (status, created_at desc);

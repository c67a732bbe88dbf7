-- Versions of procedures that the office drafts and releases itself, beside those that ship as files.

-- Rises with every released version and every applied calendar, in the same transaction; a node whose own number
-- is lower reads them again.
create table office_revision (
  only_one boolean primary key default true check (only_one),
  revision bigint not null
);
insert into office_revision (revision) values (0);

create table procedure_drafts (
  id uuid primary key,
  procedure_id text not null check (procedure_id ~ '^[a-z0-9-]{2,40}/[a-z0-9]+(-[a-z0-9]+)*$'),
  -- The folder's first part; rights hang on it. No reference: the institution may still be set up.
  institution_id text not null generated always as (split_part(procedure_id, '/', 1)) stored,
  -- The released version it began from, of this procedure or of another; null: an upload or an empty table.
  based_on_procedure text,
  based_on integer check (based_on > 0),
  -- Why it is being made, in a sentence.
  reason text not null,
  -- As vN.yaml holds it: the right shape, not yet always the right words.
  document jsonb not null,
  -- Rises with every change; who changes says which one they looked at.
  revision integer not null default 1,
  state text not null default 'open' check (state in ('open', 'discarded', 'released')),
  released_version integer,
  created_by uuid not null references people,
  created_at timestamptz not null,
  updated_by uuid not null references people,
  updated_at timestamptz not null,
  ended_by uuid references people,
  ended_at timestamptz,
  check ((based_on is null) = (based_on_procedure is null)),
  check ((state = 'open') = (ended_at is null and ended_by is null)),
  check ((state = 'released') = (released_version is not null))
);
create index procedure_drafts_institution on procedure_drafts (institution_id, state, updated_at desc, id desc);
create index procedure_drafts_state on procedure_drafts (state, updated_at desc, id desc);

-- Whoever made or changed a draft wrote it, and cannot release it.
create table procedure_draft_authors (
  draft_id uuid not null references procedure_drafts,
  person_id uuid not null references people,
  changes integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (draft_id, person_id)
);

create table procedure_versions (
  procedure_id text not null check (procedure_id ~ '^[a-z0-9-]{2,40}/[a-z0-9]+(-[a-z0-9]+)*$'),
  version integer not null check (version > 0),
  -- The whole document with its decree and legal basis; the SHA-256 of its canonical JSON proves it.
  document jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  decree_number text not null check (decree_number <> ''),
  decree_date date not null,
  signatory text not null check (signatory <> ''),
  legal_basis jsonb not null,
  effective_note text not null,
  -- The version that new cases took until then; null: the procedure is new.
  supersedes integer,
  draft_id uuid not null unique references procedure_drafts,
  drafted_by uuid[] not null check (cardinality(drafted_by) > 0),
  released_by uuid not null references people check (released_by <> all (drafted_by)),
  released_at timestamptz not null,
  primary key (procedure_id, version)
);
create trigger procedure_versions_append_only before update or delete or truncate on procedure_versions
  for each statement execute function refuse_change();

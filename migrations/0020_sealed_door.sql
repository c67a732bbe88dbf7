-- What comes by the sealed door (WBS) lies in tables of its own, which nothing else in the program asks: whoever counts,
-- lists, searches or measures cases cannot meet it (docs/adr/0018). Everything that says anything is sealed under a key
-- of the case; the key lies in vault.keys.

create schema sealed;

create table sealed.cases (
  -- Random, so that it says nothing of when the case came.
  id uuid primary key,
  institution_id text not null references institutions,
  tracking_hash bytea not null constraint sealed_cases_code unique,
  -- Keyed hash of the form's one-time key: the same form sent twice is one case.
  form_hash bytea constraint sealed_cases_form unique,
  -- When a deadline must be looked at next.
  next_check timestamptz,
  version integer not null,
  content bytea not null
);
create index sealed_cases_institution on sealed.cases (institution_id);
create index sealed_cases_next_check on sealed.cases (next_check) where next_check is not null;

create table sealed.events (
  case_id uuid not null references sealed.cases,
  seq integer not null,
  content bytea not null,
  primary key (case_id, seq)
);
create trigger sealed_events_append_only before update or delete or truncate on sealed.events
  for each statement execute function refuse_change();

-- Whom the next round of mail tells that there is something to read; it never says what.
create table sealed.notices (
  person_id uuid primary key references people
);

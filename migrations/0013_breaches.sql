-- Failures of personal data protection (UU 27/2022, art. 46): what is known, the 3 x 24 hours, and everything done.

create table privacy_breaches (
  id uuid primary key,
  institution_id text not null references institutions,
  noticed_at timestamptz not null,
  -- As known now; every earlier state stands in the entries.
  facts jsonb not null,
  case_ids uuid[] not null,
  clock jsonb not null,
  affected_told_at timestamptz,
  authority_told_at timestamptz,
  closed_at timestamptz,
  version integer not null check (version > 0),
  recorded_at timestamptz not null
);
create index privacy_breaches_institution on privacy_breaches (institution_id, noticed_at desc, id desc);

create table privacy_breach_entries (
  breach_id uuid not null references privacy_breaches,
  number integer not null check (number > 0),
  kind text not null check (kind in ('recorded', 'changed', 'noted', 'told', 'closed')),
  at timestamptz not null,
  person_id uuid not null references people,
  words text not null,
  -- The facts as they were then, or the notice word for word as it was sent.
  data jsonb not null,
  primary key (breach_id, number)
);
create trigger privacy_breach_entries_kept before update or delete or truncate on privacy_breach_entries
  for each statement execute function refuse_change();

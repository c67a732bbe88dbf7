-- Destruction of identities whose purpose is over (UU 27/2022, art. 43 and 44): the periods that institutions set, what
-- one person proposed and another confirmed, and the register of what is gone, which holds no personal data.

create table retention_settings (
  institution_id text not null references institutions,
  class_id text not null,
  set_at timestamptz not null,
  set_by uuid not null references people,
  amount integer not null check (amount > 0),
  unit text not null check (unit in ('day', 'month', 'year')),
  -- The decree, schedule or reason that it rests on.
  basis text not null check (basis <> ''),
  primary key (institution_id, class_id, set_at)
);
create trigger retention_settings_kept before update or delete on retention_settings
  for each row execute function refuse_change();

create table destruction_runs (
  id uuid primary key,
  institution_id text not null references institutions,
  class_id text not null,
  rule text not null,
  case_ids uuid[] not null,
  proposed_by uuid not null references people,
  proposed_at timestamptz not null,
  state text not null check (state in ('proposed', 'withdrawn', 'executed')),
  ended_by uuid references people,
  ended_at timestamptz,
  check (state <> 'executed' or ended_by <> proposed_by)
);
create index destruction_runs_institution on destruction_runs (institution_id, proposed_at desc);

create table deletions (
  case_id uuid not null references cases,
  at timestamptz not null,
  class_id text not null,
  -- By which rule, or for which reason one case was taken by itself.
  rule text not null,
  files integer not null,
  -- Who proposed and who confirmed; one person where it was an act on one case, nobody where the command line did it.
  proposed_by uuid references people,
  confirmed_by uuid references people,
  run_id uuid references destruction_runs,
  primary key (case_id, at)
);
create index deletions_at on deletions (at desc);
create trigger deletions_kept before update or delete on deletions
  for each row execute function refuse_change();

-- What a legal hold keeps; there is never much of it.
create index cases_held on cases (institution_id) where state ->> 'hold' is not null;

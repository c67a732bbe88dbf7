-- What compliance is counted from: each run of a step of an SOP, and what became of each case. Written by a job
-- after the commit, never by a citizen's request; all of it can be made again from case_events at any time.
-- A value that changed over time lies in two arrays, since when and what: at a moment t it is
-- what[width_bucket(t, since)], and null before the first.

create table measured_cases (
  case_id uuid primary key references cases,
  -- The version of the case up to which its log was read.
  version integer not null,
  institution_id text not null,
  procedure_id text not null,
  procedure_version integer not null,
  received_at timestamptz not null,
  -- For the reach of a grant, as they are now.
  area_code text,
  category_id text,
  sealed boolean not null,
  followed_up_at timestamptz,
  reopened_at timestamptz,
  ending_since timestamptz[] not null,
  endings text[] not null,
  unit_since timestamptz[] not null,
  unit_paths text[] not null,
  schedule_since timestamptz[] not null,
  schedules text[] not null,
  overall_since timestamptz[] not null,
  overalls text[] not null
);
create index measured_cases_received on measured_cases (procedure_id, received_at);

create table step_runs (
  case_id uuid not null references cases,
  number integer not null,
  institution_id text not null,
  procedure_id text not null,
  procedure_version integer not null,
  step text not null,
  actors text[] not null,
  unit_id uuid,
  unit_path text,
  area_code text,
  category_id text,
  sealed boolean not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  exit text,
  next_step text,
  limit_amount integer,
  limit_unit text,
  due_since timestamptz[] not null,
  dues timestamptz[] not null,
  outcome_since timestamptz[] not null,
  outcomes text[] not null,
  done_at timestamptz,
  used integer,
  used_unit text not null,
  paused_seconds integer not null,
  primary key (case_id, number)
);
-- The runs of a period; where cases wait now; where they waited on a past day.
create index step_runs_entered on step_runs (procedure_id, entered_at);
create index step_runs_open on step_runs (procedure_id, entered_at) where left_at is null;
create index step_runs_left on step_runs (procedure_id, left_at) where left_at is not null;

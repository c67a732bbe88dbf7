-- Revisions of the working-day calendar that the office keeps itself, laid over the files in calendars/.

create table calendar_revisions (
  id uuid primary key,
  -- A whole year's decree, or a change within a year that has one.
  scope text not null check (scope in ('year', 'amendment')),
  year integer not null check (year between 1990 and 2999),
  decree_number text not null check (decree_number <> ''),
  decree_date date not null,
  signatories text[] not null check (cardinality(signatories) > 0),
  -- Why it is laid in, in a sentence.
  reason text not null,
  -- As domain/clocks/revision.ts has them.
  entries jsonb not null,
  -- The file it was read from, by name; null where it was typed.
  source_name text,
  state text not null default 'draft' check (state in ('draft', 'discarded', 'applied')),
  -- Rises with every change; who changes or applies says which one they looked at.
  version integer not null default 1,
  authors uuid[] not null check (cardinality(authors) > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- The order in which they were applied, which is the order in which they are laid.
  applied_number integer unique,
  applied_by uuid references people check (applied_by <> all (authors)),
  applied_at timestamptz,
  check ((state = 'applied') = (applied_number is not null and applied_by is not null and applied_at is not null))
);
create index calendar_revisions_state on calendar_revisions (state, updated_at desc, id desc);
-- What was applied is a fact; a mistake is mended by another revision.
create trigger calendar_revisions_applied before update or delete on calendar_revisions
  for each row when (old.state = 'applied') execute function refuse_change();
create trigger calendar_revisions_kept before truncate on calendar_revisions
  for each statement execute function refuse_change();

-- How far the open deadlines were counted anew after a revision; goes on from here after a crash.
create table calendar_recounts (
  revision_id uuid primary key references calendar_revisions,
  last_case uuid,
  moved integer not null default 0,
  done_at timestamptz
);

-- Whose calendar the shown deadline is counted by, so that a list counts as the case does.
alter table cases
  add column due_area text,
  add column due_unit_path text;
-- Every case that may have a running clock, in the order in which a recount goes through them.
create index cases_with_clocks on cases (id) where queue <> 'none' or status = 'merged';

-- From one person to the next: who handed a draft of the calendar over, and who sent it back with which words.

create table calendar_revision_passages (
  revision_id uuid not null references calendar_revisions,
  number integer not null check (number > 0),
  kind text not null check (kind in ('handed-over', 'returned')),
  -- The version that was handed over; once the draft is changed it is another, and in its author's hands again.
  version integer not null,
  person_id uuid not null references people,
  at timestamptz not null,
  -- A request to the second person, or the reason of a return.
  words text not null,
  primary key (revision_id, number),
  check (kind = 'handed-over' or words <> '')
);
create trigger calendar_revision_passages_kept before update or delete on calendar_revision_passages
  for each row execute function refuse_change();

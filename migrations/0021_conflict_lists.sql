-- Whom a case is about: they neither see it nor act on it. Follows from the state of the case; lists ask here.

create table case_conflicts (
  case_id uuid not null references cases,
  -- Id of the entry in the case's log.
  id uuid not null,
  person_id uuid references people,
  unit_id uuid references units,
  unit_path text,
  primary key (case_id, id),
  check ((person_id is null) <> (unit_id is null) and (unit_id is null) = (unit_path is null))
);
-- A unit that cases are about does not move in the tree.
create index case_conflicts_unit on case_conflicts (unit_path text_pattern_ops) where unit_path is not null;

-- A name as it may stand in a citizen's text: its words in lower case, without titles and degrees.
create function words_of_name(name text) returns text language sql immutable strict parallel safe as $$
  select trim(regexp_replace(
    regexp_replace(lower(regexp_replace(name, ',.*$', '')), '[^[:alnum:]]+', ' ', 'g'),
    '^ ?((prof|dr|drs|dra|ir|h|hj|kh|ns|apt) )*', ''))
$$;
-- The first two of them, by which a name is found; a name of one word is not looked for.
create function start_of_name(name text) returns text language sql immutable strict parallel safe as $$
  select substring(public.words_of_name(name) from '^[[:alnum:]]+ [[:alnum:]]+')
$$;
create index people_start_of_name on people (institution_id, start_of_name(name)) where active;

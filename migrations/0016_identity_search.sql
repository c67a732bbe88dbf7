-- Finding a case by what its reporter gave, typed in full. Keyed hashes, beside the wrapped keys: an ordinary backup
-- holds none, so that nothing can be tried against an identity that was destroyed since.
create table vault.search_hashes (
  subject uuid not null,
  hash bytea not null,
  primary key (hash, subject)
);
create index search_hashes_subject on vault.search_hashes (subject);

-- Who looked for whom and why: never what was typed.
create table identity_searches (
  id uuid primary key,
  person_id uuid not null references people,
  at timestamptz not null,
  kind text not null check (kind in ('phone', 'email', 'national-number')),
  purpose text not null,
  reason text not null,
  -- Ids of the cases that were shown.
  found uuid[] not null
);
create index identity_searches_person on identity_searches (person_id, at desc);
create trigger identity_searches_append_only before update or delete or truncate on identity_searches
  for each statement execute function refuse_change();

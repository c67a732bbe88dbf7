-- Whom people ask about their data: the data protection officer of an institution, as it was set at each time.

create table privacy_contacts (
  institution_id text not null references institutions,
  set_at timestamptz not null,
  set_by uuid not null references people,
  -- The function, never a private name: it outlives who holds it.
  office text not null check (office <> ''),
  email text not null,
  phone text not null,
  address text not null,
  primary key (institution_id, set_at),
  check (email <> '' or phone <> '' or address <> '')
);
create trigger privacy_contacts_kept before update or delete on privacy_contacts
  for each row execute function refuse_change();

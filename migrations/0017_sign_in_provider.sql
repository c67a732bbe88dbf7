-- Staff who sign in by the institution's own provider (OpenID Connect), and roles that follow its groups.

-- Who an account at the provider is. Never by an e-mail address: that may be given to somebody else.
create table provider_links (
  issuer text not null,
  subject text not null,
  person_id uuid not null references people,
  linked_at timestamptz not null,
  -- Null: whoever held the invitation linked it.
  linked_by uuid references people,
  primary key (issuer, subject),
  unique (person_id, issuer)
);

-- What membership of a group gives, looked up anew at each sign-in.
create table group_roles (
  id uuid primary key,
  institution_id text not null references institutions,
  group_name text not null,
  role_id text not null references roles,
  unit_id uuid references units,
  area_code text references areas,
  category_id text references categories,
  created_at timestamptz not null,
  unique nulls not distinct (institution_id, group_name, role_id, unit_id, area_code, category_id)
);

-- Not null: held because of this group, and taken away with it. What an administrator gave has none.
alter table person_roles add column from_group text;

-- Whether the provider opened this session; signing out then ends the session there as well.
alter table sessions add column by_provider boolean not null default false;

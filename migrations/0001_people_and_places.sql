-- Institutions, their unit trees, areas, categories, and the people who work there.

create table institutions (
  id text primary key check (id ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  short_name text not null,
  zone text not null default 'Asia/Jakarta',
  procedure_id text not null,
  -- Unit that verifies; shown to the reporter until a unit is responsible.
  front_unit_id uuid,
  description jsonb not null default '{}',
  active boolean not null default true,
  created_at timestamptz not null default now()
);

create table units (
  id uuid primary key,
  institution_id text not null references institutions,
  parent_id uuid references units,
  name text not null,
  kind text not null,
  zone text not null default 'Asia/Jakarta',
  area_code text,
  -- Materialised path of ids, '/<root>/<child>/'; a subtree is a prefix.
  path text not null unique,
  -- False where the source of the name could not be checked.
  verified boolean not null default true,
  active boolean not null default true,
  created_at timestamptz not null default now()
);
create index units_institution on units (institution_id, path text_pattern_ops);
alter table institutions add constraint institutions_front_unit foreign key (front_unit_id) references units;

create table areas (
  code text primary key,
  name text not null,
  level text not null check (level in ('province', 'regency', 'district', 'village')),
  parent_code text references areas,
  -- 'desa, kecamatan, kabupaten, provinsi' for people; lower-case words for the search.
  full_name text not null,
  search text not null
);
create extension if not exists pg_trgm;
create index areas_parent on areas (parent_code, name);
create index areas_search on areas using gin (search gin_trgm_ops);

create table categories (
  id text primary key,
  institution_id text not null references institutions,
  parent_id text references categories,
  name jsonb not null,
  default_unit_id uuid references units,
  -- What a complaint of this kind usually is; the verifier decides.
  suggests_oversight boolean not null default false,
  active boolean not null default true,
  position integer not null default 0
);
create index categories_institution on categories (institution_id, position);

create table roles (
  id text primary key,
  name jsonb not null,
  permissions text[] not null
);

create table people (
  id uuid primary key,
  institution_id text references institutions,
  unit_id uuid references units,
  name text not null,
  email text not null,
  password_hash text,
  active boolean not null default true,
  locale text not null default 'id',
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now()
);
create unique index people_email on people (lower(email));
create index people_unit on people (unit_id);

create table person_roles (
  person_id uuid not null references people,
  role_id text not null references roles,
  -- Reach on two axes; null means all of the institution.
  unit_id uuid references units,
  area_code text references areas,
  category_id text references categories,
  granted_at timestamptz not null default now(),
  unique nulls not distinct (person_id, role_id, unit_id, area_code, category_id)
);

-- Opaque sessions: only the hash of the cookie is stored.
create table sessions (
  token_hash bytea primary key,
  person_id uuid not null references people,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text not null default ''
);
create index sessions_person on sessions (person_id);

-- Fixed-window counters for rate limits; one store, so several nodes share them.
create table rate_counters (
  key text not null,
  window_start timestamptz not null,
  count integer not null default 1,
  primary key (key, window_start)
);

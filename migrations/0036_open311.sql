-- Programs of others that report here for people and follow what they reported (Open311). Nothing that a person wrote.

create table api_clients (
  id uuid primary key,
  institution_id text not null references institutions,
  -- What the administrator calls it: the name of an app or of a city.
  name text not null check (length(name) between 1 and 120),
  -- Keyed hash of the key, which is shown once and kept nowhere; null: revoked.
  key_hash bytea unique check (length(key_hash) = 32),
  issued_at timestamptz not null,
  revoked_at timestamptz,
  unique (institution_id, name)
);

-- What a client filed, by a number of its own: neither the case's nor its code.
create table client_requests (
  id uuid primary key,
  client_id uuid not null references api_clients,
  case_id uuid not null unique references cases,
  filed_at timestamptz not null
);
create index client_requests_client on client_requests (client_id, filed_at desc);

-- Updates that a client sent, by a keyed hash of its own id of them: sent twice, taken once.
create table client_updates (
  client_id uuid not null references api_clients,
  sent_hash bytea not null check (length(sent_hash) = 32),
  request_id uuid not null references client_requests,
  seq integer not null,
  primary key (client_id, sent_hash)
);

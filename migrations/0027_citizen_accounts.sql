-- Accounts that citizens may have and never need: an address that is sealed, sessions, and the cases kept in them.

create table citizen_accounts (
  id uuid primary key,
  -- The address, sealed; its key lies in vault.keys under this id.
  sealed bytea not null,
  created_at timestamptz not null,
  -- Noted some times an hour; an account that nobody comes back to is destroyed.
  last_seen_at timestamptz not null
);
create index citizen_accounts_last_seen on citizen_accounts (last_seen_at);

-- By what an account is found: in the vault, so that an ordinary backup holds nothing to try addresses against.
create table vault.account_addresses (
  hash bytea primary key,
  account_id uuid not null unique
);

-- Codes on their way. The same row is written whether the address has an account or not.
create table citizen_codes (
  id uuid primary key,
  -- What the browser that asked holds: a code is good there alone.
  token_hash bytea not null unique,
  code_hash bytea not null,
  -- The address, and the code until it is sent; its key lies in vault.keys under this id.
  sealed bytea not null,
  locale text not null,
  tries smallint not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index citizen_codes_expires on citizen_codes (expires_at);

create table citizen_sessions (
  token_hash bytea primary key,
  account_id uuid not null references citizen_accounts on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text not null default ''
);
create index citizen_sessions_account on citizen_sessions (account_id);
create index citizen_sessions_expires on citizen_sessions (expires_at);

-- Ids of cases are ordered by time, so that the key gives the list of an account, newest first.
create table citizen_cases (
  account_id uuid not null references citizen_accounts on delete cascade,
  case_id uuid not null references cases,
  kept_at timestamptz not null,
  primary key (account_id, case_id)
);
create index citizen_cases_case on citizen_cases (case_id);

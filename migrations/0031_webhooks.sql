-- Systems of others that are told, by signed letters to an address of theirs, what happens to cases of an institution.

create table webhook_subscriptions (
  id uuid primary key,
  institution_id text not null references institutions,
  url text not null,
  -- What it is told of, words of src/domain/webhooks.
  events text[] not null,
  -- stopped: by us, after days in which nothing arrived.
  state text not null check (state in ('active', 'paused', 'stopped')),
  -- Failures since the last letter that arrived, when they began, and when we try again.
  failures integer not null default 0,
  failing_since timestamptz,
  retry_at timestamptz,
  delivered_at timestamptz,
  created_at timestamptz not null
);
create index webhook_subscriptions_institution on webhook_subscriptions (institution_id);

-- What letters are signed with. Two are good at once while the receiver changes over.
create table webhook_secrets (
  id uuid primary key,
  subscription_id uuid not null references webhook_subscriptions on delete cascade,
  wrapped_key bytea not null,
  sealed bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index webhook_secrets_subscription on webhook_secrets (subscription_id);

-- One letter each, and what became of it. `content` holds nothing personal: status, step and deadlines of a case.
create table webhook_deliveries (
  id uuid primary key,
  subscription_id uuid not null references webhook_subscriptions on delete cascade,
  case_id uuid not null references cases,
  -- The event of the case; letters of one case go in this order.
  seq integer not null,
  type text not null,
  at timestamptz not null,
  content jsonb not null,
  state text not null check (state in ('waiting', 'delivered', 'given-up')),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  tried_at timestamptz,
  status integer,
  fault text,
  milliseconds integer,
  unique (subscription_id, case_id, seq)
);
create index webhook_deliveries_waiting on webhook_deliveries (subscription_id, next_try_at) where state = 'waiting';
create index webhook_deliveries_log on webhook_deliveries (subscription_id, id);
create index webhook_deliveries_at on webhook_deliveries (subscription_id, at);
create index webhook_deliveries_case on webhook_deliveries (case_id);
create index webhook_deliveries_age on webhook_deliveries (at);

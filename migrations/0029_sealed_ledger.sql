-- What happened to a case of the sealed door, and who read it, stands in chains of its own (docs/adr/0025), beside the
-- ledger that others see. Nothing here says what, who or when: that lies under the key of the chain.

create table sealed.chains (
  chain text primary key,
  institution_id text not null unique references institutions,
  -- Subject of its key in vault.keys.
  id uuid not null unique
);

create table sealed.entries (
  chain text not null references sealed.chains,
  seq bigint not null check (seq > 0),
  kind text not null check (kind in ('case.event', 'sealed.entry', 'ledger.broken')),
  -- The event that it stands for, as it is stored.
  case_id uuid,
  fact_seq integer check (fact_seq > 0),
  -- SHA-256 of the case's row after the act.
  case_digest bytea check (length(case_digest) = 32),
  -- What it says itself, under the key of the chain.
  content bytea,
  -- SHA-256 over the hash before it, the number, and the digest of all this.
  hash bytea not null check (length(hash) = 32),
  primary key (chain, seq),
  check ((case_id is null) = (fact_seq is null))
);
create unique index sealed_entries_fact on sealed.entries (case_id, fact_seq);

-- Where each chain stands, signed anew with every addition, and where it stood on each day: under the key of the chain,
-- since they tell when something was done.
create table sealed.heads (
  chain text primary key references sealed.chains,
  content bytea not null
);
create table sealed.anchors (
  chain text not null references sealed.chains,
  nth integer not null check (nth > 0),
  content bytea not null,
  primary key (chain, nth)
);

create trigger sealed_entries_append_only before update or delete or truncate on sealed.entries
  for each statement execute function refuse_change();
create trigger sealed_anchors_append_only before update or delete or truncate on sealed.anchors
  for each statement execute function refuse_change();
alter table sealed.entries enable always trigger sealed_entries_append_only;
alter table sealed.anchors enable always trigger sealed_anchors_append_only;
alter table sealed.events enable always trigger sealed_events_append_only;

-- The keys of its chains are the inspectorate's, too.
create or replace function vault.is_inspectorates(of_subject uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select pg_catalog.has_schema_privilege(session_user, 'sealed', 'usage') and (
    exists (select from sealed.cases c where c.id = of_subject)
    or exists (select from sealed.chains c where c.id = of_subject)
    or exists (select from public.cases c where c.id = of_subject and c.status = 'sealed')
    or exists (select from public.attachments a join public.cases c on c.id = a.case_id
                where a.id = of_subject and c.status = 'sealed'))
$$;

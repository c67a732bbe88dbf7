-- The ledger: what was done and what was read, as a chain of hashes for each institution and one for the
-- installation ('*'); docs/adr/0015. In a schema of its own, so that rights can be laid over it whole.

create schema ledger;

-- Entries wait here from the act that wrote them until the chain takes them up, a second or two later. Nobody who
-- acts waits for the chain.
create table ledger.inbox (
  id bigint generated always as identity primary key,
  chain text not null,
  kind text not null,
  at timestamptz not null,
  -- 'person:<id>', 'reporter', 'system', 'nobody': never a name.
  actor text not null,
  -- Whom or what it was done to: 'person:<id>', 'procedure:<id>@<version>'.
  subject text,
  case_id uuid,
  -- Ids and words of closed lists; nothing that a person typed.
  details jsonb
);

-- Cases whose newest events the chain has not taken up: a row for each act, written by the job that follows it.
create table ledger.announced (case_id uuid not null);

create table ledger.entries (
  chain text not null,
  seq bigint not null check (seq > 0),
  kind text not null,
  -- Null where the entry stands for a fact of a case, which says it itself.
  at timestamptz,
  actor text,
  subject text,
  details jsonb,
  case_id uuid,
  -- Which fact of the case (ledger.facts): an event by its number, 0 the submission as it was received.
  fact_seq integer,
  -- Random: without it the hash of a short content could be guessed by trying.
  salt bytea not null check (length(salt) = 16),
  -- SHA-256 over the hash before it, the number, and the digest of salt and content.
  hash bytea not null check (length(hash) = 32),
  primary key (chain, seq),
  check (fact_seq is null or case_id is not null),
  check ((fact_seq is null) = (at is not null and actor is not null))
);
-- No fact is entered twice.
create unique index entries_fact on ledger.entries (case_id, fact_seq) where fact_seq is not null;
create index entries_about_case on ledger.entries (case_id, seq) where case_id is not null and fact_seq is null;

-- Where each chain stands, signed anew with every addition.
create table ledger.heads (
  chain text primary key,
  seq bigint not null,
  hash bytea not null,
  at timestamptz not null,
  signature bytea not null
);

-- Once a day for each chain that grew: where it stood, signed, to be handed to somebody outside.
create table ledger.anchors (
  chain text not null,
  -- The day in Jakarta.
  date date not null,
  at timestamptz not null,
  seq bigint not null,
  hash bytea not null check (length(hash) = 32),
  -- Root of the tree over the hashes of the entries since the anchor before: proves one entry without the others.
  root bytea not null check (length(root) = 32),
  -- SHA-256 of the statement of the anchor before, so that none can be left out.
  previous bytea not null check (length(previous) = 32),
  signature bytea not null,
  primary key (chain, date),
  unique (chain, seq)
);

-- What entries stand for, as the very texts that are hashed: events, and the submission as it was received.
create view ledger.event_facts as
  select case_id, seq, type, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
         actor::text as actor, data::text as data
    from public.case_events;
create view ledger.submission_facts as
  select case_id, 0 as seq, 'Submission' as type,
         to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
         '{"kind": "reporter"}' as actor,
         jsonb_build_object('id', id, 'channel', channel, 'externalId', external_id, 'text', text,
           'occurredOn', occurred_on, 'place', place, 'institutionNamed', institution_named, 'locale', locale,
           'enteredAt', to_char(entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           'enteredBy', entered_by)::text as data
    from public.submissions where id = case_id;
create view ledger.facts as
  select * from ledger.event_facts union all select * from ledger.submission_facts;

-- Also where a session calls itself a replica. The owner of the tables can still take a trigger away: that it was
-- done is what the chain shows.
create trigger entries_append_only before update or delete or truncate on ledger.entries
  for each statement execute function public.refuse_change();
create trigger anchors_append_only before update or delete or truncate on ledger.anchors
  for each statement execute function public.refuse_change();
alter table ledger.entries enable always trigger entries_append_only;
alter table ledger.anchors enable always trigger anchors_append_only;
alter table case_events enable always trigger case_events_append_only;

-- The cases from before the ledger are entered as they are found.
insert into ledger.announced select id from cases order by id;

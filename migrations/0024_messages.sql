-- What comes by a channel that speaks in messages (SMS first), and what is answered there. A message is kept before it is
-- acknowledged, and read afterwards (docs/adr/0020).

create table messages (
  id uuid primary key,
  -- In the order in which they came; many come in one moment.
  seq bigint generated always as identity,
  channel text not null,
  -- Which of our lines or accounts it came by: an operator's name.
  account text not null,
  -- Keyed hash of the sender: messages of one sender are read in their order, and nobody can be found by trying numbers.
  sender bytea not null check (length(sender) = 16),
  received_at timestamptz not null,
  state text not null check (state in ('waiting', 'read', 'set-aside')),
  -- What it was taken for, a word of a closed list; null until it is read.
  taken_as text,
  case_id uuid references cases,
  -- Sealed under a key of its own (vault.keys): who wrote, what, and what we answered.
  content bytea not null,
  reply text check (reply in ('queued', 'sent', 'delivered', 'failed', 'given-up')),
  attempts integer not null default 0,
  last_error text,
  updated_at timestamptz not null
);
create index messages_waiting on messages (channel, sender, seq) where state = 'waiting';
create index messages_sender on messages (channel, sender, received_at desc);
create index messages_received on messages (received_at) where state <> 'waiting';
create index messages_case on messages (case_id) where case_id is not null;
create index messages_replies on messages (reply, received_at desc) where reply is not null;

-- Every part that we sent, by the id that the other side gave it: what becomes of it is told by that id, sometimes before
-- we have written down that it was sent.
create table sent_parts (
  channel text not null,
  account text not null,
  source_id text not null,
  message_id uuid references messages on delete cascade,
  notification_id uuid references notifications on delete cascade,
  -- null: nothing was told yet.
  outcome text check (outcome in ('delivered', 'failed')),
  at timestamptz not null,
  primary key (channel, account, source_id)
);
create index sent_parts_at on sent_parts (at);
create index sent_parts_message on sent_parts (message_id) where message_id is not null;
create index sent_parts_notification on sent_parts (notification_id) where notification_id is not null;

-- Senders who asked us to be silent there.
create table muted_senders (
  channel text not null,
  sender bytea not null check (length(sender) = 16),
  at timestamptz not null,
  primary key (channel, sender)
);

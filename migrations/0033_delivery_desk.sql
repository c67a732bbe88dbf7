-- What comes in and goes out can be looked after by people (docs/adr/0028): a message whose reading fails ends as a line of
-- a list, and whatever is sent, an answer or a notice, goes through one life cycle.

alter table messages drop constraint messages_state_check;
alter table messages
  add constraint messages_state_check check (state in ('waiting', 'read', 'set-aside', 'discarded')),
  -- In whose list it stands: its case's institution, else its mailbox's, else the one that takes in what names none.
  add column institution_id text references institutions,
  -- The first part of the long message that this one belongs to; it stands for the whole.
  add column part_of uuid references messages on delete cascade,
  -- How often reading it has failed.
  add column readings integer not null default 0,
  -- Somebody looked at it and lets it in: read like any other, or as a report whatever it says.
  add column let_in text check (let_in in ('itself', 'report')),
  -- Why somebody laid it aside for good; a word of a closed list.
  add column discarded_as text check ((discarded_as is not null) = (state = 'discarded')),
  -- When its answer was put into the queue, first or anew, and when it is tried next.
  add column queued_at timestamptz,
  add column next_at timestamptz,
  -- Why somebody gave its answer up; a word of a closed list.
  add column given_up_as text;

update messages set
  institution_id = coalesce(
    (select c.institution_id from cases c where c.id = messages.case_id),
    (select i.id from institutions i where i.active order by i.created_at, i.id limit 1)),
  queued_at = case when reply is null then null else updated_at end
 where state <> 'waiting';

alter table notifications
  add column institution_id text references institutions,
  -- It may wait until the morning where its reader lives.
  add column can_wait boolean not null default false,
  add column queued_at timestamptz,
  add column next_at timestamptz,
  add column given_up_as text;
-- A notice of a deputyship has no case: it stands in the list of its reader's institution.
update notifications n set
  institution_id = coalesce(
    (select c.institution_id from cases c where c.id = n.case_id),
    (select p.institution_id from people p where p.id = n.person_id)),
  queued_at = n.created_at;

create index messages_parts on messages (part_of) where part_of is not null;

-- The two lists of the desk: of each institution, state (and channel) the latest first.
create index messages_in on messages (institution_id, state, received_at desc, id desc) where state <> 'waiting';
drop index messages_replies;
create index messages_out on messages (institution_id, reply, channel, received_at desc, id desc) where reply is not null;
drop index notifications_status;
create index notifications_out on notifications (institution_id, status, channel, created_at desc, id desc)
  where status <> 'readable';
-- What waits to go out by a channel: few, and looked at often.
create index messages_unsent on messages (channel, queued_at) where reply in ('queued', 'failed');
create index notifications_unsent on notifications (channel, queued_at) where status in ('queued', 'failed') and channel <> 'letter';

-- Senders whom somebody lets write as much as they like, and from a name.
create table allowed_senders (
  channel text not null,
  sender bytea not null check (length(sender) = 16),
  at timestamptz not null,
  person_id uuid not null references people,
  primary key (channel, sender)
);

-- How each line to an operator stands, as the server that holds it tells twice a minute.
create table channel_lines (
  channel text not null,
  account text not null,
  node uuid not null,
  -- The number or address that we send from.
  source text not null,
  is_up boolean not null,
  -- Whether it holds a session, in which silence means something; a gateway speaks when there is something to say.
  is_session boolean not null,
  -- When the other side last gave any sign of life, and when a message last came.
  heard_at timestamptz,
  message_at timestamptz,
  told_at timestamptz not null,
  primary key (channel, account, node)
);

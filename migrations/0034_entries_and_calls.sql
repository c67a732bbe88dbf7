-- What an officer takes in for somebody else: papers that lie sealed, answers by letter, telephone calls (docs/adr/0029).

alter table attachments drop constraint attachments_purpose_check;
alter table attachments add constraint attachments_purpose_check
  check (purpose in ('evidence', 'family-card', 'report', 'identity-document', 'power-of-attorney', 'letter'));

-- Letters that wait to be printed, and those that were.
create index notifications_letters on notifications (created_at, id) where channel = 'letter';
create index notifications_letters_case on notifications (case_id) where channel = 'letter';
create index notifications_letters_waiting on notifications (created_at, id) where channel = 'letter' and status = 'queued';

create table calls (
  id uuid primary key,
  institution_id text not null references institutions,
  -- The telephone system's own id of the call; null where an agent began it by hand.
  source_id text,
  -- Who answers it; null while it rings for everybody.
  agent_id uuid references people,
  state text not null check (state in ('ringing', 'answered', 'ended')),
  began_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  -- The caller's number under a key of its own (vault.keys), until the call is wrapped up, a day at most.
  caller bytea,
  case_id uuid references cases,
  wrap_up text,
  wrapped_up_at timestamptz,
  check ((wrap_up is null) = (wrapped_up_at is null))
);
create unique index calls_source on calls (institution_id, source_id) where source_id is not null;
create index calls_open on calls (institution_id, began_at) where wrapped_up_at is null;
create index calls_numbered on calls (began_at) where caller is not null;
create index calls_case on calls (case_id) where case_id is not null;

-- The board of the command centre: urgent cases by their deadline.
create index cases_urgent on cases (institution_id, due_at, id) where urgent;

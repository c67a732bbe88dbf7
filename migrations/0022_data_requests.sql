-- What reporters asked about their own data, for the list of who answers for it. The case holds the rest.

create table data_requests (
  case_id uuid not null references cases,
  number integer not null check (number > 0),
  kind text not null check (kind in ('restriction', 'objection', 'erasure')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  primary key (case_id, number)
);
-- What waits for an answer, the most urgent first; there is never much of it.
create index data_requests_open on data_requests (due_at, case_id, number) where answered_at is null;
create index data_requests_answered on data_requests (answered_at desc) where answered_at is not null;

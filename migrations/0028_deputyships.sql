-- Who stands in for whom while they are absent. Nothing is ever taken out: what somebody did as a deputy is to be explained later.

create table deputyships (
  id uuid primary key,
  absent_id uuid not null references people,
  deputy_id uuid not null references people,
  -- Both days count, by the clock of Jakarta.
  from_day date not null,
  until_day date not null,
  reason text not null check (reason in ('leave', 'duty-travel', 'illness', 'other')),
  named_by uuid references people,
  named_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references people,
  check (absent_id <> deputy_id),
  check (from_day <= until_day)
);
-- Asked at every request of the deputy; of the absent person on their own page.
create index deputyships_deputy on deputyships (deputy_id, until_day) where ended_at is null;
create index deputyships_absent on deputyships (absent_id, from_day);

-- A work list is drawn from the columns of its rows alone: the state of fifty cases is ten times as much.
alter table cases
  add column unit_name text,
  add column due_zone text,
  add column due_unit text,
  -- The clock that the list shows while it does not count; what is left of it is no way to a date.
  add column paused_clock jsonb;

update cases set
  unit_name = c.state #>> '{unit,name}',
  due_zone = shown.clock ->> 'zone',
  due_unit = shown.clock #>> '{limit,unit}',
  paused_clock = case when c.paused then shown.clock end
from cases as c
left join lateral (
  select clock
  from jsonb_array_elements(c.state -> 'clocks') as clock
  where clock ->> 'rule' = c.due_clock and (clock ->> 'due')::timestamptz = c.due_at
    and clock ->> 'outcome' = case when c.paused then 'paused' else 'running' end
  limit 1) as shown on true
where c.id = cases.id and (c.unit_path is not null or c.due_clock is not null);

-- What the lists of a unit look up besides its own cases: where it was assigned or got a copy.
create index case_units_related on case_units (unit_path text_pattern_ops, case_id) where relation <> 'responsible';

-- Counters of a few minutes: a crash may empty them, so no request waits for the disk because of them.
alter table rate_counters set unlogged;

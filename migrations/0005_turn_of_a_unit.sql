-- A list of one unit in its own order, read only as far as its first page. Cases without a unit are in no such list.
create index cases_unit_queue on cases (unit_path text_pattern_ops, queue, due_at, id)
  where queue <> 'none' and unit_path is not null;
drop index cases_unit_due;
-- A submission has the id of its case; nothing looks for it by another.
drop index submissions_case;

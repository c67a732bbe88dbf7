-- Words of a case may be taken out of its log when it goes to the sealed door, and nothing else may be done to an event
-- (docs/adr/0025): a text becomes empty, everything else stays. The ledger keeps the digest of what stood there.

-- Whether nothing differs but texts that are empty now.
create function is_emptied(was jsonb, now jsonb) returns boolean language plpgsql immutable set search_path = '' as $$
begin
  if was = now then
    return true;
  elsif pg_catalog.jsonb_typeof(was) is distinct from pg_catalog.jsonb_typeof(now) then
    return false;
  end if;
  return case pg_catalog.jsonb_typeof(was)
    when 'string' then now = '""'
    when 'object' then
      (select pg_catalog.count(*) from pg_catalog.jsonb_object_keys(was)) =
      (select pg_catalog.count(*) from pg_catalog.jsonb_object_keys(now))
      and not exists (
        select from pg_catalog.jsonb_each(was) w
         where not now ? w.key or not public.is_emptied(w.value, now -> w.key))
    when 'array' then
      pg_catalog.jsonb_array_length(was) = pg_catalog.jsonb_array_length(now)
      and not exists (
        select from pg_catalog.jsonb_array_elements(was) with ordinality w (value, nth)
         where not public.is_emptied(w.value, now -> (w.nth::integer - 1)))
    else false end;
end $$;

create function refuse_but_emptying() returns trigger language plpgsql as $$
begin
  if (new.case_id, new.seq, new.type, new.at, new.actor) = (old.case_id, old.seq, old.type, old.at, old.actor)
     and public.is_emptied(old.data, new.data)
     and exists (select from public.cases c where c.id = old.case_id and c.status = 'sealed') then
    return new;
  end if;
  raise exception 'append-only table % cannot be changed', tg_table_name using errcode = '42501';
end $$;

drop trigger case_events_append_only on case_events;
create trigger case_events_append_only before delete or truncate on case_events
  for each statement execute function refuse_change();
create trigger case_events_emptied_only before update on case_events
  for each row execute function refuse_but_emptying();
alter table case_events enable always trigger case_events_append_only;
alter table case_events enable always trigger case_events_emptied_only;

-- Row security on the keys of everything sealed (docs/adr/0021): whoever does not own the tables meets those alone that
-- the transaction has named. Which account may do what beside that is laid at each start (src/platform/db/wall-rights.ts).

-- What the transaction opens: cases (the key of their reporter) and sealed files.
create function vault.opening() returns uuid[] language sql stable as $$
  select nullif(pg_catalog.current_setting('tuntas.opening', true), '')::uuid[]
$$;

-- Names them, until the end of the transaction or until others are named.
create function vault.open(subjects uuid[]) returns void language sql volatile as $$
  select pg_catalog.set_config('tuntas.opening', subjects::text, true)
$$;

-- Names one and gives its wrapped key, so that whatever reads a seal needs no statement more.
create function vault.key_of(of_subject uuid) returns bytea language plpgsql volatile as $$
begin
  perform vault.open(array[of_subject]);
  return (select k.wrapped from vault.keys k where k.subject = of_subject);
end $$;

-- The inspectorate's: what came by the sealed door, and the ordinary case that is on its way there. Says nothing to
-- anybody else, since it looks with the eyes of the owner.
create function vault.is_inspectorates(of_subject uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select pg_catalog.has_schema_privilege(session_user, 'sealed', 'usage') and (
    exists (select from sealed.cases c where c.id = of_subject)
    or exists (select from public.cases c where c.id = of_subject and c.status = 'sealed')
    or exists (select from public.attachments a join public.cases c on c.id = a.case_id
                where a.id = of_subject and c.status = 'sealed'))
$$;

alter table vault.keys enable row level security;
create policy what_is_opened on vault.keys using (
  case when pg_catalog.has_schema_privilege('sealed', 'usage') then vault.is_inspectorates(subject)
       else subject = any (vault.opening()) end) with check (true);

-- The job queue closes its tables to everybody but their owner; here the grants say who works on it.
do $$
declare queue_table regclass;
begin
  for queue_table in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
                      where n.nspname = 'graphile_worker' and c.relrowsecurity loop
    execute format('create policy as_granted on %s using (true) with check (true)', queue_table);
  end loop;
end $$;

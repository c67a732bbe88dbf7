import { escapeIdentifier } from 'pg';

/** The names of the accounts that the server works by, beside the one that owns the tables. */
export interface WallNames {
  /** Everything ordinary. */
  readonly app: string;
  /** Puts what waits into the chains of the ledger, and signs them. */
  readonly ledger: string;
  /** The sealed door. */
  readonly inspectorate: string;
}

/**
 * What each account may do, as statements for one transaction of the tables' owner. All of it is taken back first, so
 * that a right which stands here no longer is gone, and a table that a migration has added is under the wall.
 */
export function wallRights(database: string, names: WallNames): string {
  const [app, ledger, inspectorate] = [names.app, names.ledger, names.inspectorate].map(escapeIdentifier);
  const all = [app, ledger, inspectorate].join(', ');
  const schemas = 'public, vault, ledger, sealed, graphile_worker';
  return `
revoke all on all tables in schema ${schemas} from ${all};
revoke all on all sequences in schema ${schemas} from ${all};
revoke all on schema ${schemas} from ${all};
-- A database that began before PostgreSQL 15 lets everybody make tables and functions there.
revoke create on schema public from public;
grant connect on database ${escapeIdentifier(database)} to ${all};
grant usage on schema public, vault, ledger to ${all};

-- The application: the ordinary tables and the queue; of the ledger it reads, and writes what waits.
grant select, insert, update, delete on all tables in schema public to ${app};
revoke all on schema_migrations from ${app};
-- Words leave an event by one way only, on its way to the sealed door.
revoke update on case_events from ${app};
grant select, insert, update, delete on vault.keys to ${app};
grant select, insert, delete on vault.search_hashes, vault.account_addresses to ${app};
grant select on ledger.entries, ledger.heads, ledger.anchors, ledger.inbox,
  ledger.event_facts, ledger.submission_facts, ledger.facts to ${app};
grant insert on ledger.inbox, ledger.announced to ${app};
grant usage on schema graphile_worker to ${app};
grant select, insert, update, delete on all tables in schema graphile_worker to ${app};
grant usage, select on all sequences in schema public, graphile_worker to ${app};

-- The writer of the ledger: adds to the chains, moves their signed ends, and reads what is to be entered.
grant select, insert on ledger.entries, ledger.anchors to ${ledger};
grant select, insert, update on ledger.heads to ${ledger};
grant select, delete on ledger.inbox, ledger.announced to ${ledger};
grant select on ledger.event_facts, ledger.submission_facts, ledger.facts to ${ledger};
grant select (id, institution_id) on cases to ${ledger};

-- The inspectorate: its own tables; who works there; and what it takes a case out of that is handed over to it.
grant usage on schema sealed to ${inspectorate};
grant select, insert, update, delete on all tables in schema sealed to ${inspectorate};
revoke delete on sealed.cases, sealed.heads from ${inspectorate};
revoke update, delete on sealed.chains from ${inspectorate};
grant select, insert on vault.keys to ${inspectorate};
grant select on institutions, units, person_roles, roles, deputyships, calendar_revisions to ${inspectorate};
grant select (id, institution_id, unit_id, name, email, locale, active) on people to ${inspectorate};
grant select (person_id, pending) on totp_factors to ${inspectorate};
grant select (person_id) on passkeys to ${inspectorate};
grant select, update (last_seen_at) on sessions to ${inspectorate};
grant select, update on cases, submissions to ${inspectorate};
grant select on case_events, reporters to ${inspectorate};
grant update (data) on case_events to ${inspectorate};
grant select, delete on attachments, notifications, citizen_cases to ${inspectorate};
grant insert on ledger.inbox to ${inspectorate};
grant select on ledger.entries, ledger.event_facts, ledger.submission_facts, ledger.facts to ${inspectorate};

-- What a trigger keeps as it was written, these accounts can do nothing to that the trigger would have to refuse.
do $wall$
declare kept record;
begin
  for kept in
    select t.tgrelid::regclass as name, bool_or(t.tgtype & 8 <> 0) as no_delete, bool_or(t.tgtype & 16 <> 0) as no_update
      from pg_trigger t
     where t.tgfoid = 'public.refuse_change()'::regprocedure and t.tgqual is null
     group by t.tgrelid
  loop
    if kept.no_update then execute format('revoke update on %s from ${all}', kept.name); end if;
    if kept.no_delete then execute format('revoke delete on %s from ${all}', kept.name); end if;
  end loop;
end $wall$;
`;
}

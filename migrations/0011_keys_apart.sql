-- Wrapped keys lie apart from what they open, in a schema of their own that the ordinary backup leaves out: what is
-- destroyed here then cannot be read from an earlier backup either (docs/adr/0014).

create schema vault;

create table vault.keys (
  -- The case whose reporter is sealed by it, or the sealed file.
  subject uuid primary key,
  -- Id of the secret key (8 bytes), then the key wrapped by it; without an id where it is older than ids.
  wrapped bytea not null
);
insert into vault.keys (subject, wrapped) select case_id, wrapped_key from reporters;
alter table reporters drop column wrapped_key;

-- What keyed hashes are made with, wrapped as well, so that tracking codes outlive a change of SECRET_KEY.
create table vault.hash_keys (
  is_only boolean primary key default true check (is_only),
  -- Null in an installation that is older than this table: its hash keys follow from SECRET_KEY, and are kept at the next start.
  wrapped bytea
);
insert into vault.hash_keys (wrapped) select null where exists (select from cases) or exists (select from sessions);

-- An unkeyed hash of everything that was sent lets a guessed telephone number be tried against it. New ones are keyed.
update submissions set request_hash = null where request_hash is not null;

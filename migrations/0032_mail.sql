-- E-mail on the frame of messages (docs/adr/0027): a message may have a name at its source, by which it is told again,
-- and more to it than words, which lies sealed among the files.
alter table messages
  -- Keyed hash of what tells the same message again; null where the channel has nothing of the kind.
  add column source_id bytea check (length(source_id) = 16),
  -- The message as it came lies under its id in the store of files, sealed by the key of this row.
  add column has_raw boolean not null default false;
create unique index messages_source on messages (channel, source_id) where source_id is not null;

-- What our own mail server found out about who sent it; null: nobody looked.
alter table submissions
  add column sender_check text check (sender_check in ('proven', 'unproven', 'contradicted'));

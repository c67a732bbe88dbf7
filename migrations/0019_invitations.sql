-- An invitation leads somebody who was added without a password to their account, once and for some days.

create table invitations (
  id uuid primary key,
  person_id uuid not null references people,
  -- The link's secret, as a keyed hash; the link itself is in the letter alone.
  token_hash bytea not null unique,
  -- Sealed until the letter is out, then gone.
  wrapped_key bytea,
  sealed bytea,
  created_at timestamptz not null,
  created_by uuid references people,
  expires_at timestamptz not null,
  -- 'given': the link was shown to the administrator, since no mail can be sent from here.
  delivery text not null check (delivery in ('waiting', 'sent', 'failed', 'given')),
  attempts integer not null default 0
);
create unique index invitations_person on invitations (person_id);

-- Passkeys (WebAuthn): a key that its owner's device keeps, and of which only the public half is here.

create table passkeys (
  -- The credential's id as the authenticator made it, base64url.
  id text primary key,
  person_id uuid not null references people,
  -- What its owner calls it: "Ponsel", "Kunci di laci".
  name text not null,
  public_key bytea not null,
  -- The authenticator's count of signatures; one that goes back tells of a copy.
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_person on passkeys (person_id);

-- What was given out to be signed and has not come back; each is good once, for some minutes.
create table passkey_challenges (
  challenge_hash bytea primary key,
  purpose text not null check (purpose in ('sign-in', 'proof', 'register')),
  -- Null: whoever signs in by a passkey alone.
  person_id uuid references people,
  expires_at timestamptz not null
);
create index passkey_challenges_expiry on passkey_challenges (expires_at);

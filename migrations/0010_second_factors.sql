-- A second factor for those who sign in, and a session that waits for it.

alter table roles add column second_factor text not null default 'optional'
  check (second_factor in ('required', 'optional'));

-- Not null: the password was right, and the session is good for this step alone.
alter table sessions
  add column awaits text check (awaits in ('second-factor', 'enrolment')),
  -- The last time that a password or a code was given in this session; null: when it began.
  add column proved_at timestamptz;

-- The secret of an authenticator app, sealed by the installation's keys for this person alone.
create table totp_factors (
  person_id uuid not null references people,
  -- Shown as a QR code and not confirmed by a first code yet; the one in use stays until it is.
  pending boolean not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  -- Number of the latest half minute whose code was taken; none is taken twice.
  last_step bigint not null default 0,
  created_at timestamptz not null,
  primary key (person_id, pending)
);

-- Keyed hashes only; a used one is gone.
create table recovery_codes (
  person_id uuid not null references people,
  code_hash bytea not null,
  created_at timestamptz not null,
  primary key (person_id, code_hash)
);

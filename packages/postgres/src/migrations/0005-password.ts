/** Passwords, their tries, and sign-ins by password and code. */
export const password = /* sql */ `
-- By the keyed hash of the user ID, which is also the name under which OPAQUE knows it. The row of
-- the empty hash is nobody's: whoever has no password is answered from it.
create table mitid.password (
  user_id_index bytea primary key,
  person_id text unique references mitid.person,
  -- The OPAQUE record, under the system's key: it is opened before anybody is known.
  record bytea not null,
  set_at timestamptz not null,
  check ((person_id is null) = (user_id_index = ''))
);

-- Counters of tries, by hashes of user ID and place. They exist for user IDs that nobody has.
create table mitid.password_try (
  key bytea primary key,
  count integer not null,
  at timestamptz,
  wait_until timestamptz
) with (fillfactor = 70);
create index password_try_at on mitid.password_try (at);

-- A password that is being proved, or was proved, on the page of a sign-in.
create table mitid.password_login (
  id text primary key,
  browser bytea not null,
  user_id_hash bytea not null,
  own_try bytea not null,
  -- OPAQUE's state between its two messages, under the system's key: for one answer.
  login bytea,
  login_until timestamptz not null,
  person_id text references mitid.person,
  -- Session key and offers, under the person's key.
  proved bytea,
  known_browser boolean,
  expires_at timestamptz not null,
  check ((person_id is null) = (proved is null))
) with (fillfactor = 60);
create index password_login_expiry on mitid.password_login (expires_at);

-- A device whose letter's code was given, in the browser that gave it; without one, of a person who
-- had proved anew who they are.
create table mitid.device_attempt (
  id text primary key,
  browser bytea not null,
  device_id text not null references mitid.code_device,
  letter_mac bytea,
  proved_at timestamptz,
  password_proved boolean not null default false,
  until timestamptz not null,
  check ((letter_mac is null) <> (proved_at is null))
);
create index device_attempt_until on mitid.device_attempt (until);

-- Makes the browser that brings it to the sign-in known to the person, once.
create table mitid.browser_pass (
  sha256 bytea primary key,
  person_id text not null references mitid.person,
  until timestamptz not null
);
create index browser_pass_until on mitid.browser_pass (until);

-- What a sign-in was completed with, where no app had a part in it.
alter table mitid.sign_in add column device_kind text;
alter table mitid.sign_in drop constraint if exists sign_in_check;
`

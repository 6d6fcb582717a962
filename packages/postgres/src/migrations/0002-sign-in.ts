/** Profiles of apps, their activations, and sign-ins. */
export const signIn = /* sql */ `
-- Each write of a row pays for every check and reference of its table. What is rewritten at each
-- step of a sign-in names its closed lists as types, which cost nothing, and has neither.
create type mitid.profile_state as enum ('activating', 'active', 'suspended', 'revoked');
create type mitid.suspension as enum ('copied', 'pin', 'person');
create type mitid.pin_draw as enum ('activation', 'pin-change', 'forgotten');
create type mitid.sign_in_state as enum (
  'open', 'claimed', 'approved', 'completed', 'refused', 'aborted');
create type mitid.flow as enum ('qr', 'same', 'code');
create type mitid.assurance as enum ('Low', 'Substantial', 'High');

-- One person in one app installation. Rewritten by every call, so it keeps room on its page.
-- Whoever moves it names the nonce (rn) and the state that were loaded.
create table mitid.profile (
  id text primary key,
  person_id text not null references mitid.person,
  state mitid.profile_state not null,
  suspended_for mitid.suspension,
  dk jsonb not null,
  created_at timestamptz not null,
  rn text not null,
  last_jti text not null,
  last_body_sha256 text not null,
  last_answer bytea not null,
  -- The newest epoch that a registration has drawn, and what its answer said of it.
  pin_drawn integer not null default 0,
  pin_draw_nonce text,
  pin_draw_for mitid.pin_draw,
  -- The epoch in force, and its OPAQUE record under the person's key.
  pin_epoch integer,
  pin_record bytea,
  pin_tries smallint not null default 0,
  pin_wait_until timestamptz,
  pin_login bytea,
  pin_login_until timestamptz,
  code_tries smallint not null default 0,
  code_wait_until timestamptz,
  opened_until timestamptz
) with (fillfactor = 50);
create index profile_person on mitid.profile (person_id);

-- Each binding there has been, since an evidence pack holds the one of its own time.
create table mitid.binding (
  profile_id text not null references mitid.profile,
  pin_epoch integer not null,
  jws text not null,
  primary key (profile_id, pin_epoch)
);

create table mitid.activation (
  id text primary key,
  person_id text not null references mitid.person,
  state text not null check (state in ('issued', 'opened', 'confirmed', 'used', 'ended')),
  code_mac bytea not null unique,
  channel text not null check (channel in ('page', 'letter', 'centre', 'app', 'again')),
  expires_at timestamptz not null,
  profile_id text unique references mitid.profile,
  dk_sha256 text,
  second_mac bytea,
  second_channel text check (second_channel in ('sms', 'email', 'letter')),
  second_to text,
  second_until timestamptz,
  second_tries smallint not null default 0,
  second_sends smallint not null default 0,
  finish_until timestamptz
);
create index activation_person on mitid.activation (person_id);

create table mitid.sign_in (
  id text primary key,
  qid text not null unique,
  state mitid.sign_in_state not null,
  client_id text not null,
  -- SHA-256 of the cookie of the browser that started it.
  browser bytea not null,
  -- What is asked, by whom and from where, under the system's key.
  asked bytea not null,
  bound_person text,
  user_id_hash bytea,
  opened_at timestamptz not null,
  open_until timestamptz not null,
  expires_at timestamptz not null,
  wrong_profiles smallint not null default 0,
  code_mac bytea,
  code_until timestamptz,
  start_sha256 bytea,
  start_until timestamptz,
  profile_id text,
  person_id text,
  flow mitid.flow,
  known_browser boolean,
  -- Offer and approval, letter by letter, under the person's key.
  offer bytea,
  claimed_at timestamptz,
  approval bytea,
  pin_epoch integer,
  remember boolean,
  approved_at timestamptz,
  return_sha256 bytea,
  return_until timestamptz,
  returned_at timestamptz,
  receipt bytea,
  statement bytea,
  sub text,
  loa mitid.assurance,
  aal mitid.assurance,
  phr boolean,
  completed_at timestamptz,
  ended_reason text,
  ended_at timestamptz
) with (fillfactor = 60);
-- Ciphertexts are not worth compressing.
alter table mitid.sign_in alter asked set storage external, alter offer set storage external,
  alter approval set storage external, alter receipt set storage external,
  alter statement set storage external;
-- No index names what the moves of most sign-ins change: the state, the user ID, the expiry.
-- For what an app has claimed; a move of one sign-in names its profile too, and must not come this way.
create index sign_in_profile on mitid.sign_in (profile_id, claimed_at) where claimed_at is not null;
create index sign_in_code on mitid.sign_in (code_mac) where code_mac is not null;
create unique index sign_in_return on mitid.sign_in (return_sha256)
  where return_sha256 is not null;

-- Browsers that a person has used, and from when each counts as known to them.
create table mitid.known_browser (
  browser bytea not null,
  person_id text not null references mitid.person,
  known_from timestamptz not null,
  primary key (browser, person_id)
);
`

/** Profiles of apps, their activations, and sign-ins. */
export const signIn = /* sql */ `
-- One person in one app installation. Rewritten by every call, so it keeps room on its page.
-- Whoever moves it names the nonce (rn) and the state that were loaded.
create table mitid.profile (
  id text primary key,
  person_id text not null references mitid.person,
  state text not null check (state in ('activating', 'active', 'suspended', 'revoked')),
  suspended_for text check (suspended_for in ('copied', 'pin', 'person')),
  dk jsonb not null,
  created_at timestamptz not null,
  rn text not null,
  last_jti text not null,
  last_body_sha256 text not null,
  last_answer bytea not null,
  -- The newest epoch that a registration has drawn, and what its answer said of it.
  pin_drawn integer not null default 0,
  pin_draw_nonce text,
  pin_draw_for text check (pin_draw_for in ('activation', 'pin-change')),
  -- The epoch in force, and its OPAQUE record under the person's key.
  pin_epoch integer,
  pin_record bytea,
  pin_tries smallint not null default 0 check (pin_tries between 0 and 9),
  pin_wait_until timestamptz,
  pin_login bytea,
  pin_login_until timestamptz,
  code_tries smallint not null default 0,
  code_wait_until timestamptz,
  opened_until timestamptz,
  check ((state = 'suspended') = (suspended_for is not null)),
  check ((state = 'active') = (pin_record is not null))
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
  channel text not null check (channel in ('page', 'letter', 'centre')),
  expires_at timestamptz not null,
  profile_id text unique references mitid.profile,
  dk_sha256 text,
  second_mac bytea,
  second_channel text check (second_channel in ('sms', 'email')),
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
  state text not null check (
    state in ('open', 'claimed', 'approved', 'completed', 'refused', 'aborted')),
  client_id text not null references mitid.client,
  -- SHA-256 of the cookie of the browser that started it.
  browser bytea not null,
  -- What is asked, by whom and from where, under the system's key.
  asked bytea not null,
  bound_person text references mitid.person,
  user_id_hash bytea,
  opened_at timestamptz not null,
  open_until timestamptz not null,
  expires_at timestamptz not null,
  wrong_profiles smallint not null default 0,
  code_mac bytea,
  code_until timestamptz,
  start_sha256 bytea,
  start_until timestamptz,
  profile_id text references mitid.profile,
  person_id text references mitid.person,
  flow text check (flow in ('qr', 'same', 'code')),
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
  loa text check (loa in ('Low', 'Substantial', 'High')),
  aal text check (aal in ('Low', 'Substantial', 'High')),
  phr boolean,
  completed_at timestamptz,
  ended_reason text,
  ended_at timestamptz,
  check (state = 'open' or state = 'aborted' or (profile_id is not null and offer is not null)),
  check (state not in ('approved', 'completed') or approval is not null),
  check (state <> 'completed' or (receipt is not null and statement is not null)),
  check ((state in ('refused', 'aborted')) = (ended_reason is not null))
) with (fillfactor = 60);
-- No index names the state, which every move changes.
create index sign_in_profile on mitid.sign_in (profile_id, claimed_at) where profile_id is not null;
create index sign_in_code on mitid.sign_in (user_id_hash, code_mac) where code_mac is not null;
create unique index sign_in_return on mitid.sign_in (return_sha256)
  where return_sha256 is not null;
create index sign_in_expiry on mitid.sign_in (expires_at);

-- Browsers that a person has used, and from when each counts as known to them.
create table mitid.known_browser (
  browser bytea not null,
  person_id text not null references mitid.person,
  known_from timestamptz not null,
  primary key (browser, person_id)
);
`

/** The owner's way on where strangers have spent the tries of their user ID, and their own changes. */
export const ownerLink = /* sql */ `
-- The newest link of a user ID, for user IDs that nobody has too: whose it is, is looked up when it
-- is sent. Its secrets lie here, under the system's key, until then.
create table mitid.owner_link (
  user_id_hash bytea primary key,
  id text not null unique,
  token_sha256 bytea not null unique,
  code_mac bytea not null,
  sealed bytea,
  queued boolean not null default false,
  until timestamptz not null,
  -- In a row that nobody used.
  unused integer not null,
  used boolean not null default false
);
create index owner_link_waiting on mitid.owner_link (id) where not queued;
create index owner_link_until on mitid.owner_link (until);

-- Browsers that have asked for a link, and those of them that one has let on.
create table mitid.owner_ask (
  browser bytea not null,
  user_id_hash bytea not null,
  until timestamptz not null,
  let_on_until timestamptz,
  primary key (browser, user_id_hash)
);
create index owner_ask_until on mitid.owner_ask (until);

-- Of which password a login is: what was begun with one is worth nothing under the next.
alter table mitid.password_login add column password_set_at timestamptz;

-- Sign-ins in which the house asks for a change of the person's own MitID: it is made once, with so
-- many questions before.
create table mitid.own_change (
  sign_in_id text primary key,
  begun_at timestamptz not null,
  questions smallint not null default 0,
  done_at timestamptz
);
create index own_change_begun on mitid.own_change (begun_at);
`

/** The owner's way on where strangers have spent the tries of their user ID. */
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
`

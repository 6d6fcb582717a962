/** What the OpenID provider keeps: pushed requests, used assertions, and its half of a sign-in. */
export const oidc = /* sql */ `
create table mitid.pushed_request (
  id_sha256 bytea primary key,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index pushed_request_expiry on mitid.pushed_request (expires_at);

-- A client's assertion is taken once (RFC 7523 §3).
create table mitid.client_assertion (
  sha256 bytea primary key,
  expires_at timestamptz not null
);
create index client_assertion_expiry on mitid.client_assertion (expires_at);

-- One row a sign-in: the request it began with, its one code, that code's one token.
create table mitid.interaction (
  sign_in_id text primary key,
  uid_sha256 bytea not null unique,
  pushed_sha256 bytea,
  request bytea not null,
  expires_at timestamptz not null,
  code_sha256 bytea,
  code_sealed bytea,
  code_until timestamptz,
  code_used_at timestamptz,
  token_sha256 bytea,
  token_until timestamptz,
  -- How often the service has asked whether a CPR number is the person's.
  cpr_tries smallint not null default 0
) with (fillfactor = 70);
create index interaction_expiry on mitid.interaction (expires_at);
create unique index interaction_code on mitid.interaction (code_sha256)
  where code_sha256 is not null;
create unique index interaction_token on mitid.interaction (token_sha256)
  where token_sha256 is not null;
-- A pushed request may be opened twice while it lives, but yields one code (RFC 9126 §7.3).
create unique index interaction_pushed on mitid.interaction (pushed_sha256)
  where pushed_sha256 is not null and code_sha256 is not null;
`

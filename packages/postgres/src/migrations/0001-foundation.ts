/** The clock, expectations, keys, persons, services and the ledger. */
export const foundation = /* sql */ `
create function mitid.expect(part text, reached bigint, wanted integer) returns void
language plpgsql as $$
begin
  if reached <> wanted then
    raise exception using errcode = 'MI001', message = part;
  end if;
end $$;

-- A data key for what belongs to nobody, and small things that the installation keeps secret.
create table mitid.system_key (
  name text primary key,
  wrapped bytea not null
);
create table mitid.secret (
  name text primary key,
  sealed bytea not null
);

-- Every personal column is sealed under the person's own data key, which the vault wraps.
create table mitid.person (
  id text primary key,
  state text not null check (state in ('active', 'blocked')),
  wrapped_key bytea not null,
  user_id_index bytea not null unique,
  cpr_index bytea unique,
  user_id bytea not null,
  name bytea not null,
  address bytea,
  cpr bytea,
  birth_date bytea not null,
  protected boolean not null,
  ial text not null check (ial in ('Low', 'Substantial', 'High')),
  language text not null check (language in ('da', 'en')),
  created_at timestamptz not null
);

-- A user ID that somebody has had is never given to another.
create table mitid.released_user_id (
  user_id_index bytea primary key,
  person_id text not null references mitid.person
);

create table mitid.contact (
  id text primary key,
  person_id text not null references mitid.person,
  channel text not null check (channel in ('sms', 'email')),
  sealed bytea not null,
  in_proofing boolean not null,
  verified_at timestamptz not null,
  changed_at timestamptz not null,
  -- A contact that was replaced is told of it once more, and then of nothing.
  replaced_at timestamptz
);
create unique index contact_current on mitid.contact (person_id, channel) where replaced_at is null;

create table mitid.organisation (
  id text primary key,
  name text not null unique,
  created_at timestamptz not null
);

create table mitid.client (
  id text primary key,
  organisation_id text not null references mitid.organisation,
  name text not null,
  domain text not null,
  auth_method text not null check (auth_method in ('private_key_jwt', 'client_secret_basic')),
  jwks jsonb,
  secret_sha256 bytea,
  redirect_uris text[] not null,
  post_logout_redirect_uris text[] not null,
  legal_bases text[] not null,
  created_at timestamptz not null,
  check ((jwks is not null) = (auth_method = 'private_key_jwt')),
  check ((secret_sha256 is not null) = (auth_method = 'client_secret_basic'))
);

-- What a person is called towards an organisation, by all of its clients alike.
create table mitid.pairwise (
  organisation_id text not null references mitid.organisation,
  person_id text not null references mitid.person,
  sub text not null,
  primary key (organisation_id, person_id),
  unique (organisation_id, sub)
);

-- One row a subject, rewritten at each event: it keeps room on its page for its next version.
create table mitid.chain (
  subject text primary key,
  n bigint not null,
  head bytea not null
) with (fillfactor = 50);

create table mitid.event (
  subject text not null,
  n bigint not null,
  id text not null,
  prev bytea not null,
  type text not null,
  at timestamptz not null,
  actor text not null,
  sealed bytea not null,
  salt bytea not null,
  commit bytea not null,
  outbox boolean not null,
  primary key (subject, n)
);
create index event_outbox on mitid.event (at) where outbox;

-- Nothing is ever removed from the list of evidence keys: old approvals stay provable.
create table mitid.evidence_key (
  kid text primary key,
  jwk jsonb not null,
  sealed bytea not null,
  use_from timestamptz not null,
  use_until timestamptz
);
create table mitid.oidc_key (like mitid.evidence_key including all);

-- What is to be told, and how far each channel has come with it.
create table mitid.notice (
  id text primary key,
  subject text not null,
  n bigint not null,
  made_at timestamptz not null,
  unique (subject, n)
);
create table mitid.delivery (
  notice_id text not null references mitid.notice,
  contact_id text not null references mitid.contact,
  sent_at timestamptz,
  primary key (notice_id, contact_id)
);

-- Codes on their way. A row is deleted when its code has been sent, or has ended.
create table mitid.code_message (
  id text primary key,
  person_id text not null references mitid.person,
  contact_id text not null references mitid.contact,
  sealed bytea not null,
  expires_at timestamptz not null,
  queued boolean not null default false
);
create index code_message_waiting on mitid.code_message (id) where not queued;
`

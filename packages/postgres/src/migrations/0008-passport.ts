/** Passports: the authorities that are trusted, and proofs under way. */
export const passport = /* sql */ `
create table mitid.master_list (
  publisher text primary key,
  list bytea not null,
  imported_at timestamptz not null
);
create table mitid.revocation_list (
  issuer text primary key,
  list bytea not null,
  this_update timestamptz not null,
  imported_at timestamptz not null
);
-- One row: counted up with each import, so that servers know when what they keep is old.
create table mitid.trust_version (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into mitid.trust_version (version) values (1);

-- Under the system's key: whose passport it is, nobody knows yet. No image is ever kept. The check
-- list says of no person anything, and stays when the rest is cleared.
create table mitid.passport_proof (
  id text primary key,
  token_sha256 bytea not null unique,
  state text not null check (state in ('reading', 'inspected', 'proved', 'refused', 'used')),
  version integer not null default 1,
  sealed bytea,
  refusal text,
  checks text[] not null default '{}',
  -- Faces that were tried against a document, which a keyed hash stands for.
  document bytea,
  face_tries smallint not null default 0,
  faced_at timestamptz,
  expires_at timestamptz not null
);
create index passport_proof_document on mitid.passport_proof (document, faced_at)
  where document is not null;
create index passport_proof_expiry on mitid.passport_proof (expires_at) where sealed is not null;
`

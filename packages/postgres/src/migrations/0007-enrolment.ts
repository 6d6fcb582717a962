/** People on their way to a MitID, the codes that check their contacts, and what proved them. */
export const enrolment = /* sql */ `
-- Each has a data key of its own; what is known lies sealed under it, and is gone with the row.
-- Whoever moves it names the version that was loaded.
create table mitid.enrolment (
  id text primary key,
  -- SHA-256 of what only its beginner holds.
  holder bytea not null,
  state text not null check (state in ('begun', 'proofed', 'known', 'completed', 'ended')),
  version integer not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  person_id text references mitid.person,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  check ((state = 'completed') = (person_id is not null))
) with (fillfactor = 50);
create index enrolment_holder on mitid.enrolment (holder, begun_at);
create index enrolment_expiry on mitid.enrolment (expires_at);

-- What proved an identity proves it once: a statement shown again is nobody's.
create table mitid.used_evidence (
  sha256 bytea primary key,
  used_at timestamptz not null
);

-- Codes on their way to a contact that nobody has yet; deleted when sent, or when they end.
create table mitid.contact_code (
  id text primary key,
  enrolment_id text not null references mitid.enrolment on delete cascade,
  sealed bytea not null,
  expires_at timestamptz not null,
  queued boolean not null default false
);
create index contact_code_waiting on mitid.contact_code (id) where not queued;
create index contact_code_enrolment on mitid.contact_code (enrolment_id);

-- How a person's identity was proved, under their own key, for as long as they have a MitID.
create table mitid.identity_proof (
  person_id text primary key references mitid.person,
  route text not null check (route in ('nemid', 'passport', 'centre')),
  sealed bytea not null,
  proved_at timestamptz not null
);
`

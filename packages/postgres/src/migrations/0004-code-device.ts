/** Code devices: those in stock, and those of people. */
export const codeDevice = /* sql */ `
-- Every device that was ever delivered. It is free while its seed is here, under the system's key.
create table mitid.stock_device (
  serial text primary key,
  kind text not null check (kind in ('code-display', 'audio-reader')),
  algorithm text not null check (algorithm in ('TOTP', 'HOTP')),
  digest text not null check (digest in ('SHA1', 'SHA256', 'SHA512')),
  digits smallint not null check (digits between 6 and 8),
  period integer,
  counter bigint not null,
  seed bytea,
  imported_at timestamptz not null,
  check ((algorithm = 'TOTP') = (period is not null))
);
create index stock_device_free on mitid.stock_device (kind, serial) where seed is not null;

-- A device of a person, from its order on. Whoever moves it names the version that was loaded.
create table mitid.code_device (
  id text primary key,
  person_id text not null references mitid.person,
  kind text not null check (kind in ('code-display', 'audio-reader')),
  state text not null check (state in ('ordered', 'sent', 'active', 'suspended', 'revoked')),
  version integer not null default 0,
  spare boolean not null,
  -- Where it is picked up; sent home where there is none.
  centre text,
  ordered_at timestamptz not null,
  serial text unique references mitid.stock_device,
  -- Under the person's key, for as long as codes can come of it.
  seed bytea,
  last_step bigint,
  drift integer not null default 0,
  far_step bigint,
  far_offset integer,
  tries smallint not null default 0 check (tries between 0 and 9),
  wait_until timestamptz,
  sent_at timestamptz,
  activated_at timestamptz,
  suspended_for text check (suspended_for in ('codes', 'lost')),
  lost_at timestamptz,
  check ((state in ('sent', 'active', 'suspended')) = (seed is not null)),
  check (state in ('ordered', 'revoked') or (serial is not null and last_step is not null)),
  check ((far_step is null) = (far_offset is null)),
  check ((state = 'suspended') = (suspended_for is not null))
) with (fillfactor = 70);
create index code_device_person on mitid.code_device (person_id);
create index code_device_ordered on mitid.code_device (ordered_at) where state = 'ordered';
`

/** Letters, and the codes that they bring. */
export const letter = /* sql */ `
-- What it tells is sealed under the person's key, and goes when it has been handed over. Of a
-- person without an address nothing can be printed until the operator has one.
create table mitid.letter (
  id text primary key,
  person_id text not null references mitid.person,
  state text not null check (state in ('queued', 'printed', 'handed-over', 'unaddressed')),
  sealed bytea,
  queued_at timestamptz not null,
  taken boolean not null default false,
  printed_at timestamptz,
  handed_over_at timestamptz,
  check ((state in ('queued', 'printed', 'unaddressed')) = (sealed is not null)),
  check ((state = 'handed-over') = (handed_over_at is not null))
);
create index letter_waiting on mitid.letter (queued_at) where not taken;
create index letter_person on mitid.letter (person_id);

-- A code that activates one device. It lives from the printing of its letter on.
create table mitid.letter_code (
  letter_id text primary key references mitid.letter,
  device_id text not null,
  state text not null check (state in ('issued', 'used', 'ended')),
  mac bytea not null,
  tries smallint not null default 0 check (tries between 0 and 3),
  until timestamptz
);
-- A new code for a device takes the place of the one before.
create unique index letter_code_issued on mitid.letter_code (device_id) where state = 'issued';
`

/** Letters and the codes that they bring, notices on their way, and what a person wishes of both. */
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

alter table mitid.person
  add column notify_every_use boolean not null default false,
  add column large_print boolean not null default false,
  add column letters_in_both boolean not null default false;

-- Of a notice one letter is written at the most.
alter table mitid.letter add column notice_id text unique references mitid.notice;

-- The codes of an activation by letter live from its printing on: the first, and the second.
alter table mitid.activation
  add column letter_id text references mitid.letter,
  add column second_letter_id text references mitid.letter;
create index activation_letter on mitid.activation (letter_id) where letter_id is not null;
create index activation_second_letter on mitid.activation (second_letter_id)
  where second_letter_id is not null;

alter table mitid.delivery add column failed_at timestamptz;
create index delivery_waiting on mitid.delivery (contact_id)
  where sent_at is null and failed_at is null;

-- One row for each contact that has something to be told: who takes it has the contact to itself
-- until it is due again. Whoever adds something for the contact names a new version.
create table mitid.lane (
  contact_id text primary key references mitid.contact,
  channel text not null check (channel in ('sms', 'email')),
  due_at timestamptz not null,
  refusals integer not null default 0,
  version bigint not null default 0
) with (fillfactor = 50);
create index lane_due on mitid.lane (channel, due_at);
`

/** Passports that a helper's phone reads into the proof of another's. */
export const helpedReading = /* sql */ `
create table mitid.helped_reading (
  proof_id text primary key references mitid.passport_proof on delete cascade,
  code_sha256 bytea not null unique,
  code_until timestamptz not null,
  -- Of what the helper's phone got for the code, which works no second time.
  reader_sha256 bytea unique,
  -- Under a key that the citizen's phone alone has.
  photo bytea,
  check (photo is null or reader_sha256 is not null)
);
`

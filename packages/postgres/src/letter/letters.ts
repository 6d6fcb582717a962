/** `Letters` on PostgreSQL. */
import { sql } from 'kysely'
import type { Letters } from '@open-mitid/identity/letter'
import type { PersonId } from '@open-mitid/identity/person'
import type { Bytes, Instant, Seconds } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { openPersonal } from '../person/index.ts'
import { statement } from '../statement.ts'
import type { Vault } from '../vault/index.ts'
import { openLetter } from './letter-parts.ts'

/** A job is tried again for about four weeks, ever more slowly. */
const takeLetters = statement<{ limit: number }, unknown>(
  'take-letters',
  (p) => sql`
    with due as (
      update mitid.letter set taken = true
      where id in (
        select id from mitid.letter where not taken
        order by queued_at limit ${p.limit}::int for update skip locked)
      returning id)
    select graphile_worker.add_job('print-letter', json_build_object('letter', id),
      max_attempts => 120)
    from due
  `,
)

type LetterRow = {
  person_id: PersonId
  wrapped_key: Bytes
  name: Bytes
  address: Bytes | null
  sealed: Bytes
  now: Instant
}

/** Where there is no address the letter waits for the operator; it is printed by a new job. */
const printNow = statement<{ id: string; life: Seconds }, LetterRow>(
  'print-letter',
  (p) => sql`
    with printed as (
      update mitid.letter set printed_at = mitid.now(),
        state = case when person.address is null then 'unaddressed' else 'printed' end
      from mitid.person
      where letter.id = ${p.id} and letter.state <> 'handed-over' and person.id = person_id
      returning letter.id, person_id, wrapped_key, name, address, letter.sealed,
        printed_at as now),
    begun as (
      update mitid.letter_code set until = now + make_interval(secs => ${p.life}::float8)
      from printed where letter_id = printed.id and address is not null),
    begun_activation as (
      update mitid.activation set expires_at = now + make_interval(secs => ${p.life}::float8)
      from printed where letter_id = printed.id and address is not null and state = 'issued'),
    begun_second as (
      update mitid.activation set second_until = now + make_interval(secs => ${p.life}::float8)
      from printed where second_letter_id = printed.id and address is not null
        and state = 'opened')
    select * from printed
  `,
)
const handOver = statement<{ id: string }>(
  'hand-letter-over',
  (p) => sql`
    update mitid.letter set state = 'handed-over', sealed = null, handed_over_at = mitid.now()
    where id = ${p.id} and state = 'printed'
  `,
)

export function postgresLetters(db: Database, vault: Vault): Letters {
  return {
    take: async (limit) => (await db.rows(takeLetters, { limit })).length,

    async print(id, life) {
      const row = await db.first(printNow, { id, life })
      if (!row?.address) return undefined
      const { person_id: person, wrapped_key, now: printedAt } = row
      const key = await vault.personKey(person, wrapped_key)
      const name = openPersonal(key, person, 'name', row.name)
      const address = openPersonal(key, person, 'address', row.address)
      return { id, person, ...openLetter(key, id, row.sealed), name, address, printedAt }
    },

    async handOver({ id }) {
      await db.affect(handOver, { id })
    },
  }
}
